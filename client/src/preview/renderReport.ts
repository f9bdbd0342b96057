import type {
  CellName,
  ReadDocument,
  ReadFinding,
  ReadRelation,
  ReadReport,
  ReadTable,
} from '../../../server/src/features/goujiReport';
import { errorsInWords } from '../countInWords';
import { localize } from '../localize';
import { escapeHtml } from '../webview/page';
import { printTable, type GridCell, type PrintedFooter, type PrintedRow, type ValueCell } from './tableGrid';

/** The report as the official form looks, as HTML: for the panel, and for a page to print. */
export function renderDocument(document: ReadDocument): string {
  if (document.reports.length === 0) return renderNotice(localize('No report was found in this text.'));
  return document.reports.map(renderReport).join('\n');
}

/** A page that shows no report, and why. */
export function renderNotice(text: string): string {
  return `<p class="empty">${escapeHtml(text)}</p>`;
}

function renderReport(report: ReadReport): string {
  const title = report.title ?? [report.organ, report.year].filter(Boolean).join(' ');
  const errors = report.findings.filter((finding) => finding.severity === 'error').length;
  const state = errors === 0 ? localize('✓ All sums agree') : `✗ ${errorsInWords(errors)}`;
  const others = report.findings.filter((finding) => !finding.table);
  return [
    `<article><header><h1>${escapeHtml(title)}</h1><p class="${errors === 0 ? 'good' : 'bad'}">${escapeHtml(state)}</p></header>`,
    ...report.tables.map((table) => renderTable(report, table)),
    others.length > 0
      ? `<section><h2>${escapeHtml(localize('Findings outside the tables'))}</h2>${findingList(others)}</section>`
      : '',
    '</article>',
  ].join('\n');
}

function findingList(findings: readonly ReadFinding[]): string {
  const items = findings.map(
    (finding) => `<li class="${finding.severity}" tabindex="0" ${placeOf(finding.range)}>${escapeHtml(finding.message)}</li>`,
  );
  return `<ul class="findings">${items.join('')}</ul>`;
}

function renderTable(report: ReadReport, table: ReadTable): string {
  const section = report.sections.find((candidate) => candidate.table === table.id);
  const heading = section?.title || table.title;
  const printed = printTable(table);
  const findings = report.findings.filter((finding) => finding.table === table.id);
  const undecided = undecidedCells(table);
  const hasMargin = printed.rows.some((row) => row.margin.length > 0);
  const rows = printed.rows.map((row) => renderRow(row, findings, undecided, hasMargin));
  const footers = printed.footers.map((footer) => renderFooter(footer, hasMargin));
  const without = findings.filter((finding) => !finding.row || !finding.column);
  return [
    `<section><h2 tabindex="0" ${placeOf(section?.range ?? table.range)}>${escapeHtml(heading)}</h2>`,
    table.status === 'incomplete'
      ? `<p class="warning">${escapeHtml(localize('The table is incomplete; its sums were not checked.'))}</p>`
      : '',
    `<div class="scroll"><table class="${table.id}" data-table="${table.id}"><tbody>${rows.join('\n')}</tbody>`,
    footers.length > 0 ? `<tfoot>${footers.join('\n')}</tfoot>` : '',
    `</table></div>${without.length > 0 ? findingList(without) : ''}</section>`,
  ].join('\n');
}

function renderRow(
  row: PrintedRow,
  findings: readonly ReadFinding[],
  undecided: ReadonlySet<string>,
  hasMargin: boolean,
): string {
  const cells = row.cells.map((cell) => (cell.value ? renderValue(cell, cell.value, findings, undecided) : renderLabel(cell)));
  return `<tr>${cells.join('')}${hasMargin ? `<td class="margin">${row.margin.map(sumMark).join(' ')}</td>` : ''}</tr>`;
}

function renderLabel(cell: GridCell): string {
  const label = cell.label ?? '';
  const width = label.length > 8 && cell.columns === 1 ? 'wide' : '';
  return `<th ${spanOf(cell)} class="${width}">${escapeHtml(label)}</th>`;
}

function renderValue(cell: GridCell, value: ValueCell, findings: readonly ReadFinding[], undecided: ReadonlySet<string>): string {
  const own = findings.filter((finding) => finding.row === value.row && finding.column === value.column);
  const worst = own.some((finding) => finding.severity === 'error') ? 'error' : own[0]?.severity;
  const isUndecided = !value.read || value.read.kind !== 'number' || (undecided.has(nameOf(value)) && !worst);
  const classes = [worst, isUndecided ? 'undecided' : undefined].filter(Boolean).join(' ');
  const name = `data-cell="${escapeHtml(nameOf(value))}"`;
  const title = own.length > 0 ? ` title="${escapeHtml(own.map((finding) => finding.message).join('\n'))}"` : '';
  const place = value.read ? `tabindex="-1" data-editable ${placeOf(value.read.range)}` : '';
  const text = value.read?.text ?? '';
  return `<td ${spanOf(cell)} class="${classes}" ${name} ${place}${title}>${escapeHtml(text)}</td>`;
}

function renderFooter(footer: PrintedFooter, hasMargin: boolean): string {
  const named = footer.cells.find((cell) => cell.relation)?.relation;
  const label =
    footer.labelColumns > 0 ? `<th colspan="${footer.labelColumns}">${escapeHtml(named?.name ?? footer.rule)}</th>` : '';
  const cells = footer.cells.map(({ columns, relation }) => `<td colspan="${columns}">${relation ? sumMark(relation) : ''}</td>`);
  return `<tr>${label}${cells.join('')}${hasMargin ? '<td class="margin"></td>' : ''}</tr>`;
}

/** A relation in the margin: whether it holds, and by how much it does not. */
function sumMark(relation: ReadRelation): string {
  const difference = relation.difference > 0 ? `+${relation.difference}` : String(relation.difference);
  const marks = { holds: '✓', violated: `✗ ${difference}`, undecided: '？' };
  const title = `${relation.name}\n${relation.text}`;
  return `<span class="${relation.status}" title="${escapeHtml(title)}">${escapeHtml(marks[relation.status])}</span>`;
}

function undecidedCells(table: ReadTable): Set<string> {
  const undecided = table.relations.filter((relation) => relation.status === 'undecided');
  return new Set(undecided.flatMap((relation) => relation.terms.map(nameOf)));
}

function nameOf({ row, column }: CellName): string {
  return `${row}/${column}`;
}

function spanOf(cell: GridCell): string {
  return `colspan="${cell.columns}" rowspan="${cell.rows}"`;
}

function placeOf({ start, end }: ReadFinding['range']): string {
  return `data-range="${[start.line, start.character, end.line, end.character].join(' ')}"`;
}
