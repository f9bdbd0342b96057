import { forms, type FormLabel } from '../form/form';
import type { Report, Row, Table } from '../report/report';
import { localized } from '../text/localized';
import { span } from '../text/span';
import { readTables } from './parts/cellFindings';
import { isBrokenOverCells, mayHaveRest } from './parts/rowRest';
import { columnName, rowName } from '../report/names';
import type { FindingDraft, Rule } from './rule';

export const missingColumn: Rule = {
  id: 'missing-column',
  group: 'completeness',
  severity: 'warning',
  reads: [],
  summary: localized('表头的列和每行的单元格数与表式一致', 'The header has every column and every row as many cells as the form'),
  *check(report) {
    for (const table of readTables(report)) {
      yield* inHeader(table);
      yield* misnamed(table);
      for (const row of table.rows) {
        if (row.reading === 'missingCells') yield shortRow(report, table, row);
        if (row.reading === 'surplus') yield longRow(report, table, row);
      }
    }
  },
};

/** The header and all rows lack the same column. What an extractor cut off the header alone is not the author's. */
function* inHeader(table: Table): Iterable<FindingDraft> {
  const first = table.header[0];
  const last = table.header.at(-1);
  if (table.id !== 'applications' || !first || !last || table.rows.length === 0) return;
  const missing = forms['2021'].tables[table.id].columns.filter(
    (column) => !table.header.some((h) => h.column === column.id) && !table.rows.some((row) => row.expected.includes(column.id)),
  );
  if (missing.length === 0) return;
  const names = missing.map((column: FormLabel) => column.label).join('、');
  yield {
    span: span(first.span.start, last.span.end),
    table: table.id,
    ...(missing.length === 1 ? { column: missing[0]!.id } : {}),
    message: localized(
      `表头和各行都缺“${names}”列。请按表式补上，没有的填 0。`,
      `The header and every row lack the column “${names}”. Add it as in the form, with 0 for none.`,
    ),
  };
}

/** A header that names one column twice instead of another: its rows were read by their places. */
function* misnamed({ id, header, rows }: Table): Iterable<FindingDraft> {
  if (id !== 'proactive') return;
  for (const [at, { span: place, expected, reading }] of rows.entries()) {
    const above = rows[at - 1]?.span.end ?? 0;
    const own = header.filter((h) => h.span.start >= above && h.span.end <= place.start);
    if (reading !== 'complete' || own.length !== expected.length || own.some((h) => !expected.includes(h.column))) continue;
    const form = own.some((h) => !h.forms.includes('2021')) ? '2019' : '2021';
    for (const [i, cell] of own.entries()) {
      const column = expected[i]!;
      if (cell.column === column || own.some((h) => h.column === column)) continue;
      const name = columnName(id, column, form);
      yield {
        span: cell.span,
        table: id,
        column,
        message: localized(
          `表头把“${cell.text}”写了两次，没有“${name}”列。这一列的数按它的位置当作“${name}”读取，请改正表头。`,
          `The header names “${cell.text}” twice and lacks “${name}”. The numbers here were read as that column's, by their place; correct the header.`,
        ),
      };
    }
  }
}

function shortRow(report: Report, table: Table, row: Row): FindingDraft {
  const name = rowName(table.id, row.id);
  const [expected, found] = [row.expected.length, row.unbound.length];
  const missing = expected - found;
  const isElsewhere = mayHaveRest(report, table, row);
  return {
    span: row.label.span,
    table: table.id,
    row: row.id,
    ...(isElsewhere ? { severity: 'hint' as const } : {}),
    message: isElsewhere
      ? localized(
          `“${name}”一行应有 ${expected} 格，只有 ${found} 格：后面还有不能确定属于哪一行的数，多半在复制或提取时断行或连在了一起。请核对。`,
          `Row “${name}” has ${found} of ${expected} cells: other numbers stand nearby of which it cannot be told whose they are; copying probably broke the line or ran cells together. Check it.`,
        )
      : missing > 0
        ? localized(
            `“${name}”一行缺 ${missing} 列：应有 ${expected} 格，只有 ${found} 格。无法确定缺的是哪一列，本行不作勾稽检查；请补上，没有的填 0。`,
            `Row “${name}” lacks ${missing} of ${expected} cells. Which one cannot be known, so its sums are not checked; add it, with 0 for none.`,
          )
        : localized(
            `“${name}”一行的单元格少于表式，无法确定各数属于哪一列，本行不作勾稽检查。请对照表式补齐。`,
            `Row “${name}” has fewer cells than the form; its numbers cannot be assigned and its sums are not checked. Complete the row.`,
          ),
  };
}

function longRow(report: Report, table: Table, row: Row): FindingDraft {
  const name = rowName(table.id, row.id);
  const [expected, found] = [row.expected.length, row.unbound.length];
  return {
    span: row.label.span,
    table: table.id,
    row: row.id,
    ...(mayHaveOthers(table, row) || isBrokenOverCells(report, row) ? { severity: 'hint' as const } : {}),
    message: localized(
      `“${name}”一行有 ${found} 个数，表式只有 ${expected} 列，无法确定各数属于哪一列，本行不作勾稽检查。请检查是否多填，或者一个数被拆成了两个。`,
      `Row “${name}” has ${found} numbers for ${expected} columns; they cannot be assigned and its sums are not checked. Look for an extra cell or a number split in two.`,
    ),
  };
}

/** Where the layout shows no cells, a number beside the row's own may be a page number, or another row's that lost its label. */
function mayHaveOthers({ showsBlanks }: Table, { expected, unbound }: Row): boolean {
  if (showsBlanks) return false;
  if (expected.at(-1) !== 'total' || unbound.length >= 2 * expected.length) return true;
  const values = unbound.map((cell) => cell.value ?? 0);
  return [values.slice(0, expected.length), values.slice(-expected.length)].some(
    (own) => own.slice(0, -1).reduce((sum, value) => sum + value, 0) === own.at(-1),
  );
}
