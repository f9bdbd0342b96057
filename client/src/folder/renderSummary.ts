import { reportsWord } from '../countInWords';
import { localize } from '../localize';
import { escapeHtml } from '../webview/page';
import { dashboardWords, type DashboardWords } from './dashboardMessages';
import type { FolderSummary } from './summarize';

/** The dashboard's page: with buttons and charts that are drawn in the panel, or with pictures of the charts in a file. */
export function renderSummary(title: string, summary: FolderSummary, pictures?: readonly string[]): string {
  const words = dashboardWords();
  const wrong = summary.reports - summary.balanced;
  const captions = [words.byYear, `${words.byOrgan} · ${newestYear(summary)}`, words.findings];
  const figures = captions.map((caption, index) => figure(caption, index === 0 ? legend(words) : '', pictures?.[index]));
  return `<h1>${escapeHtml(title)}</h1>
${pictures ? '' : buttons()}
<div class="tiles">${tile('', summary.reports, reportsWord(summary.reports))}${tile('good', summary.balanced, words.balanced)}${tile('bad', wrong, words.wrong)}</div>
<div class="charts">${figures.join('\n')}</div>
${reportTable(summary, words)}
<h2>${escapeHtml(words.findings)}</h2>
${findingTable(summary, words)}`;
}

function newestYear(summary: FolderSummary): string {
  return String(summary.years.at(-1)?.year ?? '');
}

function buttons(): string {
  return `<p><button id="exportHtml">${escapeHtml(localize('Export as HTML'))}</button> <button id="exportCsv">${escapeHtml(localize('Export as CSV'))}</button></p>`;
}

function tile(state: string, count: number, words: string): string {
  return `<div class="${state}"><b>${count}</b>${escapeHtml(words)}</div>`;
}

function legend(words: DashboardWords): string {
  const entries = (['received', 'granted', 'denied', 'carriedOut'] as const).map(
    (key) => `<li class="${key}">${escapeHtml(words[key])}</li>`,
  );
  return `<ul class="legend">${entries.join('')}</ul>`;
}

function figure(caption: string, key: string, picture: string | undefined): string {
  const name = escapeHtml(caption);
  const chart = picture
    ? `<img alt="${name}" src="${escapeHtml(picture)}">`
    : `<div class="chart"><canvas role="img" aria-label="${name}"></canvas></div>`;
  return `<figure><figcaption>${name}</figcaption>${key}${chart}</figure>`;
}

function reportTable(summary: FolderSummary, words: DashboardWords): string {
  const headings = [words.organ, words.year, words.state, words.received, words.carriedIn, words.closed, words.carriedOut];
  const rows = summary.organs.map((row) => [
    row.organ,
    row.year ?? '',
    row.errors === 0 ? '✓' : `✗ ${row.errors}`,
    row.received,
    row.carriedIn,
    row.closed,
    row.carriedOut,
  ]);
  return table(headings, rows);
}

function findingTable(summary: FolderSummary, words: DashboardWords): string {
  return table(
    [words.rule, words.count],
    summary.findings.map(({ summary: text, count }) => [text, count]),
  );
}

/** Numbers stand below one another by their last digit, and so do their headings. */
function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumber = headings.map((_, column) => column > 0 && rows.every((row) => typeof row[column] === 'number'));
  const side = (column: number) => (isNumber[column] ? ' class="number"' : '');
  const head = headings.map((heading, column) => `<th${side(column)}>${escapeHtml(heading)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${row.map((value, column) => `<td${side(column)}>${escapeHtml(String(value))}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead>\n<tbody>${body.join('\n')}</tbody></table>`;
}
