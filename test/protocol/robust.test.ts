import type { ClientCapabilities, FullDocumentDiagnosticReport, Hover, ShowMessageParams } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { afterEach, describe, expect, it } from 'vitest';
import { reportText, totalsForgotten } from '../support/reportText';
import { StdioClient, type ClientOptions } from '../support/stdioClient';

const uri = 'file:///reports/report.txt';
const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };
const text = reportText(totalsForgotten);

let client: StdioClient;
const start = async (options: ClientOptions = {}) => (client = await StdioClient.start({ capabilities: pulling, ...options }));
afterEach(() => client.stop());
const diagnostics = async (of = uri) =>
  (await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: of } })).items;
const warnings = () =>
  client.received.filter((m) => m.method === 'window/showMessage').map((m) => (m.params as ShowMessageParams).message);

describe('settings', () => {
  it.each([[null], [{}], [undefined]])('%s means the defaults', async (value) => {
    await start({ configuration: () => value });
    client.open(uri, text);
    expect((await diagnostics()).length).toBeGreaterThan(0);
    expect(warnings()).toEqual([]);
  });

  it('of wrong types mean the defaults, with one warning', async () => {
    await start({ configuration: () => ({ inlayHints: 7, locale: 'en' }) });
    for (const name of ['a', 'b', 'c']) {
      client.open(`file:///${name}.txt`, text);
      await diagnostics(`file:///${name}.txt`);
    }
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toContain('gouji.inlayHints');
  });

  it('are asked for per document', async () => {
    await start({ configuration: (scope) => ({ locale: scope?.includes('english') ? 'en' : 'zh-cn' }) });
    for (const name of ['english', 'chinese']) client.open(`file:///${name}.txt`, text);
    const [english, chinese] = [await diagnostics('file:///english.txt'), await diagnostics('file:///chinese.txt')];
    expect(english[0]?.message).not.toBe(chinese[0]?.message);
  });

  it('that the client fails to give are the defaults', async () => {
    await start({
      configuration: () => {
        throw new Error('no settings');
      },
    });
    client.open(uri, text);
    expect((await diagnostics()).length).toBeGreaterThan(0);
  });

  it('may come with initialize', async () => {
    await start({ initialize: { initializationOptions: { settings: { locale: 'en' } } } });
    client.open(uri, text);
    expect((await diagnostics())[0]?.message).toMatch(/^[^，。]*$/);
  });
});

describe('documents', () => {
  it('that were never opened may change and close', async () => {
    await start();
    client.change('file:///never.txt', 2, [{ text: 'x' }]);
    client.close('file:///never.txt');
    expect(await diagnostics('file:///never.txt')).toEqual([]);
  });

  it.each([['\n'], ['\r\n'], ['\r']])('change piece by piece, with line ends %j', async (lineEnd) => {
    await start();
    const lines = text.split('\n');
    client.open(uri, lines.join(lineEnd));
    const line = lines.findIndex((l) => l.includes('（七）总计'));
    const column = (n: number) => lines[line]!.split('\t').slice(0, n).join('\t').length + 1;
    const at = (character: number) => ({ start: { line, character }, end: { line, character: character + 1 } });
    client.change(uri, 2, [
      { range: at(column(9)), text: '11' },
      { range: at(column(3)), text: '11' },
    ]);
    expect((await diagnostics()).filter((d) => d.severity === 1)).toEqual([]);
  });

  it.each([['utf-8'], ['utf-32']])('are counted in %s for a client that cannot do otherwise', async (encoding) => {
    await start({ capabilities: { ...pulling, general: { positionEncodings: [encoding] } } });
    expect(client.initializeResult?.capabilities.positionEncoding).toBe(encoding);
    const lines = text.split('\n');
    const line = lines.findIndex((l) => l.includes('（七）总计'));
    const before = lines[line]!.slice(0, lines[line]!.indexOf('0'));
    const character = encoding === 'utf-8' ? Buffer.byteLength(before) : [...before].length;
    client.open(uri, text);
    const position = { line, character };
    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
    expect(hover.range).toEqual({ start: position, end: { line, character: character + 1 } });
    client.change(uri, 2, [{ range: hover.range, text: '11' }]);
    const after = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
    expect(after.range?.end.character).toBe(character + 2);
  });

  it.each([
    ['disclosure-report', '五、存在的主要问题及改进情况\n无', true],
    ['plaintext', '五、存在的主要问题及改进情况\n无', false],
    ['plaintext', text, true],
  ])('with the language id %s are read as reports when they may be ones', async (languageId, content, isRead) => {
    await start();
    client.open(uri, content, 1, languageId);
    expect((await diagnostics()).length > 0).toBe(isRead);
  });

  it('larger than 8 MB are checked on request only, with one notice', async () => {
    await start({ capabilities: { ...pulling, workspace: { diagnostics: { refreshSupport: true } } } });
    const notice = client.next<{ actions: { title: string }[] }>('window/showMessageRequest');
    client.open(uri, `${text}\n${'公开'.repeat(1_500_000)}`);
    expect(await diagnostics()).toEqual([]);
    expect((await notice).actions.map((action) => action.title)).toEqual(['现在检查']);
    expect(await client.request('textDocument/foldingRange', { textDocument: { uri } })).toBeNull();
    const refreshed = client.next('workspace/diagnostic/refresh');
    await client.request('workspace/executeCommand', { command: 'gouji.check', arguments: [{ uri }] });
    await refreshed;
    expect((await diagnostics()).length).toBeGreaterThan(0);
    client.change(uri, 2, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: ' ' }]);
    expect(await diagnostics()).toEqual([]);
    expect(client.received.filter((m) => m.method === 'window/showMessageRequest')).toHaveLength(1);
  });
});

describe('requests', () => {
  it('that are cancelled before they start are not worked on', async () => {
    await start();
    client.open(uri, text);
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } }, source.token);
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
  });

  it('that fail answer with nothing, are logged once, and the server goes on', async () => {
    await start();
    client.open(uri, text);
    // A position without numbers is outside the protocol: what happens must stay within this request.
    const broken = { textDocument: { uri }, positions: null };
    expect(await client.request('textDocument/selectionRange', broken)).toBeNull();
    expect(await client.request('textDocument/selectionRange', broken)).toBeNull();
    expect(await client.request('textDocument/codeLens', { textDocument: { uri } })).toHaveLength(3);
    expect(client.received.filter((m) => m.method === 'window/logMessage')).toHaveLength(1);
  });
});
