import { forms, tableIds, type ColumnId, type FormId, type FormRelation, type RowId, type TableId } from '../form/form';
import type { Cell, Report, Table } from './report';
import { KeptWith } from '../text/remember';

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

type Cells = readonly (Cell | undefined)[];

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
  /** The cells of the two sides, in the order of their terms. */
  readonly cells: { readonly left: Cells; readonly right: Cells };
  /** The cell of `standsOn`. */
  readonly marked: Cell | undefined;
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

const ofReports = new KeptWith<Report, readonly Relation[]>();
/** A table that an edit did not touch is the same in two readings of a report. */
const ofTables = new KeptWith<Table, readonly Relation[]>();

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

/** The relations of the form for one table, evaluated. A row that stands in it twice counts as not read. */
export function relationsOfTable(table: Table): Relation[] {
  const rows = new Map<RowId, Table['rows'][number]>();
  const repeated = new Set<RowId>();
  for (const row of table.rows) {
    if (rows.has(row.id)) repeated.add(row.id);
    else rows.set(row.id, row);
  }
  const rowAt = (id: RowId) => (repeated.has(id) ? undefined : rows.get(id));
  const list: Relation[] = [];
  for (const relation of formRelations(table)) {
    if (relation.per === 'row') {
      let checked: readonly ColumnId[] | undefined;
      let applies = false;
      for (const key of relation.rows ?? rows.keys()) {
        const expected = rows.get(key)?.expected;
        if (!expected) continue;
        if (expected !== checked) applies = isExpected(relation.left, expected) && isExpected(relation.right, expected);
        checked = expected;
        if (!applies) continue;
        const cells = rowAt(key)?.cells;
        const cellsOf = (columns: readonly ColumnId[]) => columns.map((column) => cells?.[column]);
        list.push(new AppliedRelation(table.id, relation, key, { left: cellsOf(relation.left), right: cellsOf(relation.right) }));
      }
    } else {
      const left = relation.left.map(rowAt);
      const right = relation.right.map(rowAt);
      for (const { id } of forms['2021'].tables[table.id].columns) {
        const cellsOf = (rowsOfSide: typeof left) => rowsOfSide.map((row) => row?.cells[id]);
        list.push(new AppliedRelation(table.id, relation, id, { left: cellsOf(left), right: cellsOf(right) }));
      }
    }
  }
  return list;
}

/** The relations of the form that the table follows: a mixed table takes each relation from the form whose rows it has. */
function formRelations(table: Pick<Table, 'id' | 'rows'>): readonly FormRelation[] {
  const of = (id: FormId) => forms[id].tables[table.id].relations;
  if (table.id === 'disputes') return of('2021');
  if (table.id === 'proactive') return [...of('2021'), ...of('2019')];
  const oneRow = table.rows.some((r) => r.id === 'other') && !table.rows.some((r) => r.id.startsWith('other.'));
  return of(oneRow ? '2019' : '2021');
}

/** The relations that hold along every column of a table with these rows. */
export function columnRelations(table: Pick<Table, 'id' | 'rows'>): readonly FormRelation[] {
  return formRelations(table).filter(({ per, compare }) => per === 'column' && compare !== 'atLeast');
}

function isExpected(columns: readonly ColumnId[], expected: readonly ColumnId[]): boolean {
  return columns.every((column) => expected.includes(column));
}

/** A relation of the form with the cells of one row or column. Its terms are listed only when somebody asks for them. */
class AppliedRelation implements Relation {
  readonly rule: string;
  readonly per: 'row' | 'column';
  readonly compare: 'equal' | 'atLeast';
  readonly difference: number;
  readonly allRead: boolean;
  readonly status: RelationStatus;
  private listedLeft: readonly RelationTerm[] | undefined;
  private listedRight: readonly RelationTerm[] | undefined;
  private listed: readonly RelationTerm[] | undefined;

  constructor(
    readonly table: TableId,
    private readonly form: FormRelation,
    readonly key: string,
    readonly cells: { readonly left: Cells; readonly right: Cells },
  ) {
    this.rule = form.rule;
    this.per = form.per;
    this.compare = form.compare ?? 'equal';
    const left = sumOf(cells.left);
    const right = sumOf(cells.right);
    this.difference = left.sum - right.sum;
    const holds = this.compare === 'equal' ? this.difference === 0 : this.difference >= 0;
    // A fraction is not a count: the relation says nothing until the cell is a whole number (rule not-a-count).
    this.allRead = left.counted && right.counted;
    const decided = this.allRead || (holds && left.mayCount && right.mayCount);
    this.status = !decided ? 'undecided' : holds ? 'holds' : 'violated';
  }

  get left(): readonly RelationTerm[] {
    return (this.listedLeft ??= this.termsOf(this.form.left, 'left', this.cells.left));
  }

  get right(): readonly RelationTerm[] {
    return (this.listedRight ??= this.termsOf(this.form.right, 'right', this.cells.right));
  }

  get terms(): readonly RelationTerm[] {
    return (this.listed ??= this.left.concat(this.right));
  }

  get standsOn(): RelationTerm {
    const at = this.form.left.indexOf(this.form.standsOn);
    return at >= 0 ? this.left[at]! : this.right[this.form.right.indexOf(this.form.standsOn)]!;
  }

  get marked(): Cell | undefined {
    const at = this.form.left.indexOf(this.form.standsOn);
    return at >= 0 ? this.cells.left[at] : this.cells.right[this.form.right.indexOf(this.form.standsOn)];
  }

  private termsOf(ids: readonly string[], side: 'left' | 'right', cells: Cells): RelationTerm[] {
    const { per, key } = this;
    return ids.map((id, i) => {
      const cell = cells[i];
      return per === 'row' ? { row: key, column: id, side, cell } : { row: id, column: key, side, cell };
    });
  }
}

function sumOf(cells: Cells): { sum: number; counted: boolean; mayCount: boolean } {
  let sum = 0;
  let counted = true;
  let mayCount = true;
  for (const cell of cells) {
    sum += cell?.value ?? 0;
    if (isCounted(cell)) continue;
    counted = false;
    mayCount &&= mayCountAsZero(cell);
  }
  return { sum, counted, mayCount };
}

function isCounted(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.value !== null && Number.isInteger(cell.value) && cell.value >= 0;
}

function mayCountAsZero(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== null ? Number.isInteger(cell.value) : cell.kind !== 'unreadable');
}
