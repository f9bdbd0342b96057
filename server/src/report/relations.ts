import { forms, tableIds, type ColumnId, type FormId, type FormRelation, type RowId, type TableId } from '../form/form';
import type { Cell, Report, Table } from './report';

/** One term of a relation: a cell of the form, read or not, with the sign it enters the difference with. */
export interface RelationTerm {
  readonly row: RowId;
  readonly column: ColumnId;
  readonly side: 'left' | 'right';
  readonly cell: Cell | undefined;
}

/**
 * `undecided`: a term was not read; a blank term counts as 0 only when the relation then holds.
 */
export type RelationStatus = 'holds' | 'violated' | 'undecided';

/** A relation of the form applied to one row or one column of a table. */
export interface Relation {
  readonly rule: string;
  readonly table: TableId;
  /** The row or column the relation runs along. */
  readonly per: 'row' | 'column';
  readonly key: string;
  readonly terms: readonly RelationTerm[];
  readonly left: readonly RelationTerm[];
  readonly right: readonly RelationTerm[];
  readonly standsOn: RelationTerm;
  readonly compare: 'equal' | 'atLeast';
  readonly status: RelationStatus;
  /** Left side minus right side with unread terms as 0, in units of 1 (counts). */
  readonly difference: number;
  /** True when every term is a number. */
  readonly allRead: boolean;
}

/** Every relation of the form on the tables of a report. Incomplete tables have none: their arithmetic decides nothing. */
export function relationsOf(report: Report): readonly Relation[] {
  let all = ofReports.get(report);
  if (!all) {
    const read = tableIds.map((id) => report.tables[id]).filter((table) => table?.status === 'read');
    ofReports.set(report, (all = read.flatMap((table) => ofTable(table!))));
  }
  return all;
}

function ofTable(table: Table): readonly Relation[] {
  let all = ofTables.get(table);
  if (!all) ofTables.set(table, (all = relationsOfTable(table)));
  return all;
}

const ofReports = new WeakMap<Report, readonly Relation[]>();
/** A table that an edit did not touch is the same in two readings of a report. */
const ofTables = new WeakMap<Table, readonly Relation[]>();

/** Whether a cell of the form is one of a relation's terms. */
export function hasTerm(
  relation: Relation,
  cell: { readonly table: TableId; readonly row: RowId; readonly column: ColumnId },
): boolean {
  if (relation.table !== cell.table || relation.key !== (relation.per === 'row' ? cell.row : cell.column)) return false;
  return relation.terms.some((t) => t.row === cell.row && t.column === cell.column);
}

/** The relations a cell takes part in. */
export function relationsOfCell(report: Report, table: TableId, row: RowId, column: ColumnId): readonly Relation[] {
  return relationsOf(report).filter((r) => hasTerm(r, { table, row, column }));
}

/** The value a term would need so that its relation holds, the others unchanged; undefined when negative or when others are unread. */
export function neededValue(relation: Relation, term: RelationTerm): number | undefined {
  if (relation.compare !== 'equal' || relation.terms.some((t) => t !== term && t.cell?.value == null)) return undefined;
  const current = term.cell?.value ?? 0;
  const needed = term.side === 'left' ? current - relation.difference : current + relation.difference;
  return needed >= 0 ? needed : undefined;
}

export function relationsOfTable(table: Table): Relation[] {
  const rows = new Map<RowId, Table['rows'][number]>();
  const repeated = new Set<RowId>();
  for (const row of table.rows) {
    if (rows.has(row.id)) repeated.add(row.id);
    else rows.set(row.id, row);
  }
  const cellAt = (row: RowId, column: ColumnId) => (repeated.has(row) ? undefined : rows.get(row)?.cells[column]);
  const list: Relation[] = [];
  for (const relation of formRelations(table)) {
    if (relation.per === 'row') {
      for (const key of relation.rows ?? rows.keys()) {
        const row = rows.get(key);
        if (row && isExpected(relation.left, row.expected) && isExpected(relation.right, row.expected)) {
          list.push(apply(table.id, relation, key, cellAt));
        }
      }
    } else {
      for (const column of forms['2021'].tables[table.id].columns) {
        list.push(apply(table.id, relation, column.id, cellAt));
      }
    }
  }
  return list;
}

/** The relations of the form that the table follows: a mixed table takes each relation from the form whose rows it has. */
function formRelations(table: Table): readonly FormRelation[] {
  const of = (id: FormId) => forms[id].tables[table.id].relations;
  if (table.id === 'disputes') return of('2021');
  if (table.id === 'proactive') return [...of('2021'), ...of('2019')];
  const oneRow = table.rows.some((r) => r.id === 'other') && !table.rows.some((r) => r.id.startsWith('other.'));
  return of(oneRow ? '2019' : '2021');
}

function isExpected(columns: readonly ColumnId[], expected: readonly ColumnId[]): boolean {
  return columns.every((column) => expected.includes(column));
}

function apply(
  table: TableId,
  relation: FormRelation,
  key: string,
  cellAt: (row: RowId, column: ColumnId) => Cell | undefined,
): Relation {
  const left = termsOf(relation.left, relation.per, key, 'left', cellAt);
  const right = termsOf(relation.right, relation.per, key, 'right', cellAt);
  const terms = left.concat(right);
  const standsOn = terms[relation.left.concat(relation.right).indexOf(relation.standsOn)]!;
  const difference = sumOf(left) - sumOf(right);
  const compare = relation.compare ?? 'equal';
  const holds = compare === 'equal' ? difference === 0 : difference >= 0;
  // A fraction is not a count: the relation says nothing until the cell is a whole number (rule not-a-count).
  const read = terms.every(isCounted);
  const status: RelationStatus = read
    ? holds
      ? 'holds'
      : 'violated'
    : holds && terms.every(mayCountAsZero)
      ? 'holds'
      : 'undecided';
  return {
    rule: relation.rule,
    table,
    per: relation.per,
    key,
    terms,
    left,
    right,
    standsOn,
    compare,
    status,
    difference,
    allRead: read,
  };
}

function termsOf(
  ids: readonly string[],
  per: 'row' | 'column',
  key: string,
  side: 'left' | 'right',
  cellAt: (row: RowId, column: ColumnId) => Cell | undefined,
): RelationTerm[] {
  return ids.map((id) =>
    per === 'row' ? { row: key, column: id, side, cell: cellAt(key, id) } : { row: id, column: key, side, cell: cellAt(id, key) },
  );
}

function sumOf(terms: readonly RelationTerm[]): number {
  let sum = 0;
  for (const { cell } of terms) sum += cell?.value ?? 0;
  return sum;
}

function isCounted({ cell }: RelationTerm): boolean {
  return cell !== undefined && cell.value !== null && Number.isInteger(cell.value) && cell.value >= 0;
}

function mayCountAsZero({ cell }: RelationTerm): boolean {
  return cell !== undefined && (cell.value !== null ? Number.isInteger(cell.value) : cell.kind !== 'unreadable');
}
