import type { Random } from '../random';
import type { Line, Piece } from '../renderedText';
import { fullRows, hasBlankValue, repeatedRows, type GridCell, type GridRow, type TableGrid } from '../reportGrid';
import { border, cellPiece, padding, tableLine, type LayoutOptions, type TableLayout } from './renderLayout';

/** One table row per line, a TAB between cells. */
export const tabRows: TableLayout = {
  name: 'tabRows',
  read: ['tabRows'],
  choose: (random) => ({
    spans: random.pick(['grid', 'collapsed', 'shifted', 'repeated']),
    trailing: random.pick(['keep', 'drop']),
    pageBreak: random.pick(['none', 'none', 'labelsMove']),
    blankLines: random.pick(['none', 'none', 'some']),
    pad: random.pick(['none', 'none', 'space', 'noBreak']),
  }),
  render(grid, options, random) {
    const full: Field[][] = options.spans === 'repeated' ? repeatedRows(grid) : fullRows(grid);
    const breakAt = options.pageBreak === 'labelsMove' ? random.int(6, grid.rows.length - 1) : Infinity;
    const lines: Line[] = [];
    grid.rows.forEach((row, y) => {
      const fields = fieldsOf(row, full[y]!, grid, options, y >= breakAt, random);
      const unsure = options.spans === 'shifted' && blankAtAnEnd(row);
      lines.push(tableLine(grid, row, joined(trimmed(fields, row, options), options, unsure, random)));
      if (options.blankLines === 'some' && random.chance(0.1)) lines.push({ pieces: [], table: grid.table });
    });
    return lines;
  },
};

type Field = GridCell | null;

/** Where fillers stand before or behind the values as it happens, a blank value at either end cannot be told from a filler. */
function blankAtAnEnd(row: GridRow): boolean {
  const values = row.cells.filter((cell) => cell.role === 'value');
  return values.length > 0 && (values[0]!.text === '' || values[values.length - 1]!.text === '');
}

function fieldsOf(
  row: GridRow,
  full: Field[],
  grid: TableGrid,
  options: LayoutOptions,
  afterBreak: boolean,
  random: Random,
): Field[] {
  const values = row.cells.filter((cell) => cell.role === 'value');
  const steady = values.length === 0 || hasBlankValue(row);
  // After a page break the merged label cells on the left are gone and the row's own label stands in the first field.
  if (afterBreak && !steady && grid.table === 'applications') {
    const label = row.cells.filter((cell) => cell.role !== 'value');
    const gap = random.int(0, 2);
    return [...label, ...empty(gap), ...values, ...empty(grid.width - label.length - gap - values.length)];
  }
  if (options.spans === 'grid' || options.spans === 'repeated') return full;
  if (options.spans === 'collapsed' || steady) return options.spans === 'shifted' ? full : collapsed(row, full);
  const before = row.cells.filter((cell) => cell.role !== 'value');
  const lead = full.findIndex((field) => field !== null);
  const room = Math.max(0, grid.width - lead - before.length - values.length);
  const gap = grid.table === 'applications' ? random.int(0, Math.min(1, room)) : 0;
  return [...empty(lead), ...before, ...empty(gap), ...values, ...empty(room - gap)];
}

/** Merged columns collapse to one field; the empty fields of labels merged over rows above stay. */
function collapsed(row: GridRow, full: Field[]): Field[] {
  const lead = full.findIndex((field) => field !== null);
  return [...empty(Math.max(0, lead)), ...row.cells];
}

function empty(count: number): Field[] {
  return new Array<Field>(Math.max(0, count)).fill(null);
}

function trimmed(fields: Field[], row: GridRow, options: LayoutOptions): Field[] {
  if (options.trailing === 'keep') return fields;
  const kept = [...fields];
  while (kept.length > 1 && kept[kept.length - 1] === null && !row.cells.every((c) => c.text === '')) kept.pop();
  return kept;
}

function joined(fields: Field[], options: LayoutOptions, unsure: boolean, random: Random): Piece[] {
  return fields.flatMap((field, index) => {
    const pieces: Piece[] = index === 0 ? [] : [border('\t')];
    if (!field) return pieces;
    const pad = options.pad === 'none' || random.chance(0.6) ? '' : options.pad === 'space' ? ' ' : '\u00a0';
    const before = random.chance(0.5);
    if (pad && before) pieces.push(padding(pad));
    pieces.push(cellPiece(field, unsure));
    if (pad && !before) pieces.push(padding(pad));
    return pieces;
  });
}
