import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  FullDocumentDiagnosticReport,
  RegistrationParams,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balanced, reportText, totalsForgotten } from '../support/reportText';
import { StdioClient, type ClientOptions } from '../support/stdioClient';

const capabilities: ClientCapabilities = {
  textDocument: { diagnostic: { dataSupport: true } },
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

let folder: string;
let client: StdioClient;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);
const start = async (options: ClientOptions = {}) => {
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'reports' }];
  client = await StdioClient.start({ capabilities, ...options, initialize: { workspaceFolders, ...options.initialize } });
};
const changed = (name: string, type: number) =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
type Known = readonly { readonly uri: string; readonly value: string }[];
const pullAll = (previousResultIds: Known = []) =>
  client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
const full = (report: WorkspaceDiagnosticReport) => report.items as WorkspaceFullDocumentDiagnosticReport[];
const known = (report: WorkspaceDiagnosticReport): Known => full(report).map(({ uri, resultId }) => ({ uri, value: resultId! }));
const errors = (diagnostics: readonly Diagnostic[]) => diagnostics.filter((d) => d.severity === 1);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-'));
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

describe('diagnostics of the workspace', () => {
  it('cover closed reports and no other text', async () => {
    write('青岚县2023.txt', reportText(totalsForgotten));
    write('notes.txt', 'nothing of interest');
    await start();
    const items = full(await pullAll());
    expect(items.map((item) => item.uri)).toEqual([uriOf('青岚县2023.txt')]);
    expect(errors(items[0]!.items).length).toBeGreaterThan(0);
  });

  it('are streamed where the client gives a token', async () => {
    for (let i = 0; i < 45; i++) write(`r${i}.txt`, reportText({ ...balanced, organ: `青岚县第${i}局` }));
    await start();
    const seen: number[] = [];
    client.connection.onNotification('$/progress', ({ token, value }: { token: string; value: { items?: unknown[] } }) => {
      if (token === 'stream') seen.push(value.items?.length ?? 0);
    });
    const report = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'stream',
    });
    expect({ answered: report.items.length, seen }).toEqual({ answered: 0, seen: [20, 20, 5] });
  });

  it('let what a person does through in between', async () => {
    for (let i = 0; i < 200; i++) write(`r${i}.txt`, reportText({ ...balanced, organ: `青岚县第${i}局` }));
    await start();
    const uri = uriOf('own.txt');
    client.open(uri, reportText(totalsForgotten));
    const answered: string[] = [];
    const own = new Promise<void>((resolve, reject) => {
      const sent = client.connection.onNotification('$/progress', () => {
        sent.dispose();
        const diagnostics = client.request('textDocument/diagnostic', { textDocument: { uri } });
        diagnostics.then(() => answered.push('own')).then(() => resolve(), reject);
      });
    });
    const all = client.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'stream' });
    await Promise.all([own, all.then(() => answered.push('all'))]);
    expect(answered).toEqual(['own', 'all']);
  });

  it('tell how far they are where the client gives a token', async () => {
    for (const name of ['a', 'b']) write(`${name}.txt`, reportText({ ...balanced, organ: `青岚县第${name}局` }));
    await start({ capabilities: { ...capabilities, window: { workDoneProgress: true } } });
    const seen: unknown[] = [];
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: { kind?: string; percentage?: number } }) => {
        if (token === 'done') seen.push([value.kind, value.percentage]);
      },
    );
    await client.request('workspace/diagnostic', { previousResultIds: [], workDoneToken: 'done' });
    expect(seen).toEqual([
      ['begin', 0],
      ['report', 50],
      ['report', 100],
      ['end', undefined],
    ]);
  });

  it('are held back while nothing changes, and come when a file changes', async () => {
    write('a.txt', reportText());
    write('b.txt', reportText({ ...balanced, organ: '云岭市教育局' }));
    await start();
    const first = await pullAll();
    const held = pullAll(known(first));
    write('b.txt', reportText({ ...totalsForgotten, organ: '云岭市教育局' }));
    changed('b.txt', 2);
    const second = full(await held);
    expect(second.map((item) => item.uri)).toEqual([uriOf('b.txt')]);
    expect(errors(second[0]!.items).length).toBeGreaterThan(0);
  });

  it('are taken back for files that left', async () => {
    write('a.txt', reportText(totalsForgotten));
    await start();
    const first = await pullAll();
    rmSync(join(folder, 'a.txt'));
    changed('a.txt', 3);
    expect(full(await pullAll(known(first)))).toMatchObject([{ uri: uriOf('a.txt'), items: [] }]);
  });

  it('are taken back for a folder that left, of which only the folder is told', async () => {
    mkdirSync(join(folder, 'old'));
    write('a.txt', reportText());
    write('old/b.txt', reportText({ ...totalsForgotten, organ: '云岭市教育局' }));
    await start();
    const first = await pullAll();
    expect(first.items).toHaveLength(2);
    rmSync(join(folder, 'old'), { recursive: true });
    changed('old', 3);
    expect(full(await pullAll(known(first)))).toMatchObject([{ uri: uriOf('old/b.txt'), items: [] }]);
  });

  it('leave a report to its own request while it is open, and cover it again when it is closed', async () => {
    const text = reportText(totalsForgotten);
    write('a.txt', text);
    await start();
    const first = await pullAll();
    client.open(uriOf('a.txt'), text);
    const opened = await pullAll(known(first));
    expect(full(opened)).toMatchObject([{ uri: uriOf('a.txt'), items: [] }]);
    const held = pullAll(known(opened));
    client.close(uriOf('a.txt'));
    expect(errors(full(await held)[0]!.items).length).toBeGreaterThan(0);
  });

  it('can be cancelled while they are held back', async () => {
    await start();
    const { CancellationTokenSource } = await import('vscode-jsonrpc');
    const source = new CancellationTokenSource();
    const held = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
    source.cancel();
    await expect(held).rejects.toMatchObject({ code: -32800 });
  });

  it('can be switched off', async () => {
    write('a.txt', reportText(totalsForgotten));
    let checkWorkspace = true;
    await start({ configuration: () => ({ checkWorkspace }) });
    const first = await pullAll();
    checkWorkspace = false;
    client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(full(await pullAll(known(first)))).toMatchObject([{ items: [] }]);
  });

  it('read files with byte order marks', async () => {
    write('bom.txt', `\ufeff${reportText(totalsForgotten)}`);
    write('utf16.txt', Buffer.from(`\ufeff${reportText({ ...totalsForgotten, organ: '云岭市教育局' })}`, 'utf16le'));
    await start();
    const items = full(await pullAll());
    expect(items.map((item) => errors(item.items).length > 0)).toEqual([true, true]);
  });
});

describe('configuration files', () => {
  const pull = async (name: string) =>
    (await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: uriOf(name) } })).items;

  it('are watched, and set severities as soon as they change', async () => {
    const text = reportText(totalsForgotten);
    write('a.txt', text);
    const registered = new Promise<RegistrationParams>((resolve) => {
      void start().then(() => client.next<RegistrationParams>('client/registerCapability').then(resolve));
    });
    expect(JSON.stringify(await registered)).toContain('gouji.{config,accepted}.json');
    await pullAll();
    client.open(uriOf('a.txt'), text);
    const before = await pull('a.txt');
    const rules = Object.fromEntries(before.map((d) => [String(d.code), 'off']));
    const refreshed = client.next('workspace/diagnostic/refresh');
    write('gouji.config.json', JSON.stringify({ rules }));
    changed('gouji.config.json', 1);
    await refreshed;
    expect(before.length).toBeGreaterThan(0);
    expect((await pull('a.txt')).filter((d) => before.some((b) => b.code === d.code))).toEqual([]);
  });

  it('with mistakes show them in the file itself', async () => {
    write('gouji.config.json', '{ "rules": { "no-such-rule": "off" } }');
    const shown = start().then(() => client.nextDiagnostics(uriOf('gouji.config.json')));
    expect((await shown).diagnostics[0]?.message).toContain('no-such-rule');
  });

  it('exclude files', async () => {
    write('a.txt', reportText(totalsForgotten));
    write('gouji.config.json', '{ "exclude": ["a.txt"] }');
    write('b.txt', reportText(totalsForgotten));
    await start();
    expect(full(await pullAll()).map((item) => item.uri)).toEqual([uriOf('b.txt')]);
  });
});

describe('accepting a finding', () => {
  it('writes it down with the reason and stops showing it', async () => {
    const text = reportText(totalsForgotten);
    write('a.txt', text);
    await start();
    await pullAll();
    client.open(uriOf('a.txt'), text);
    const pull = () =>
      client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: uriOf('a.txt') } });
    const [first] = errors((await pull()).items);
    const { key } = first!.data as { key: string };
    const argument = { uri: uriOf('a.txt'), key, reason: '已核实' };
    const answer = await client.request('workspace/executeCommand', { command: 'gouji.acceptFinding', arguments: [argument] });
    expect(answer).toEqual({ applied: true });
    const { accepted } = JSON.parse(readFileSync(join(folder, 'gouji.accepted.json'), 'utf8')) as { accepted: object[] };
    expect(accepted).toMatchObject([{ rule: first!.code, file: 'a.txt', reason: '已核实' }]);
    expect(
      (await pull()).items.filter((d) => d.code === first!.code && d.range.start.character === first!.range.start.character),
    ).toEqual([]);
  });

  it('keeps everything that sets totals from setting an accepted one', async () => {
    const text = reportText(totalsForgotten);
    const uri = uriOf('a.txt');
    write('a.txt', text);
    write('gouji.accepted.json', JSON.stringify({ accepted: [{ rule: 'wrong-cell', file: 'a.txt', reason: '原文如此' }] }));
    await start();
    await pullAll();
    client.open(uri, text);
    const { items } = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    expect(errors(items)).toEqual([]);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const context = { diagnostics: [], only: ['source.fixAll'] };
    expect(await client.request('textDocument/codeAction', { textDocument: { uri }, range, context })).toEqual([]);
    const applied: unknown[] = [];
    client.answers.set('workspace/applyEdit', (params) => (applied.push(params), { applied: true }));
    await client.request('workspace/executeCommand', { command: 'gouji.fixTotals', arguments: [{ uri }] });
    expect(applied).toEqual([]);
  });

  it('goes into the list of the folder that the workspace took in later', async () => {
    const text = reportText(totalsForgotten);
    mkdirSync(join(folder, 'later', '2023'), { recursive: true });
    const later = pathToFileURL(join(folder, 'later')).href;
    await start({ initialize: { workspaceFolders: [] } });
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: later, name: 'later' }], removed: [] } });
    const uri = `${later}/2023/a.txt`;
    client.open(uri, text);
    const { items } = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    const { key } = errors(items)[0]!.data as { key: string };
    const run = { command: 'gouji.acceptFinding', arguments: [{ uri, key, reason: '已核实' }] };
    expect(await client.request('workspace/executeCommand', run)).toEqual({ applied: true });
    expect(existsSync(join(folder, 'later', 'gouji.accepted.json'))).toBe(true);
  });

  it('is refused for a report that has not been saved', async () => {
    await start();
    const uri = 'untitled:Untitled-1';
    client.open(uri, reportText(totalsForgotten));
    const { items } = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    const { key } = errors(items)[0]!.data as { key: string };
    const run = { command: 'gouji.acceptFinding', arguments: [{ uri, key, reason: '已核实' }] };
    await expect(client.request('workspace/executeCommand', run)).rejects.toThrow('保存');
  });

  it('asks for the reason, and does nothing without one', async () => {
    const text = reportText(totalsForgotten);
    write('a.txt', text);
    await start();
    client.open(uriOf('a.txt'), text);
    client.answers.set('window/showMessageRequest', () => null);
    const report = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: uriOf('a.txt') },
    });
    const { key } = report.items[0]!.data as { key: string };
    const run = { command: 'gouji.acceptFinding', arguments: [{ uri: uriOf('a.txt'), key }] };
    expect(await client.request('workspace/executeCommand', run)).toEqual({ applied: false });
  });
});

describe('what a report is held against', () => {
  const lastYear = { ...balanced, year: 2022, applications: { ...balanced.applications, carriedOut: [3, 0, 0, 0, 0, 0, 3] } };
  const pull = async (name: string) =>
    (await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: uriOf(name) } })).items;
  const carried = (items: readonly Diagnostic[]) => items.filter((d) => d.code === 'carry-over').length;

  it('changes when the report itself says that it is of another year', async () => {
    write('2022.txt', reportText(lastYear));
    await start();
    await pullAll();
    client.open(uriOf('own.txt'), reportText({ ...balanced, year: 2025 }));
    expect(carried(await pull('own.txt'))).toBe(0);
    const refreshed = client.next('workspace/diagnostic/refresh');
    client.change(uriOf('own.txt'), 2, [{ text: reportText(balanced) }]);
    expect(carried(await pull('own.txt'))).toBe(0);
    await refreshed;
    expect(carried(await pull('own.txt'))).toBeGreaterThan(0);
  });

  it('is no draft that the settings exclude, and no former version of the file', async () => {
    write('gouji.config.json', '{ "exclude": ["drafts/**"] }');
    write('2022.txt', reportText(lastYear));
    write('own.txt', reportText(balanced));
    await start();
    await pullAll();
    const draft = `${pathToFileURL(folder).href}/drafts/2022.txt`;
    client.open(draft, reportText({ ...lastYear, disputes: {} }));
    client.open(uriOf('2022.txt').replace('file:', 'git:'), reportText({ ...lastYear, disputes: {} }));
    client.open(uriOf('own.txt'), reportText(balanced));
    expect(carried(await pull('own.txt'))).toBeGreaterThan(0);
  });

  it('is read once the settings no longer exclude it', async () => {
    write('gouji.config.json', '{ "exclude": ["2022.txt"] }');
    write('2022.txt', reportText(lastYear));
    write('own.txt', reportText(balanced));
    await start();
    const first = await pullAll();
    expect(full(first).map((item) => [item.uri, carried(item.items)])).toEqual([[uriOf('own.txt'), 0]]);
    write('gouji.config.json', '{}');
    changed('gouji.config.json', 2);
    let last = await pullAll(known(first));
    while (!full(last).some((item) => carried(item.items) > 0)) last = await pullAll(known(last));
    expect(full(last).map((item) => item.uri)).toContain(uriOf('own.txt'));
  });
});

describe('workspace symbols', () => {
  it('name organs, years and sections', async () => {
    write('a.txt', reportText());
    await start();
    await pullAll();
    const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: '青岚县 总体' });
    expect(found).toMatchObject([
      { name: '一、总体情况', containerName: '青岚县人民政府 2023年', location: { uri: uriOf('a.txt') } },
    ]);
  });
});

describe('last year’s report', () => {
  it('is where a carried number comes from, open or closed', async () => {
    const before = { ...balanced, year: 2022, applications: { ...balanced.applications, carriedOut: [3, 0, 0, 0, 0, 0, 3] } };
    write('2022.txt', reportText(before));
    const text = reportText(balanced);
    write('2023.txt', text);
    await start();
    await pullAll();
    client.open(uriOf('2023.txt'), text);
    const line = text.split('\n').findIndex((l) => l.startsWith('二、上年结转'));
    const character = text.split('\n')[line]!.indexOf('0');
    const places = await client.request<{ uri: string }[]>('textDocument/definition', {
      textDocument: { uri: uriOf('2023.txt') },
      position: { line, character },
    });
    expect(places).toMatchObject([{ uri: uriOf('2022.txt') }]);
  });
});
