import { Uri, commands, window } from 'vscode';
import type { FolderReports } from '../folder/folderReports';
import { numbersUri } from '../folder/reportNumbers';
import { askForReport, currentReport } from '../language';
import { localize } from '../localize';

/** Lays the numbers of a report beside those of the same organ's report of the year before. */
export async function compareWithLastYear(folder: FolderReports): Promise<void> {
  const document = currentReport();
  if (!document) {
    askForReport();
    return;
  }
  // Of a file with several reports the one at the cursor is meant.
  const cursor = window.visibleTextEditors.find((editor) => editor.document === document)?.selection.active;
  const found = await folder.previousOf(document.uri, cursor ? document.offsetAt(cursor) : 0);
  if (!found) {
    void window.showInformationMessage(localize('The folder holds no report of the same organ for the year before.'));
    return;
  }
  const { part, previous } = found;
  const year = previous.year ?? 0;
  const title = localize('{organ}: {year} and {next}', { organ: previous.organ ?? '', year, next: year + 1 });
  const before = numbersUri(Uri.parse(previous.file), previous.part);
  await commands.executeCommand('vscode.diff', before, numbersUri(document.uri, part), title);
}
