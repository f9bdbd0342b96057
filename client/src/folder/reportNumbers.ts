import { EventEmitter, Uri, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import { tableIds } from '../../../server/src/form/form';
import { columnName, rowName } from '../../../server/src/report/names';
import type { Report } from '../../../server/src/report/report';
import { readDocument } from '../../../server/src/service';
import type { FolderReports } from './folderReports';
import { readText } from './readText';

/** Of texts that hold the numbers of a report and are none themselves. */
export const numbersScheme = 'gouji-numbers';

/** The text with the numbers of one report of a file; `part` is the number of the report in its file, from 0. */
export function numbersUri(file: Uri, part: number): Uri {
  // Not the name of a report: the numbers alone are none, and nothing is to be found wrong in them.
  return Uri.from({ scheme: numbersScheme, path: `${file.path}.numbers`, query: file.toString(), fragment: String(part) });
}

/** Serves the numbers of a report as a text of its own, one line a cell, so that two years can be laid side by side. */
export function provideNumbers(folder: FolderReports): Disposable[] {
  const provider = new NumbersProvider();
  return [
    provider,
    workspace.registerTextDocumentContentProvider(numbersScheme, provider),
    workspace.onDidChangeTextDocument(({ document }) => provider.changeSoon(document.uri.toString())),
    folder.onDidChange(() => provider.changeSoon()),
  ];
}

/** Milliseconds without a change before the numbers are read again. */
const pause = 300;

class NumbersProvider implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  private readonly pending = new Map<string, ReturnType<typeof setTimeout>>();
  readonly onDidChange = this.changed.event;

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const part = readDocument((await readText(Uri.parse(uri.query))) ?? '').parts[Number(uri.fragment)];
    return part ? numbersOf(part.report) : '';
  }

  /** The numbers that are shown of a file, or of any, are read again once its changes pause. */
  changeSoon(file?: string): void {
    const shown = workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === numbersScheme);
    for (const uri of shown.filter(({ query }) => file === undefined || query === file)) {
      clearTimeout(this.pending.get(uri.toString()));
      this.pending.set(
        uri.toString(),
        setTimeout(() => this.changed.fire(uri), pause),
      );
    }
  }

  dispose(): void {
    this.pending.forEach((timer) => clearTimeout(timer));
    this.changed.dispose();
  }
}

function numbersOf(report: Report): string {
  const form = report.form === '2019' ? '2019' : '2021';
  const cells = tableIds.flatMap((id) =>
    (report.tables[id]?.rows ?? []).flatMap((row) =>
      Object.values(row.cells).map(
        (cell) => `${rowName(id, row.id, form)} · ${columnName(id, cell.column, form)}\t${cell.text || '—'}`,
      ),
    ),
  );
  return cells.join('\n');
}
