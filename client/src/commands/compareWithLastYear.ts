import { Uri, commands, window, workspace, type Disposable } from 'vscode';
import { tableIds } from '../../../server/src/form/form';
import type { Report } from '../../../server/src/report/report';
import { columnName, rowName } from '../../../server/src/report/names';
import { readDocument } from '../../../server/src/service';
import type { FolderReports } from '../folder/folderReports';
import { currentReport } from '../language';
import { localize } from '../localize';

const scheme = 'gouji-numbers';

/** Serves the numbers of a report as a text of its own, one line a cell, so that two years can be laid side by side. */
export function provideNumbers(): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
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
  const previous = await folder.previousOf(document.uri);
  if (!previous) {
    void window.showInformationMessage(localize('The folder holds no report of the same organ for the year before.'));
    return;
  }
  const title = localize('{organ}: {year} and the year after', { organ: previous.organ ?? '', year: previous.year ?? '' });
  await commands.executeCommand('vscode.diff', numbersUri(previous.uri), numbersUri(document.uri), title);
}

function numbersUri(report: Uri): Uri {
  return Uri.from({ scheme, path: report.path, query: report.toString() });
}

function numbersOf(report: Report): string {
  const lines = tableIds.flatMap((id) =>
    (report.tables[id]?.rows ?? []).map((row) => {
      const form = report.form === '2019' ? '2019' : '2021';
      const cells = Object.values(row.cells).map((cell) => `${columnName(id, cell.column, form)} ${cell.text || '—'}`);
      return `${rowName(id, row.id, form)}：${cells.join('  ')}`;
    }),
  );
  return lines.join('\n');
}
