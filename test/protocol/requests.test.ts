import type { ClientCapabilities, InitializeResult } from 'vscode-languageserver';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportText, totalsForgotten } from '../support/reportText';
import { StdioClient } from '../support/stdioClient';

const uri = 'file:///reports/report.txt';
const text = reportText(totalsForgotten);
const lines = text.split('\n');
const textDocument = { uri };
const line = lines.findIndex((l) => l.includes('（七）总计'));
const character = lines[line]!.indexOf('0');
const position = { line, character };
const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
const capabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

let client: StdioClient;
beforeAll(async () => {
  client = await StdioClient.start({ capabilities });
  client.open(uri, text);
});
afterAll(() => client.stop());

/** Every request about a document, what must be announced for it, and what the answer must look like. */
const requests: readonly (readonly [string, keyof InitializeResult['capabilities'], object, unknown])[] = [
  ['textDocument/diagnostic', 'diagnosticProvider', {}, { kind: 'full' }],
  ['textDocument/hover', 'hoverProvider', { position }, { contents: { kind: 'markdown' } }],
  ['textDocument/codeAction', 'codeActionProvider', { range, context: { diagnostics: [], only: ['source.fixAll'] } }, [{}]],
  ['textDocument/codeLens', 'codeLensProvider', {}, [{}, { command: { command: 'gouji.fixTotals' } }, {}]],
  ['textDocument/inlayHint', 'inlayHintProvider', { range }, [{ label: '→ 11' }, { label: '→ 11' }]],
  ['textDocument/documentSymbol', 'documentSymbolProvider', {}, [{}, {}, {}, {}, {}, { name: '六、其他需要报告的事项' }]],
  ['textDocument/foldingRange', 'foldingRangeProvider', {}, Array(9).fill({})],
  ['textDocument/selectionRange', 'selectionRangeProvider', { positions: [position] }, [{ parent: {} }]],
  ['textDocument/documentHighlight', 'documentHighlightProvider', { position }, Array(31).fill({})],
  ['textDocument/definition', 'definitionProvider', { position }, Array(21).fill({ uri })],
  ['textDocument/references', 'referencesProvider', { position, context: { includeDeclaration: true } }, Array(31).fill({ uri })],
  ['textDocument/completion', 'completionProvider', { position }, [{ label: '11' }]],
  ['textDocument/documentLink', 'documentLinkProvider', {}, Array(4).fill({})],
  ['textDocument/semanticTokens/full', 'semanticTokensProvider', {}, { data: expect.any(Array) }],
  ['textDocument/semanticTokens/range', 'semanticTokensProvider', { range }, { data: expect.any(Array) }],
  ['gouji/report', 'experimental', {}, { uri, reports: [{ year: 2023 }] }],
];

describe('every request', () => {
  it.each(requests)('%s is announced and answered', async (method, capability, params, answer) => {
    expect(client.initializeResult?.capabilities[capability]).toBeTruthy();
    expect(await client.request(method, { textDocument, ...params })).toMatchObject(answer as object);
  });

  it.each(requests)('%s about a document that is not open is answered with nothing', async (method, _capability, params) => {
    const answer = await client.request<unknown>(method, { textDocument: { uri: 'file:///not-open.txt' }, ...params });
    expect(answer === null || (answer as { items?: unknown[] }).items?.length === 0).toBe(true);
  });

  it.each(requests)('%s about a text that is no report does no harm', async (method, _capability, params) => {
    const other = 'untitled:Untitled-1';
    client.open(other, 'not a report\r\n', 1, 'plaintext');
    await expect(client.request(method, { textDocument: { uri: other }, ...params })).resolves.toBeDefined();
    client.close(other);
  });

  it.each(requests)('%s beyond the end of the text does no harm', async (method, _capability, params) => {
    const far = { line: 99_999, character: 99_999 };
    const outside = { position: far, positions: [far], range: { start: far, end: far } };
    await expect(client.request(method, { ...params, textDocument, ...outside })).resolves.toBeDefined();
  });
});

describe('capabilities', () => {
  it('announce neither formatting nor rename: a published text is not reflowed', () => {
    const announced = Object.keys(client.initializeResult!.capabilities);
    expect(announced.filter((name) => /format|rename/i.test(name))).toEqual([]);
  });

  it('name the commands, the kinds of actions and the encoding', () => {
    expect(client.initializeResult).toMatchObject({
      serverInfo: { name: 'gouji' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2 },
        executeCommandProvider: { commands: ['gouji.fixTotals', 'gouji.recomputeTotals', 'gouji.acceptFinding', 'gouji.check'] },
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.gouji'], resolveProvider: true },
      },
    });
  });
});

describe('the documentation', () => {
  const page = readFileSync(join(__dirname, '../../docs/protocol.md'), 'utf8');

  it.each(requests)('names %s', (method) => {
    const [short] = /[^/]+$/.exec(method)!;
    expect(page.includes(`\`${method}\``) || page.includes(`/${short}\``)).toBe(true);
  });

  it('names every command', () => {
    for (const command of client.initializeResult!.capabilities.executeCommandProvider!.commands)
      expect(page).toContain(`\`${command}\``);
  });

  it('names tests that exist', () => {
    const named = [...page.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map((match) => match[1]!);
    for (const file of named) expect(() => readFileSync(join(__dirname, '../..', file))).not.toThrow();
    expect(named.length).toBeGreaterThan(20);
  });
});
