import { env, window } from 'vscode';
import { askForReport, currentReport } from '../language';
import { localize } from '../localize';
import { requestReport, whyUnread } from '../preview/requestReport';
import { skeletonOf } from '../skeleton';
import type { RunningServer } from '../startClient';

/** Copies the report without its prose, to show how it was read without showing what it says. */
export async function copySkeleton(server: RunningServer): Promise<void> {
  const document = currentReport();
  if (!document) return askForReport();
  const read = await requestReport(server, document);
  if (!read) {
    void window.showInformationMessage(whyUnread(document, read));
    return;
  }
  const tables = read.reports.flatMap((report) => report.tables);
  const kept = [
    ...tables.map(({ range }) => ({ from: range.start.line, to: range.end.line })),
    ...read.reports.flatMap(({ sections }) => sections.map(({ range }) => ({ from: range.start.line, to: range.start.line }))),
  ];
  const how = tables.map(
    (table) => `${table.id}: ${table.layout}, ${table.status}, ${table.coverage.cells}/${table.coverage.cellsExpected}`,
  );
  await env.clipboard.writeText(`${how.join('\n')}\n\n${skeletonOf(document.getText(), kept)}`);
  void window.showInformationMessage(localize('The report without its prose is in the clipboard.'));
}
