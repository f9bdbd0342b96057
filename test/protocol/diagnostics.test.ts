import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { afterEach, describe, expect, it } from 'vitest';
import { reportText, totalsForgotten } from '../support/reportText';
import { StdioClient, type ClientOptions } from '../support/stdioClient';

const uri = 'file:///reports/%E9%9D%92%E5%B2%9A%E5%8E%BF2023.txt';
const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true } },
};
const pushing: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } } };
const wrong = reportText(totalsForgotten);

let client: StdioClient;
const start = async (options: ClientOptions) => (client = await StdioClient.start(options));
const pull = (previousResultId?: string) =>
  client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
const itemsOf = (report: DocumentDiagnosticReport) => (report as FullDocumentDiagnosticReport).items;
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map((d) => d.code);

afterEach(() => client.stop());

describe('diagnostics that are asked for', () => {
  it('are announced, and nothing is pushed', async () => {
    await start({ capabilities: pulling });
    expect(client.initializeResult?.capabilities.diagnosticProvider).toMatchObject({ identifier: 'gouji' });
    client.open(uri, wrong);
    await pull();
    expect(client.received.filter((m) => m.method === 'textDocument/publishDiagnostics')).toEqual([]);
  });

  it('carry the rule, its page, the terms and data', async () => {
    await start({ capabilities: pulling, initialize: { initializationOptions: { rulePages: 'ext:/pages/' } } });
    client.open(uri, wrong);
    const error = itemsOf(await pull()).find((d) => d.severity === 1);
    expect(error).toMatchObject({ source: 'gouji', range: { start: { line: expect.any(Number) } } });
    expect(error?.codeDescription?.href).toBe(`ext:/pages/${error?.code}.md`);
    expect(error?.relatedInformation?.length).toBeGreaterThan(0);
    expect(error?.relatedInformation?.[0]?.location.uri).toBe(uri);
    expect(error?.data).toMatchObject({ uri, key: expect.any(String) });
  });

  it('are not sent twice', async () => {
    await start({ capabilities: pulling });
    client.open(uri, wrong);
    const first = await pull();
    const second = await pull(first.resultId);
    expect(second).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.change(uri, 2, [{ text: reportText() }]);
    const third = await pull(first.resultId);
    expect(third.kind).toBe('full');
    expect(third.resultId).not.toBe(first.resultId);
    expect(itemsOf(third).filter((d) => d.severity === 1)).toEqual([]);
  });

  it('of a reopened document are not taken for those of the closed one', async () => {
    await start({ capabilities: pulling });
    client.open(uri, wrong);
    const first = await pull();
    client.close(uri);
    client.open(uri, reportText());
    expect((await pull(first.resultId)).kind).toBe('full');
  });

  it('are none for a document that is not open', async () => {
    await start({ capabilities: pulling });
    expect(await pull()).toMatchObject({ kind: 'full', items: [] });
  });

  it('are asked for again when a document that was asked for while it was closed is opened', async () => {
    await start({ capabilities: { ...pulling, workspace: { diagnostics: { refreshSupport: true } } } });
    client.open(uri, wrong);
    await pull();
    client.close(uri);
    expect(itemsOf(await pull())).toEqual([]);
    const refreshed = client.next('workspace/diagnostic/refresh');
    client.open(uri, wrong);
    await refreshed;
    expect(itemsOf(await pull()).length).toBeGreaterThan(0);
  });

  it('are asked for again when the settings change', async () => {
    let rules: Record<string, string> = {};
    await start({
      capabilities: { ...pulling, workspace: { diagnostics: { refreshSupport: true } } },
      configuration: () => ({ rules }),
    });
    client.open(uri, wrong);
    const before = itemsOf(await pull());
    rules = Object.fromEntries(before.map((d) => [String(d.code), 'off']));
    const refreshed = client.next('workspace/diagnostic/refresh');
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    const off = itemsOf(await pull());
    expect(codes(before).length).toBeGreaterThan(0);
    expect(codes(off).filter((code) => codes(before).includes(code))).toEqual([]);
  });
});

describe('diagnostics that are pushed', () => {
  it('come on opening and on change, with the version', async () => {
    await start({ capabilities: pushing });
    expect(client.initializeResult?.capabilities.diagnosticProvider).toBeUndefined();
    const opened = client.nextDiagnostics(uri);
    client.open(uri, wrong, 5);
    const first = await opened;
    expect(first.version).toBe(5);
    expect(first.diagnostics.filter((d) => d.severity === 1).length).toBeGreaterThan(0);
    const changed = client.nextDiagnostics(uri);
    client.change(uri, 6, [{ text: reportText() }]);
    const second = await changed;
    expect(second.version).toBe(6);
    expect(second.diagnostics.filter((d) => d.severity === 1)).toEqual([]);
  });

  it('are cleared on closing', async () => {
    await start({ capabilities: pushing });
    const opened = client.nextDiagnostics(uri);
    client.open(uri, wrong);
    await opened;
    const closed = client.nextDiagnostics(uri);
    client.close(uri);
    expect((await closed).diagnostics).toEqual([]);
  });

  it('of a burst of changes come once, for the last version', async () => {
    await start({ capabilities: pushing });
    const opened = client.nextDiagnostics(uri);
    client.open(uri, wrong);
    await opened;
    const next = client.nextDiagnostics(uri);
    for (let version = 2; version <= 20; version++) client.change(uri, version, [{ text: version % 2 ? wrong : reportText() }]);
    expect((await next).version).toBe(20);
  });

  it('come again when pushed settings change', async () => {
    await start({ capabilities: pushing });
    const opened = client.nextDiagnostics(uri);
    client.open(uri, wrong);
    const before = (await opened).diagnostics;
    const again = client.nextDiagnostics(uri);
    const rules = Object.fromEntries(before.map((d) => [String(d.code), 'off']));
    client.notify('workspace/didChangeConfiguration', { settings: { gouji: { rules } } });
    const after = (await again).diagnostics;
    expect(codes(after).filter((code) => codes(before).includes(code))).toEqual([]);
  });
});

describe('the language of messages', () => {
  it.each([
    ['zh-cn', 'auto', /[一-鿿]/],
    ['en', 'auto', /^[^，。]*$/],
    ['en', 'zh-cn', /[一-鿿]/],
    ['zh-cn', 'en', /^[^，。]*$/],
  ])('of a client in %s with gouji.locale %s', async (locale, setting, pattern) => {
    await start({ capabilities: pulling, configuration: () => ({ locale: setting }), initialize: { locale } });
    client.open(uri, wrong);
    expect(itemsOf(await pull())[0]?.message).toMatch(pattern);
  });
});
