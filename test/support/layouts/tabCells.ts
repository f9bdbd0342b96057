import type { Random } from '../random';
import type { Line } from '../renderedText';
import { fullRows, type GridCell } from '../reportGrid';
import { linesBetweenTabs } from './tabBorders';
import { border, cellPiece, padding, tableLine, type LayoutOptions, type TableLayout } from './renderLayout';

/** A table pasted from Word: every cell is a line that starts with a TAB, a blank line ends a row. Or a web page, a TAB between its cells. */
export const tabCells: TableLayout = {
  name: 'tabCells',
  read: ['tabCells'],
  choose: (random) => ({
    noBreakSpaces: random.pick(['none', 'some']),
    wordsBroken: random.pick(['no', 'yes']),
    bookmark: random.pick(['none', 'none', 'some']),
    tabs: random.pick(['before', 'before', 'between']),
    blankCell: random.pick(['paragraph', 'nothing']),
  }),
  render(grid, options, random) {
    if (options.tabs === 'between') return linesBetweenTabs(grid, options, random);
    const full = fullRows(grid);
    const lines: Line[] = [];
    grid.rows.forEach((row, y) => {
      // A cell merged with the one above is a line with a TAB only; a cell merged with its left neighbour has no line.
      const lead = full[y]!.findIndex((field) => field !== null);
      for (let x = 0; x < lead; x++) lines.push(tableLine(grid, row, [border('\t')]));
      for (const cell of row.cells) lines.push(...cellLines(cell, options, random).map((pieces) => tableLine(grid, row, pieces)));
      lines.push({ pieces: [], table: grid.table });
    });
    return [...lines, { pieces: [], table: grid.table }];
  },
};

function cellLines(cell: GridCell, options: LayoutOptions, random: Random): Line['pieces'][] {
  if (cell.role === 'value') {
    const pad = options.noBreakSpaces === 'some' && random.chance(0.6) ? '\u00a0' : '';
    const before = random.chance(0.4);
    const pieces = [border('\t'), ...(pad && before ? [padding(pad)] : []), cellPiece(cell)];
    return [[...pieces, ...(pad && !before ? [padding(pad)] : [])]];
  }
  if (cell.role === 'header' && options.wordsBroken === 'yes' && cell.text.length === 4) {
    return [[border('\t'), { text: cell.text.slice(0, 2), role: 'header' }], [{ text: cell.text.slice(2), role: 'header' }]];
  }
  const bookmark = options.bookmark === 'some' && cell.role === 'header' && random.chance(0.1);
  return [[border('\t'), ...(bookmark ? [{ text: '[bookmark: _GoBack]', role: 'debris' as const }] : []), cellPiece(cell)]];
}
