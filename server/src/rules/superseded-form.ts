import { labelFix } from '../fixes/labelFixes';
import { firstFormYear, formRow, type FormId, type RowId } from '../form/form';
import { formInForce } from '../report/formInForce';
import type { HeaderCell, LabelText, Report, Row, Table } from '../report/report';
import { localized } from '../text/localized';
import { span } from '../text/span';
import { blockOf, isSupersededLabel, officialLabel } from './parts/formWordings';
import { formerName, notInForce } from './parts/supersededMessages';
import type { FindingDraft, Related, Rule } from './rule';

export const supersededForm: Rule = {
  id: 'superseded-form',
  group: 'form',
  severity: 'warning',
  reads: [],
  summary: localized(
    '使用报告年度有效的表式，不混用新旧表式',
    "The tables follow the form in force for the report's year, old and new are not mixed",
  ),
  *check(report) {
    // Before 2019 there was no fixed form, and without a year it cannot be known which one applies.
    if (report.year === null || report.year < firstFormYear) return;
    const form = formInForce(report);
    for (const table of Object.values(report.tables)) {
      const covered = new Set<RowId>();
      yield* wholeBlocks(table, form, covered);
      yield* headerRuns(table, form, covered);
      yield* singleRows(report, table, form, covered);
    }
  },
};

/** Blocks whose group label is not in the form in force: everything in them is said with one finding. */
function* wholeBlocks(table: Table, form: FormId, covered: Set<RowId>): Iterable<FindingDraft> {
  for (const group of table.groups) {
    if (!isSupersededLabel(form, table.id, 'groups', group) || officialLabel(form, table.id, 'groups', group.id)) continue;
    // （六）其他处理 heads three rows in the 2021 form and is a row of its own in the 2019 form.
    if (officialLabel(form, table.id, 'rows', group.id)) continue;
    const rows = table.rows.filter((row) => blockOf(table.id, row.id) === group.id);
    for (const row of rows) covered.add(row.id);
    yield {
      span: group.span,
      table: table.id,
      ...(rows.length === 1 ? { row: rows[0]!.id } : {}),
      message: notInForce(form, `“${group.text.trim()}”这一部分`, `The block “${group.text.trim()}”`),
      related: rows.map(relatedRow),
    };
  }
}

/** Neighbouring header cells of the other form. */
function* headerRuns(table: Table, form: FormId, covered: ReadonlySet<RowId>): Iterable<FindingDraft> {
  const runs: HeaderCell[][] = [];
  let previous: HeaderCell | undefined;
  for (const header of table.header) {
    const superseded = isSupersededLabel(form, table.id, 'columns', header);
    if (superseded && previous && previous.under === header.under) runs.at(-1)!.push(header);
    else if (superseded) runs.push([header]);
    previous = superseded ? header : undefined;
  }
  for (const run of runs) {
    const [first, last] = [run[0]!, run.at(-1)!];
    const rows = rowsBelow(table, last);
    if (rows.some((row) => covered.has(row.id))) continue;
    const names = run.map((header) => header.text.replace(/\s+/gu, '')).join('、');
    yield {
      span: span(first.span.start, last.span.end),
      table: table.id,
      message: notInForce(form, `列“${names}”`, `The columns “${names}”`),
      related: rows.map(relatedRow),
    };
  }
}

/** Rows of the other form; neighbours of one group are said with one finding. */
function* singleRows(report: Report, table: Table, form: FormId, covered: Set<RowId>): Iterable<FindingDraft> {
  for (const row of table.rows) {
    if (covered.has(row.id) || mayBeGroup(table, row, form)) continue;
    const inForce = officialLabel(form, table.id, 'rows', row.id) !== undefined;
    // Another wording of a row that both forms have was usual before 2021 already; only the former wording is out of date.
    if (inForce && (form === '2019' || !isSupersededLabel(form, table.id, 'rows', row.label))) continue;
    const group = row.id.split('.')[0]!;
    const others = inForce ? [] : table.rows.filter((r) => r !== row && r.id.startsWith(`${group}.`));
    for (const other of others) covered.add(other.id);
    const name = row.label.text.replace(/\s+/gu, '');
    yield {
      span: row.label.span,
      table: table.id,
      row: row.id,
      message: inForce ? formerName(form, name, row.id) : notInForce(form, `“${name}”一行`, `The row “${name}”`),
      related: others.map(relatedRow),
      fixes: inForce && isInForceBlock(row, form) ? wordingFix(report, row.label, table, form) : [],
    };
  }
}

/** Whether a row of a table that came apart has no numbers of its own and a group's name: it is that group's label then. */
function mayBeGroup({ id, status }: Table, { id: row, reading }: Row, form: FormId): boolean {
  return status === 'incomplete' && reading !== 'complete' && officialLabel(form, id, 'groups', row) !== undefined;
}

/** Only where the row's own columns are those of the form in force may its name be changed. */
function isInForceBlock(row: Row, form: FormId): boolean {
  const columns = formRow('proactive', row.id, form)?.columns ?? [];
  return row.expected.length > 0 && row.expected.every((column) => columns.includes(column));
}

function wordingFix(report: Report, label: LabelText, table: Table, form: FormId) {
  const official = officialLabel(form, table.id, 'rows', label.id);
  const fix = official && labelFix(report.text, label, official);
  return fix ? [{ ...fix, kind: 'offered' as const }] : [];
}

/** The rows between a header and the next header or group label. */
function rowsBelow(table: Table, header: HeaderCell): Row[] {
  const next = [...table.header, ...table.groups].map((label) => label.span.start).filter((start) => start > header.span.start);
  const end = Math.min(...next, Infinity);
  return table.rows.filter((row) => row.span.start > header.span.start && row.span.start < end);
}

function relatedRow(row: Row): Related {
  const text = row.label.text.replace(/\s+/gu, '');
  return { span: row.label.span, row: row.id, message: localized(text, text) };
}
