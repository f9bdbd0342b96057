import {
  TextDocumentEdit,
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type Range,
  type ShowMessageRequestParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEach, describe, expect, it } from 'vitest';
import { detailWrong, reportText, totalsForgotten } from '../support/reportText';
import { StdioClient, type ClientOptions } from '../support/stdioClient';

const uri = 'file:///reports/report.txt';
const versioned: ClientCapabilities = {
  textDocument: { diagnostic: { dataSupport: true }, codeAction: { dataSupport: true } },
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
};
const plain: ClientCapabilities = { textDocument: { diagnostic: {} }, workspace: { applyEdit: true } };
const forgotten = reportText(totalsForgotten);
const repaired = reportText();

let client: StdioClient;
const start = async (options: ClientOptions) => (client = await StdioClient.start(options));
afterEach(() => client.stop());

const everything: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

async function diagnostics(): Promise<Diagnostic[]> {
  const report = await client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
  return report.items;
}

function actions(context: object, range: Range = everything): Promise<CodeAction[]> {
  return client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...context } });
}

function editsOf(edit: WorkspaceEdit | undefined): TextEdit[] {
  const versionedEdits = edit?.documentChanges?.filter(TextDocumentEdit.is).flatMap((change) => change.edits as TextEdit[]);
  return versionedEdits ?? edit?.changes?.[uri] ?? [];
}

function applied(text: string, edit: WorkspaceEdit | undefined): string {
  return TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), editsOf(edit));
}

/** Runs a command and gives what the client was asked to change. */
async function run(command: string, argument: unknown) {
  const asked: ApplyWorkspaceEditParams[] = [];
  client.answers.set('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    asked.push(params);
    return { applied: true };
  });
  const answer = await client.request<unknown>('workspace/executeCommand', { command, arguments: [argument] });
  return { answer, asked };
}

describe('quick fixes', () => {
  it('settle the diagnostic they are offered for, in the client’s own copy', async () => {
    await start({ capabilities: versioned });
    client.open(uri, forgotten, 3);
    const error = (await diagnostics()).find((d) => d.severity === 1)!;
    const offered = await actions({ diagnostics: [error], only: ['quickfix'] }, error.range);
    expect(offered[0]).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [error] });
    expect(offered[0]?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { uri, version: 3 } });
    expect(editsOf(offered[0]?.edit)[0]?.newText).toBe('11');
  });

  it('come as plain changes where the client checks no versions', async () => {
    await start({ capabilities: plain });
    client.open(uri, forgotten);
    const error = (await diagnostics()).find((d) => d.severity === 1)!;
    const [first] = await actions({ only: ['quickfix'] }, error.range);
    expect(Object.keys(first?.edit?.changes ?? {})).toEqual([uri]);
  });

  it('are resolved from their data alone', async () => {
    await start({ capabilities: versioned });
    client.open(uri, forgotten);
    const [first] = await actions({ only: ['quickfix'] });
    const { edit, ...unresolved } = first!;
    expect(await client.request<CodeAction>('codeAction/resolve', unresolved)).toMatchObject({ edit });
  });

  it('are refused when the finding is gone', async () => {
    await start({ capabilities: versioned });
    client.open(uri, forgotten);
    const [first] = await actions({ only: ['quickfix'] });
    client.change(uri, 2, [{ text: '' }]);
    await expect(client.request('codeAction/resolve', first)).rejects.toMatchObject({ code: -32801 });
  });

  it('are not offered where nothing is wrong', async () => {
    await start({ capabilities: versioned });
    client.open(uri, repaired);
    const line = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(await actions({ only: ['quickfix'] }, line)).toEqual([]);
  });
});

describe('fix all', () => {
  it.each([['source'], ['source.fixAll'], ['source.fixAll.gouji']])('is answered for %s without diagnostics', async (kind) => {
    await start({ capabilities: versioned });
    client.open(uri, forgotten);
    const offered = await actions({ only: [kind] });
    expect(offered.map((action) => action.kind)).toEqual(['source.fixAll.gouji']);
    expect(applied(forgotten, offered[0]?.edit)).toBe(repaired);
  });

  it('is not offered when nothing can be fixed safely', async () => {
    await start({ capabilities: versioned });
    client.open(uri, repaired);
    expect(await actions({ only: ['source.fixAll'] })).toEqual([]);
  });
});

describe('gouji.fixTotals', () => {
  it('sets the totals and says so', async () => {
    await start({ capabilities: versioned });
    expect(client.initializeResult?.capabilities.executeCommandProvider?.commands).toContain('gouji.fixTotals');
    client.open(uri, forgotten, 4);
    const told = client.next<ShowMessageRequestParams>('window/showMessage');
    const { answer, asked } = await run('gouji.fixTotals', { uri, version: 4 });
    expect(answer).toEqual({ applied: true, changed: 2, left: 0 });
    expect(asked[0]?.edit.documentChanges?.[0]).toMatchObject({ textDocument: { version: 4 } });
    expect(applied(forgotten, asked[0]?.edit)).toBe(repaired);
    expect((await told).message).toContain('2');
  });

  it('changes only the table at a position', async () => {
    await start({ capabilities: versioned });
    client.open(uri, forgotten);
    const line = forgotten.split('\n').findIndex((text) => text.startsWith('行政复议'));
    const { answer } = await run('gouji.fixTotals', { uri, position: { line, character: 0 } });
    expect(answer).toMatchObject({ changed: 0 });
  });

  it('changes nothing in a sound report', async () => {
    await start({ capabilities: versioned });
    client.open(uri, repaired);
    const { answer, asked } = await run('gouji.fixTotals', { uri });
    expect({ answer, asked }).toEqual({ answer: { applied: true, changed: 0, left: 0 }, asked: [] });
  });

  it('refuses another version and a document that is not open', async () => {
    await start({ capabilities: versioned });
    client.open(uri, forgotten, 2);
    await expect(run('gouji.fixTotals', { uri, version: 1 })).rejects.toMatchObject({ code: -32801 });
    await expect(run('gouji.fixTotals', { uri: 'file:///other.txt' })).rejects.toMatchObject({ code: -32602 });
    await expect(run('gouji.fixTotals', null)).rejects.toMatchObject({ code: -32602 });
    await expect(run('gouji.unknown', null)).rejects.toMatchObject({ code: -32803 });
  });

  it('leaves sums alone when a detail is to blame, with recomputing one click away', async () => {
    await start({ capabilities: versioned });
    const text = reportText(detailWrong);
    client.open(uri, text);
    let chooseRecompute: ShowMessageRequestParams | undefined;
    client.answers.set('window/showMessageRequest', (params: ShowMessageRequestParams) => {
      chooseRecompute = params;
      return params.actions?.at(-1);
    });
    const recomputed = client.next<ApplyWorkspaceEditParams>('workspace/applyEdit');
    const { answer } = await run('gouji.fixTotals', { uri });
    expect(answer).toMatchObject({ applied: true, changed: 0 });
    const edit = await recomputed;
    expect(chooseRecompute?.actions?.at(-1)?.title).toContain('重算');
    expect(editsOf(edit.edit).map((e) => e.newText)).toEqual(['7', '9', '9']);
  });

  it('puts the cell to blame one click away', async () => {
    await start({ capabilities: versioned });
    const text = reportText(detailWrong);
    client.open(uri, text);
    client.answers.set('window/showMessageRequest', (params: ShowMessageRequestParams) => params.actions?.[0]);
    const chosen = client.next<ApplyWorkspaceEditParams>('workspace/applyEdit');
    await run('gouji.fixTotals', { uri });
    expect(applied(text, (await chosen).edit)).toBe(repaired);
  });

  it('reports an edit that the client did not apply', async () => {
    await start({ capabilities: versioned });
    client.open(uri, forgotten);
    client.answers.set('workspace/applyEdit', () => ({ applied: false, failureReason: 'read-only' }));
    const answer = await client.request('workspace/executeCommand', { command: 'gouji.fixTotals', arguments: [{ uri }] });
    expect(answer).toMatchObject({ applied: false });
  });
});

describe('gouji.recomputeTotals', () => {
  it('computes every total from its parts', async () => {
    await start({ capabilities: versioned });
    client.open(uri, forgotten);
    const { answer, asked } = await run('gouji.recomputeTotals', { uri });
    expect(answer).toMatchObject({ applied: true, changed: 2 });
    expect(applied(forgotten, asked[0]?.edit)).toBe(repaired);
  });
});
