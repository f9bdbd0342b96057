import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  FullDocumentDiagnosticReport,
  Hover,
  MarkupContent,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { afterEach, describe, expect, it } from 'vitest';
import { reportText, totalsForgotten } from '../../support/reportText';
import { StdioClient } from '../../support/stdioClient';
import clients from './clients.json';

const uri = 'file:///reports/report.txt';
const text = reportText(totalsForgotten);
const lines = text.split('\n');
const line = lines.findIndex((l) => l.includes('（七）总计'));
const position = { line, character: lines[line]!.indexOf('0') };

let client: StdioClient;
afterEach(() => client.stop());

async function diagnosticsFor(capabilities: ClientCapabilities): Promise<Diagnostic[]> {
  if (capabilities.textDocument?.diagnostic) {
    client.open(uri, text);
    const params = { textDocument: { uri } };
    return (await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', params)).items;
  }
  const pushed: Promise<PublishDiagnosticsParams> = client.nextDiagnostics(uri);
  client.open(uri, text);
  return (await pushed).diagnostics;
}

/** What editors announce about themselves decides what they are sent. */
describe.each(Object.entries(clients as unknown as Record<string, ClientCapabilities>))('%s', (_name, capabilities) => {
  const { textDocument, workspace } = capabilities;

  it('is sent diagnostics with what it can show and nothing else', async () => {
    client = await StdioClient.start({ capabilities });
    const diagnostics = await diagnosticsFor(capabilities);
    const error = diagnostics.find((d) => d.severity === 1)!;
    const can = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
    expect(error.relatedInformation !== undefined).toBe(can.relatedInformation === true);
    expect(error.codeDescription !== undefined).toBe(can.codeDescriptionSupport === true);
    expect(error.data !== undefined).toBe(can.dataSupport === true);
    expect(client.initializeResult?.capabilities.diagnosticProvider !== undefined).toBe(textDocument?.diagnostic !== undefined);
  });

  it('counts in UTF-16, and is shown hovers in a format it reads', async () => {
    client = await StdioClient.start({ capabilities });
    expect(client.initializeResult?.capabilities.positionEncoding).toBe('utf-16');
    client.open(uri, text);
    const { contents } = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
    const format = textDocument?.hover?.contentFormat?.includes('markdown') ? 'markdown' : 'plaintext';
    expect((contents as MarkupContent).kind).toBe(format);
  });

  it('is given edits with versions where it checks them', async () => {
    client = await StdioClient.start({ capabilities });
    client.open(uri, text, 7);
    const range = { start: position, end: position };
    const context = { diagnostics: [], only: ['quickfix'] };
    const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context });
    const isVersioned = workspace?.workspaceEdit?.documentChanges === true;
    expect(fix?.edit?.documentChanges !== undefined).toBe(isVersioned);
    expect(fix?.edit?.changes !== undefined).toBe(!isVersioned);
    expect(fix?.edit?.changeAnnotations).toBeUndefined();
  });
});
