import { columnsOfRow, forms, type FormTable, type RowId, type TableId } from '../../server/src/form/form';
import type { Random } from './random';
import type { CellKey } from './renderedText';
import type { ReportModel } from './reportModel';
import { headerWord, rowLabel, write, type Wording } from './wording';

/** A cell of the printed table with its spans, before any layout flattens it. */
export interface GridCell {
  readonly text: string;
  readonly role: 'label' | 'value' | 'header' | 'group' | 'note';
  readonly columns: number;
  readonly rows: number;
  readonly cell?: CellKey;
  readonly value?: number | null;
}

export interface GridRow {
  /** The form's row whose values stand here; `header` for headers and block titles, `cases` for the one row of the disputes table. */
  readonly id: RowId;
  readonly cells: readonly GridCell[];
}

export interface TableGrid {
  readonly table: TableId;
  readonly width: number;
  readonly rows: readonly GridRow[];
}

export function tableGrid(table: TableId, model: ReportModel, part: number, wording: Wording, random: Random): TableGrid {
  const source: Source = { table, part, model, wording, random, form: forms[model.forms[table]].tables[table] };
  if (table === 'proactive') return { table, width: 4, rows: proactiveRows(source) };
  if (table === 'applications') return { table, width: 10, rows: applicationRows(source) };
  return { table, width: 15, rows: disputeRows(source) };
}

interface Source {
  readonly table: TableId;
  readonly part: number;
  readonly model: ReportModel;
  readonly wording: Wording;
  readonly random: Random;
  readonly form: FormTable;
}

function fixed(source: Source, text: string, role: GridCell['role'], columns = 1, rows = 1): GridCell {
  return { text: write(text, source.wording, source.random), role, columns, rows };
}

function rowTitle(source: Source, row: RowId, columns: number): GridCell {
  const label = source.form.rows.find((r) => r.id === row)!.label;
  return { text: rowLabel(row, label, source.wording, source.random), role: 'label', columns, rows: 1 };
}

function values(source: Source, row: RowId, width: number): GridCell[] {
  const { table, part } = source;
  const entries = Object.entries(source.model.tables[table][row]!);
  return entries.map(([column, { text, value }], index) => ({
    text,
    value,
    role: 'value' as const,
    columns: index === entries.length - 1 ? width - entries.length + 1 : 1,
    rows: 1,
    cell: { part, table, row, column },
  }));
}

function proactiveRows(source: Source): GridRow[] {
  const form = source.model.forms.proactive;
  const rows: GridRow[] = [];
  for (const group of source.form.groups) {
    const members = source.form.rows.filter((row) => row.group === group.id);
    const columns = columnsOfRow('proactive', members[0]!.id, form);
    rows.push({ id: 'header', cells: [fixed(source, group.label, 'group', 4)] });
    const titles = columns.map((id, index) =>
      fixed(source, columnTitle(source, id), 'header', index === columns.length - 1 ? 4 - columns.length : 1),
    );
    rows.push({ id: 'header', cells: [fixed(source, '信息内容', 'header'), ...titles] });
    for (const row of members) rows.push({ id: row.id, cells: [rowTitle(source, row.id, 1), ...values(source, row.id, 3)] });
  }
  return rows;
}

function columnTitle(source: Source, column: string): string {
  return source.form.columns.find((c) => c.id === column)!.label;
}

function applicationRows(source: Source): GridRow[] {
  const title = (id: string, columns = 1, rows = 1): GridCell => ({
    ...fixed(source, columnTitle(source, id), 'header', columns, rows),
    text: headerText(source, columnTitle(source, id)),
  });
  const rows: GridRow[] = [
    { id: 'header', cells: [fixed(source, source.form.note!, 'note', 3, 3), fixed(source, '申请人情况', 'header', 7)] },
    { id: 'header', cells: [title('naturalPerson', 1, 2), fixed(source, '法人或其他组织', 'header', 5), title('total', 1, 2)] },
    {
      id: 'header',
      cells: ['business', 'researchBody', 'publicWelfare', 'legalService', 'otherOrganisation'].map((id) => title(id)),
    },
  ];
  const outcomes = source.form.rows.filter((row) => !['received', 'carriedIn', 'carriedOut'].includes(row.id));
  for (const row of source.form.rows) {
    const cells: GridCell[] = [];
    const group = row.id.includes('.') ? row.id.split('.')[0]! : null;
    if (row.id === 'granted') cells.push(fixed(source, '三、本年度办理结果', 'group', 1, outcomes.length));
    if (!outcomes.includes(row)) cells.push(rowTitle(source, row.id, 3));
    else if (!group) cells.push(rowTitle(source, row.id, 2));
    else {
      const members = outcomes.filter((r) => r.id.startsWith(`${group}.`));
      if (members[0] === row) {
        cells.push(fixed(source, source.form.groups.find((g) => g.id === group)!.label, 'group', 1, members.length));
      }
      cells.push(rowTitle(source, row.id, 1));
    }
    rows.push({ id: row.id, cells: [...cells, ...values(source, row.id, 7)] });
  }
  return rows;
}

function disputeRows(source: Source): GridRow[] {
  const word = (label: string, rows: number): GridCell => ({
    ...fixed(source, label, 'header', 1, rows),
    text: headerText(source, label),
  });
  const words = (rows: number) => source.form.columns.map((column) => word(column.label, rows));
  const cases: GridRow = { id: 'cases', cells: source.form.rows.flatMap((row) => values(source, row.id, 5)) };
  // Bare cases with blanks among them could be counted from either end; a page like that has its header.
  if (source.wording.headers === 'casesBare' && !hasBlankValue(cases)) return [cases];
  return [
    { id: 'header', cells: [fixed(source, '行政复议', 'header', 5), fixed(source, '行政诉讼', 'header', 10)] },
    {
      id: 'header',
      cells: [...words(2), fixed(source, '未经复议直接起诉', 'header', 5), fixed(source, '复议后起诉', 'header', 5)],
    },
    { id: 'header', cells: [...words(1), ...words(1)] },
    cases,
  ];
}

function headerText(source: Source, label: string): string {
  return headerWord(label, source.wording, source.random);
}

/** The full grid: every row with one entry per printed column; null where a merged cell continues. */
export function fullRows(grid: TableGrid): (GridCell | null)[][] {
  const rows: (GridCell | null | undefined)[][] = grid.rows.map(() => new Array<undefined>(grid.width).fill(undefined));
  grid.rows.forEach((row, y) => {
    for (const cell of row.cells) {
      const x = rows[y]!.indexOf(undefined);
      for (let dy = 0; dy < cell.rows; dy++) {
        for (let dx = 0; dx < cell.columns; dx++) if (rows[y + dy]) rows[y + dy]![x + dx] = null;
      }
      rows[y]![x] = cell;
    }
  });
  return rows.map((row) => row.map((cell) => cell ?? null));
}

/** The full grid as converters write it that repeat a merged cell's text in each of its places; only the first is the cell itself. */
export function repeatedRows(grid: TableGrid): GridCell[][] {
  const rows: (GridCell | undefined)[][] = grid.rows.map(() => new Array<undefined>(grid.width).fill(undefined));
  grid.rows.forEach((row, y) => {
    for (const cell of row.cells) {
      const x = rows[y]!.indexOf(undefined);
      const { text, role, columns } = cell;
      for (let dy = 0; dy < cell.rows; dy++) {
        for (let dx = 0; dx < columns; dx++) {
          if (rows[y + dy]) rows[y + dy]![x + dx] = dx + dy === 0 ? cell : { text, role, columns, rows: 1 };
        }
      }
    }
  });
  return rows.map((row) => row.map((cell) => cell!));
}

/** True when a row has a blank value, so that only a layout that shows empty cells can keep it whole. */
export function hasBlankValue(row: GridRow): boolean {
  return row.cells.some((cell) => cell.role === 'value' && cell.text === '');
}
