import * as assert from './assert';
import { CodeActionKind, DiagnosticSeverity, Position, Selection, commands, languages, window, workspace } from 'vscode';
import type { CodeAction, Diagnostic, DocumentSymbol, Hover, TextDocument } from 'vscode';
import { closeEverything, eventually, fileInFolder, findings, openSample, sample } from './support';

const totalsLine = 61;
const firstTotal = new Position(totalsLine, 8);

describe('a report with wrong totals', () => {
  let document: TextDocument;

  beforeEach(async () => {
    const editor = await openSample(sample.wrongTotals);
    document = editor.document;
    await eventually('findings', () => errors(document).length > 0);
  });
  afterEach(closeEverything);

  it('shows findings on the wrong cells, with a page for each rule', () => {
    assert.deepEqual([...new Set(errors(document).map((error) => error.range.start.line))], [totalsLine]);
    for (const error of errors(document)) {
      const code = error.code as { value: string; target: { path: string } };
      assert.ok(code.target.path.endsWith(`/docs/rules/${code.value}.md`), code.target.path);
    }
  });

  it('is repaired by a quick fix', async () => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      errors(document)[0]?.range,
      CodeActionKind.QuickFix.value,
      5,
    );
    const fix = actions.find((action) => action.isPreferred && action.edit);
    assert.ok(fix?.edit, `no preferred fix among ${actions.map((action) => action.title).join(', ')}`);
    await workspace.applyEdit(fix.edit);
    assert.match(document.lineAt(totalsLine).text, /^\t（七）总计\t\t12\t0/);
  });

  it('is repaired by “Fix Table Totals” from the palette', async () => {
    const editor = window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new Selection(firstTotal, firstTotal);
    await commands.executeCommand('gouji.fixTotals');
    assert.equal(document.lineAt(totalsLine).text, '\t（七）总计\t\t12\t2\t0\t0\t0\t0\t14');
    await eventually('no more errors', () => errors(document).length === 0);
  });

  it('explains a total on hover', async () => {
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, firstTotal);
    const text = hovers.flatMap((hover) => hover.contents).map((part) => (typeof part === 'string' ? part : part.value));
    assert.match(text.join('\n'), /8 \+ 1 \+ 2 \+ 1 = 12/);
  });

  it('has an outline of six sections', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.deepEqual(
      symbols.map((symbol) => symbol.name[0]),
      ['一', '二', '三', '四', '五', '六'],
    );
  });

  it('takes the severity of a rule from the settings', async () => {
    const settings = workspace.getConfiguration('gouji', document);
    const isShown = () => ruleIds(findings(document)).includes('section-title');
    await eventually('the finding on the title', isShown);
    try {
      await settings.update('rules', { 'section-title': 'off' });
      await eventually('the rule to be off', () => !isShown());
    } finally {
      await settings.update('rules', undefined);
    }
  });

  it('keeps its findings over a restart of the server', async () => {
    await commands.executeCommand('gouji.restart');
    await eventually('findings of the new server', () => errors(document).length > 0);
  });
});

describe('reports in every layout', () => {
  afterEach(closeEverything);

  for (const name of sample.clean) {
    it(`finds nothing wrong in ${name}`, async () => {
      const { document } = await openSample(name);
      await commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
      assert.deepEqual(errors(document), []);
    });
  }
});

describe('a folder of reports that nobody opened', () => {
  it('has findings, which go with the folder', async function () {
    const copy = fileInFolder(`旧稿/${sample.wrongTotals}`);
    // In a browser the server reads no files: only open reports have findings.
    if (copy.scheme !== 'file') return this.skip();
    await workspace.fs.copy(fileInFolder(sample.wrongTotals), copy);
    try {
      await eventually('findings of the copy', () => languages.getDiagnostics(copy).length > 0);
    } finally {
      await workspace.fs.delete(fileInFolder('旧稿'), { recursive: true });
    }
    await eventually('no findings of a report that is gone', () => languages.getDiagnostics(copy).length === 0);
  });
});

function errors(document: TextDocument): Diagnostic[] {
  return findings(document).filter((finding) => finding.severity === DiagnosticSeverity.Error);
}

function ruleIds(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.map((diagnostic) => (diagnostic.code as { value: string }).value))];
}
