import { forms, type ColumnId, type RowId } from '../form/form';
import { rowOf, type Report } from '../report/report';
import { localized, type Localized } from '../text/localized';
import type { CellReference, Reading } from './statement';

/** The readings of the counting verbs: 收到, 新收, 受理, 办理, 办结 and the carry-over phrases, of the applications' total column. */
export function applicationReadings(verb: string, report: Report): Reading[] {
  const { received, carriedIn, carriedOut, outcomeTotal } = totals;
  const both = reading(bothName, [received, carriedIn]);
  const rejected = groupCells(report, 'rejected', 'total');
  const other = groupCells(report, 'other', 'total');
  switch (verb) {
    case 'newlyReceived':
      return [reading(names.received, [received])];
    case 'received':
      return [reading(names.received, [received]), both];
    case 'accepted':
      return [
        reading(names.received, [received]),
        both,
        reading(localized('本年新收减去不予处理', 'received less rejected'), [received], rejected),
        reading(localized('第一项加第二项再减去不予处理', 'items 一 + 二 less rejected'), [received, carriedIn], rejected),
      ];
    case 'handled':
      return [reading(names.received, [received]), both, reading(names.outcomeTotal, [outcomeTotal])];
    case 'closed':
      return [
        reading(names.outcomeTotal, [outcomeTotal]),
        reading(localized('（七）总计减去上年结转', '（七） less carried in'), [outcomeTotal], [carriedIn]),
        reading(localized('（七）总计减去其他处理', '（七） less otherwise handled'), [outcomeTotal], other),
        reading(localized('（七）总计减去不予处理', '（七） less rejected'), [outcomeTotal], rejected),
      ];
    case 'carriedIn':
      return [reading(names.carriedIn, [carriedIn])];
    case 'carriedOut':
      return [reading(names.carriedOut, [carriedOut])];
    case 'carried':
      return [reading(names.carriedOut, [carriedOut]), reading(names.carriedIn, [carriedIn])];
    default:
      return [];
  }
}

/** The applicants of what was received, of everything in hand, or of everything closed. */
export function applicantReadings(applicant: string): Reading[] {
  const columns = applicant === 'organisations' ? organisationColumns : [applicant];
  const of = (row: RowId) => columns.map((column) => cell(row, column));
  return [
    reading(names.received, of('received')),
    reading(bothName, [...of('received'), ...of('carriedIn')]),
    reading(names.outcomeTotal, of('outcomeTotal')),
  ];
}

/** The sum of outcome groups (予以公开, 不予公开 …) or of single rows, in the total or one applicant's column. */
export function outcomeReadings(report: Report, groups: readonly string[], applicant: string | null): Reading[] {
  const columns = applicant === null ? ['total'] : applicant === 'organisations' ? organisationColumns : [applicant];
  const cells = groups.flatMap((group) => columns.flatMap((column) => groupCells(report, group, column)));
  const name = groups.map(
    (group) => outcomeNames[group]?.zh ?? forms['2021'].tables.applications.rows.find((r) => r.id === group)?.label,
  );
  return [reading(localized(name.join('＋'), groups.join(' + ')), cells)];
}

/** What cases a phrase counts. `closed`: only those decided. */
export interface CasesCounted {
  readonly rows: readonly RowId[];
  /** `closed` for 审结, a result column, or null for the total. */
  readonly result: string | null;
}

/** Reviews and lawsuits: the total, or only the decided cases, or one result. */
export function caseReadings({ rows, result }: CasesCounted): Reading[] {
  const of = (column: ColumnId) => rows.map((row): CellReference => ({ table: 'disputes', row, column }));
  if (result !== null && result !== 'closed') return [reading(resultNames[result]!, of(result))];
  const closed = reading(localized('总计减去尚未审结', 'total less pending'), of('total'), of('pending'));
  return result === 'closed' ? [closed] : [reading(localized('总计', 'total'), of('total')), closed];
}

/** The value of a reading; `null` where a cell is not a number. Blanks count as 0 only in `withBlanksAsZero`. */
export function valueOfReading(report: Report, r: Reading): { readonly value: number | null; readonly withBlanksAsZero: number } {
  let value = 0;
  let readAll = true;
  const add = (references: readonly CellReference[], sign: 1 | -1) => {
    for (const { table, row, column } of references) {
      const found = report.tables[table]?.status === 'read' ? rowOf(report, table, row)?.cells[column] : undefined;
      if (found?.value == null || !Number.isSafeInteger(found.value)) readAll = false;
      else value += sign * found.value;
    }
  };
  add(r.plus, 1);
  add(r.minus, -1);
  return { value: readAll ? value : null, withBlanksAsZero: value };
}

export const outcomeNames: Readonly<Record<string, Localized>> = {
  granted: localized('予以公开', 'granted'),
  partlyGranted: localized('部分公开', 'partly granted'),
  denied: localized('不予公开', 'denied'),
  unable: localized('无法提供', 'unable to provide'),
  rejected: localized('不予处理', 'rejected'),
  other: localized('其他处理', 'otherwise handled'),
};

export const resultNames: Readonly<Record<string, Localized>> = {
  upheld: localized('结果维持', 'upheld'),
  corrected: localized('结果纠正', 'corrected'),
  otherResult: localized('其他结果', 'other result'),
  pending: localized('尚未审结', 'pending'),
};

const names = {
  received: localized('本年新收', 'received'),
  carriedIn: localized('上年结转', 'carried in'),
  carriedOut: localized('结转下年度', 'carried over'),
  outcomeTotal: localized('（七）总计', '（七） total'),
};
const bothName = localized('本年新收加上年结转', 'received plus carried in');

const organisationColumns: readonly ColumnId[] = [
  'business',
  'researchBody',
  'publicWelfare',
  'legalService',
  'otherOrganisation',
];

function reading(name: Localized, plus: readonly CellReference[], minus: readonly CellReference[] = []): Reading {
  return { name, plus, minus };
}

function cell(row: RowId, column: ColumnId): CellReference {
  return { table: 'applications', row, column };
}

const totals = {
  received: cell('received', 'total'),
  carriedIn: cell('carriedIn', 'total'),
  carriedOut: cell('carriedOut', 'total'),
  outcomeTotal: cell('outcomeTotal', 'total'),
};

/** The rows of an outcome group; a single row is its own group, and 其他处理 is one row in the form of 2019. */
function groupCells(report: Report, group: string, column: ColumnId): CellReference[] {
  if (group === 'other' && rowOf(report, 'applications', 'other')) return [cell('other', column)];
  const rows = groupRows.get(group) ?? [group];
  return rows.map((row) => cell(row, column));
}

const groupRows = new Map<string, RowId[]>();
for (const { id } of forms['2021'].tables.applications.rows) {
  const dot = id.indexOf('.');
  if (dot < 0) continue;
  const group = id.slice(0, dot);
  groupRows.set(group, [...(groupRows.get(group) ?? []), id]);
}
