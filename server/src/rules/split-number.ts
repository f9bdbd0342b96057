import type { Cell, Report, Row, Table } from '../report/report';
import { localized } from '../text/localized';
import { span } from '../text/span';
import { readTables, relatedCell } from './parts/cellFindings';
import { rowName } from '../report/names';
import type { FindingDraft, Fix, Rule } from './rule';
import { readingsOfComplete, readingsOfSurplus, type OtherReading } from './parts/splitReadings';

export const splitNumber: Rule = {
  id: 'split-number',
  group: 'arithmetic',
  severity: 'hint',
  reads: ['proactive', 'applications', 'disputes'],
  summary: localized(
    '相邻两个数合为一个、或整行移动一格后勾稽成立：多半是文字提取造成的',
    'Joining two neighbouring numbers, or shifting the row by one, makes it add up: probably the text extraction',
  ),
  *check(report) {
    for (const table of readTables(report)) {
      for (const row of table.rows) {
        const [reading] = readingsOf(report, table, row);
        if (reading) yield draft(report, table, row, reading);
      }
    }
  },
};

function readingsOf(report: Report, table: Table, row: Row): OtherReading[] {
  if (row.reading === 'surplus') return readingsOfSurplus(table.id, row);
  if (row.reading === 'complete') return readingsOfComplete(report, table.id, row, !table.showsBlanks);
  return [];
}

function draft(report: Report, table: Table, row: Row, reading: OtherReading): FindingDraft {
  const name = rowName(table.id, row.id);
  const [first, last] = [reading.cells[0]!, reading.cells.at(-1)!];
  const sum = `${reading.values.slice(0, -1).join(' + ')} = ${reading.values.at(-1)}`;
  const written = reading.cells.map((cell) => cell.text).join(' ');
  const fix = reading.kind === 'joined' && row.reading === 'surplus' ? joinFix(report, reading.cells) : undefined;
  return {
    span: span(first.span.start, last.span.end),
    table: table.id,
    row: row.id,
    message:
      reading.kind === 'joined'
        ? localized(
            `“${name}”一行的“${written}”多半是一个数在提取文字时被拆开：合起来后 ${sum}。请对照原件，本行不作错误报告。`,
            `“${written}” in row “${name}” is probably one number that the text extraction split: joined, ${sum}. Compare the original; the row is not reported as wrong.`,
          )
        : localized(
            `“${name}”一行的数多半在提取文字时错开了一格：移回后 ${sum}。请对照原件，本行不作错误报告。`,
            `The numbers of row “${name}” were probably shifted by one place by the text extraction: moved back, ${sum}. Compare the original; the row is not reported as wrong.`,
          ),
    related: reading.cells.map((cell) => ({ ...relatedCell(table.id, cell), row: row.id, message: plain(cell) })),
    fixes: fix ? [fix] : [],
  };
}

/** Takes out the white space inside the number. */
function joinFix(report: Report, cells: readonly Cell[]): Fix | undefined {
  const gaps = cells.slice(1).map((cell, i) => span(cells[i]!.span.end, cell.span.start));
  if (gaps.length !== 1 || !/^[^\S\r\n\t]+$/u.test(report.text.slice(gaps[0]!.start, gaps[0]!.end))) return undefined;
  const number = cells.map((cell) => cell.text).join('');
  return {
    title: localized(`合为 ${number}`, `Join to ${number}`),
    kind: 'offered',
    edits: gaps.map((gap) => ({ span: gap, newText: '' })),
  };
}

function plain(cell: Cell) {
  return localized(cell.text, cell.text);
}
