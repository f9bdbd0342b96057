import { Uri, commands, window, workspace, type Disposable } from 'vscode';
import { tableIds } from '../../../server/src/form/form';
import type { Report } from '../../../server/src/report/report';
import { columnName, rowName } from '../../../server/src/report/names';
import { readDocument } from '../../../server/src/service';
import type { FolderReports } from '../folder/folderReports';
import { currentReport } from '../language';
import { localize } from '../localize';

/** Of texts that hold the numbers of a report and are none themselves. */
export const numbersScheme = 'gouji-numbers';

/** Serves the numbers of a report as a text of its own, one line a cell, so that two years can be laid side by side. */
export function provideNumbers(): Disposable {
  return workspace.registerTextDocumentContentProvider(numbersScheme, {
    provideTextDocumentContent: async (uri) => {
      const source = await workspace.openTextDocument(Uri.parse(uri.query));
      return readDocument(source.getText())
        .parts.map(({ report }) => numbersOf(report))
        .join('\n\n');
    },
  });
}

export async function compareWithLastYear(folder: FolderReports): Promise<void> {
  const document = currentReport();
  if (!document) {
    void window.showInformationMessage(localize('Open an annual report first.'));
    return;
  }
  const found = await folder.previousOf(document.uri, 0);
  if (!found) {
    void window.showInformationMessage(localize('The folder holds no report of the same organ for the year before.'));
    return;
  }
  const { previous } = found;
  const year = previous.year ?? 0;
  const title = localize('{organ}: {year} and {next}', { organ: previous.organ ?? '', year, next: year + 1 });
  await commands.executeCommand('vscode.diff', numbersUri(Uri.parse(previous.file)), numbersUri(document.uri), title);
}

function numbersUri(report: Uri): Uri {
  // Not the name of a report: the numbers alone are none, and nothing is to be found wrong in them.
  return Uri.from({ scheme: numbersScheme, path: `${report.path}.numbers`, query: report.toString() });
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
