import type { Line, Piece } from '../renderedText';
import type { GridCell, TableGrid } from '../reportGrid';
import { border, cellPiece, padding, tableLine, type TableLayout } from './renderLayout';

/** A drawn table: a rule below each row, labels wrapped in their cells; merged cells drawn as one, or as blank cells beside the first. */
export const ruledRows: TableLayout = {
  name: 'ruledRows',
  read: ['ruledRows'],
  choose: (random) => ({
    strokes: random.pick(['|+-', '│┼─']),
    spans: random.pick(['merged', 'apart']),
    label: random.pick(['18', '24', '36']),
  }),
  render(grid, options) {
    const places = placesOf(grid, options.spans === 'merged');
    const widths = places[0]!.map((_, x) => Math.max(3, ...places.map((row) => neededWidth(row[x]!, Number(options.label)))));
    const [bar, crossing, stroke] = [...options.strokes!] as [string, string, string];
    const strokes = { bar, crossing, stroke };
    const lines: Line[] = [];
    grid.rows.forEach((row, y) => {
      lines.push(tableLine(grid, row, ruleAbove(places, widths, y, strokes)));
      const height = Math.max(1, ...places[y]!.map((p) => (p.cell.rows === 1 ? wrapped(p, widths).length : 1)));
      for (let line = 0; line < height; line++) lines.push(tableLine(grid, row, contentLine(places, widths, y, line, strokes)));
    });
    return [...lines, tableLine(grid, grid.rows.at(-1)!, ruleAbove(places, widths, grid.rows.length, strokes))];
  },
};

/** The cell that covers a place of the grid, and where it begins. */
interface Place {
  readonly cell: GridCell;
  readonly x: number;
  readonly y: number;
}

type Strokes = { readonly bar: string; readonly crossing: string; readonly stroke: string };

const blank: GridCell = { text: '', role: 'header', columns: 1, rows: 1 };

function placesOf(grid: TableGrid, merged: boolean): Place[][] {
  const places: Place[][] = grid.rows.map(() => []);
  grid.rows.forEach((row, y) => {
    for (const cell of row.cells) {
      let x = 0;
      while (places[y]![x]) x++;
      for (let dy = 0; dy < cell.rows && places[y + dy]; dy++) {
        for (let dx = 0; dx < cell.columns; dx++) {
          const apart = { cell: dx + dy === 0 ? { ...cell, columns: 1, rows: 1 } : blank, x: x + dx, y: y + dy };
          places[y + dy]![x + dx] = merged ? { cell, x, y } : apart;
        }
      }
    }
    for (let x = 0; x < grid.width; x++) places[y]![x] ??= { cell: blank, x, y };
  });
  return places;
}

function isSame(a: Place | undefined, b: Place | undefined): boolean {
  return a !== undefined && b !== undefined && a.x === b.x && a.y === b.y;
}

function neededWidth({ cell }: Place, label: number): number {
  if (cell.columns > 1) return 0;
  const text = displayWidth(cell.text);
  return 2 + (cell.role === 'value' ? text : Math.min(text, label));
}

function widthOf({ cell, x }: Place, widths: readonly number[]): number {
  return widths.slice(x, x + cell.columns).reduce((sum, width) => sum + width, cell.columns - 1);
}

/** The lines of a cell; a number is never broken. */
function wrapped(place: Place, widths: readonly number[]): string[] {
  const { text, role } = place.cell;
  if (role === 'value') return [text];
  return wrappedAt(text, widthOf(place, widths) - 2);
}

export function wrappedAt(text: string, room: number): string[] {
  const lines = [''];
  for (const character of text) {
    if (displayWidth(lines.at(-1)! + character) > room) lines.push('');
    lines[lines.length - 1] += character;
  }
  return lines;
}

function ruleAbove(
  places: readonly Place[][],
  widths: readonly number[],
  y: number,
  { bar, crossing, stroke }: Strokes,
): Piece[] {
  const goesOn = (x: number) => isSame(places[y - 1]?.[x], places[y]?.[x]);
  const text = widths.map((width, x) => {
    const isInside = x > 0 && goesOn(x - 1) && goesOn(x);
    const isOneCell = isInside && isSame(places[y]![x - 1], places[y]![x]);
    return (isOneCell ? ' ' : isInside ? bar : crossing) + (goesOn(x) ? ' ' : stroke).repeat(width);
  });
  return [border(text.join('') + (goesOn(widths.length - 1) ? bar : crossing))];
}

function contentLine(places: readonly Place[][], widths: readonly number[], y: number, line: number, { bar }: Strokes): Piece[] {
  const pieces: Piece[] = [];
  for (let x = 0; x < widths.length; ) {
    const place = places[y]![x]!;
    const width = widthOf(place, widths);
    const text = place.y === y ? (wrapped(place, widths)[line] ?? '') : '';
    const { cell } = place;
    const isCell = place.y === y && line === 0;
    pieces.push(border(bar), padding(' '));
    if (isCell && cell.role === 'value') pieces.push(cellPiece(cell));
    else if (text !== '') pieces.push({ text, role: cell.role });
    pieces.push(padding(' '.repeat(Math.max(0, width - 1 - displayWidth(text)))));
    x = place.x + cell.columns;
  }
  return [...pieces, border(bar)];
}

/** Chinese characters take two columns. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}
