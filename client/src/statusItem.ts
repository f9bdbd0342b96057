import { MarkdownString, StatusBarAlignment, ThemeColor, languages, window, type Disposable } from 'vscode';
import type { ReadReport } from '../../server/src/features/goujiReport';
import { errorsInWords } from './countInWords';
import { currentReport } from './language';
import { localize } from './localize';
import { requestReport, whyUnread, type Unread } from './preview/requestReport';
import type { RunningServer } from './startClient';

/** One item in the status bar while a report is edited: form and year, balanced or not, and how it was read. */
export function showStatus(server: RunningServer): Disposable[] {
  const item = window.createStatusBarItem('gouji.status', StatusBarAlignment.Right, 100);
  item.name = localize('Gouji');
  item.command = 'gouji.showMenu';
  let latest = 0;
  const update = async () => {
    const document = currentReport();
    if (!document) return item.hide();
    const request = ++latest;
    const read = server.isRunning ? await requestReport(server, document) : undefined;
    // A later look is under way and will say what is true then.
    if (request !== latest) return;
    const reports = read?.reports ?? [];
    const errors = reports.flatMap((report) => report.findings).filter((finding) => finding.severity === 'error').length;
    item.text = read ? textOf(reports, errors) : unreadText(read);
    item.tooltip = new MarkdownString(read === null ? whyUnread(document, read) : reports.map(readingOf).join('\n\n---\n\n'));
    item.backgroundColor = errors > 0 ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
  const look = () => void update();
  look();
  return [
    item,
    window.onDidChangeActiveTextEditor(look),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const current = currentReport()?.uri.toString();
      if (uris.some((uri) => uri.toString() === current)) look();
    }),
    server.onDidChangeState(look),
  ];
}

function unreadText(read: Unread): string {
  return read === null ? localize('$(circle-slash) Gouji: not read') : localize('$(sync~spin) Gouji: reading');
}

function textOf(reports: readonly ReadReport[], errors: number): string {
  const [first] = reports;
  if (!first) return localize('$(question) Gouji: no report found');
  const kind = reports.length > 1 ? localize('{count} reports', { count: reports.length }) : formAndYear(first);
  return errors > 0 ? `$(error) ${kind} · ${errorsInWords(errors)}` : localize('$(check) {kind} · balanced', { kind });
}

function formAndYear({ form, year }: ReadReport): string {
  const named = {
    '2021': localize('2021 form'),
    '2019': localize('2019 form'),
    mixed: localize('mixed form'),
    none: localize('no tables'),
  };
  return [year === null ? '' : String(year), named[form ?? 'none']].filter(Boolean).join(' · ');
}

function readingOf(report: ReadReport): string {
  const tables = report.tables.map(({ title, layout, coverage }) =>
    localize('{title}: {cells} of {expected} cells, read as {layout}', {
      title,
      layout: layoutName(layout),
      cells: coverage.cells,
      expected: coverage.cellsExpected,
    }),
  );
  return [`**${report.title ?? report.organ ?? ''}**`, ...tables.map((line) => `- ${line}`)].join('\n');
}

function layoutName(layout: string): string {
  const names: Readonly<Record<string, string>> = {
    tabRows: localize('Tabs between cells'),
    pipeRows: localize('Bars between cells'),
    pipeCells: localize('One cell a line, closed by a bar'),
    tabCells: localize('One cell a line after a tab'),
    plainCells: localize('One cell a line'),
    paragraphCells: localize('One cell a paragraph'),
    pdfText: localize('Text of a PDF'),
    htmlTables: localize('Tables in HTML'),
    ruledRows: localize('Rules between rows'),
  };
  return names[layout] ?? layout;
}
