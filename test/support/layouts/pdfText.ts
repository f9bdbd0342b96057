import type { Random } from '../random';
import type { Line, Piece, PieceRole } from '../renderedText';
import { hasBlankValue, type GridCell, type GridRow, type TableGrid } from '../reportGrid';
import { alignColumns } from './alignedColumns';
import { padding, tableLine, type LayoutOptions, type TableLayout } from './renderLayout';

/** Text from PDF extractors: labels broken over lines, the numbers somewhere beside them, vertical words as debris. */
export const pdfText: TableLayout = {
  name: 'pdfText',
  read: ['pdfText'],
  choose: (random) => ({
    extractor: random.pick(['pdfium', 'pypdf', 'plumber', 'layout', 'firstLine', 'above']),
    labelWidth: random.pick(['12', '14', '18', '40']),
    pageNumber: random.pick(['none', '- # -', '— # —', '－#－']),
    groups: random.pick(['before', 'middle', 'missing', 'splitByPage']),
    vertical: random.pick(['yes', 'yes', 'no']),
    ordinal: random.pick(['inLabel', 'inLabel', 'inLabel', 'inLabel', 'ownLine']),
  }),
  render(grid, options, random) {
    const lines = [...headerLines(grid, options), ...bodyLines(grid, options)];
    const paged = withPageBreak(lines, grid, options, random);
    return options.extractor === 'layout' ? alignColumns(paged, grid.width) : paged.map(spaced);
  },
};

/** Lines whose pieces still need blanks between them. */
function bodyLines(grid: TableGrid, options: LayoutOptions): Line[] {
  const width = Number(options.labelWidth);
  const plumber = options.extractor === 'plumber' || options.extractor === 'layout';
  const lines: Line[] = [];
  const debris: Debris[] = [];
  let carried: string[] = [];
  for (const row of grid.rows) {
    if (row.id === 'header') {
      if (grid.table === 'proactive')
        lines.push(
          tableLine(
            grid,
            row,
            row.cells.map((cell) => ({ text: cell.text, role: cell.role })),
          ),
        );
      continue;
    }
    for (const group of row.cells.filter((cell) => cell.role === 'group')) {
      const vertical = group.text.length > 6 && group.rows > 10;
      if (vertical && options.vertical === 'no') continue;
      if (!vertical && options.groups === 'missing') continue;
      const parts = vertical ? verticalParts(group.text) : chunks(group.text, 4);
      if (plumber && (vertical || options.groups === 'middle')) debris.push({ parts, from: lines.length, rows: group.rows });
      else if (!vertical && options.groups === 'splitByPage' && parts.length > 1) carried = parts;
      else lines.push(...parts.map((text) => textLine(grid, row, text, 'group')));
    }
    const own = rowLines(grid, row, options, width);
    // A merged label split by a page: its first half before this row's label, the rest before the next row's.
    const half = carried.shift();
    const lead: Piece[] = half === undefined || !startsWithLabel(own[0]!) ? [] : [{ text: half, role: 'group' }];
    lines.push({ ...own[0]!, pieces: [...lead, ...own[0]!.pieces] }, ...own.slice(1));
  }
  return strewn(lines, debris);
}

function headerLines(grid: TableGrid, options: LayoutOptions): Line[] {
  if (grid.table === 'proactive') return [];
  const lines: Line[] = [];
  for (const row of grid.rows.filter((r) => r.id === 'header')) {
    const note = row.cells.filter((cell) => cell.role === 'note').flatMap((cell) => chunks(cell.text, 21));
    lines.push(...note.map((text) => textLine(grid, row, text, 'note')));
    const words = row.cells.filter((cell) => cell.role === 'header');
    const stacked = words.map((cell) => (cell.text.length > 4 || words.length < 4 ? [cell.text] : chunks(cell.text, 2)));
    if (options.extractor === 'pdfium' || options.extractor === 'pypdf') {
      lines.push(...stacked.flat().map((text) => textLine(grid, row, text, 'header')));
    } else {
      for (const level of [0, 1]) {
        const found = stacked.map((parts) => parts[level]).filter((text) => text !== undefined);
        if (found.length > 0)
          lines.push(
            tableLine(
              grid,
              row,
              found.map((text) => ({ text, role: 'header' as const })),
            ),
          );
      }
    }
  }
  return lines;
}

/** The lines of one row: the label in one or several lines, the values where this extractor puts them. */
function rowLines(grid: TableGrid, row: GridRow, options: LayoutOptions, width: number): Line[] {
  const label = row.cells.find((cell) => cell.role === 'label');
  const unsure = hasBlankValue(row);
  const values = row.cells.filter((cell) => cell.role === 'value').map((cell) => valuePiece(cell, unsure));
  const texts = label ? labelLines(label.text, width, options.ordinal === 'ownLine') : [];
  const rows = texts.map((text): Piece[] => [{ text, role: 'label' }]);
  if (rows.length <= 1) return [tableLine(grid, row, [...(rows[0] ?? []), ...values])];
  if (rows.length === 2 && texts[0]!.length < 3)
    return [tableLine(grid, row, rows[0]!), tableLine(grid, row, [...rows[1]!, ...values])];
  if (options.extractor === 'pdfium') rows.push(values);
  else if (options.extractor === 'above') rows.unshift(values);
  else if (options.extractor === 'pypdf') rows[rows.length - 1]!.push(...values);
  else if (options.extractor === 'firstLine') rows[0]!.push(...values);
  else if (rows.length % 2 === 0) rows.splice(rows.length / 2, 0, values);
  else rows[(rows.length - 1) / 2]!.push(...values);
  return rows.map((pieces) => tableLine(grid, row, pieces));
}

/** A list number can stand on a line of its own before its label. */
function labelLines(label: string, width: number, ordinalAlone: boolean): string[] {
  const ordinal = ordinalAlone ? /^[1-9][.、．]\s?/.exec(label)?.[0] : undefined;
  return ordinal ? [ordinal.trim(), ...chunks(label.slice(ordinal.length), width)] : chunks(label, width);
}

function valuePiece(cell: GridCell, optional: boolean): Piece {
  return { text: cell.text, role: 'value', cell: cell.cell, value: cell.value, optional };
}

interface Debris {
  readonly parts: readonly string[];
  readonly from: number;
  readonly rows: number;
}

/** Merged label cells stand in the middle of their rows: their parts get into those rows' lines or between them. */
function strewn(lines: readonly Line[], debris: readonly Debris[]): Line[] {
  const before = new Map<number, string[]>();
  const beside = new Map<number, string[]>();
  for (const { parts, from, rows } of debris) {
    const room = Math.min(rows, lines.length - from);
    const start = from + Math.max(0, Math.floor((room - parts.length) / 2));
    parts.forEach((text, n) => {
      const at = Math.min(start + n, lines.length - 1);
      const place = n % 2 === 1 && startsWithLabel(lines[at]!) ? beside : before;
      place.set(at, [...(place.get(at) ?? []), text]);
    });
  }
  return lines.flatMap((line, index) => {
    const own = (before.get(index) ?? []).map((text): Line => ({ ...line, pieces: [{ text, role: 'group' }] }));
    const lead = (beside.get(index) ?? []).map((text): Piece => ({ text, role: 'group' }));
    return [...own, { ...line, pieces: [...lead, ...line.pieces] }];
  });
}

/** Only where an ordinal shows where the label starts can a reader tell debris before it from the label. */
function startsWithLabel(line: Line): boolean {
  const first = line.pieces[0];
  return first?.role === 'label' && /^[1-9１-９（(]/.test(first.text);
}

function withPageBreak(lines: Line[], grid: TableGrid, options: LayoutOptions, random: Random): Line[] {
  if (options.pageNumber === 'none' || lines.length < 4) return lines;
  const at = random.int(2, lines.length - 1);
  const number = { text: options.pageNumber!.replace('#', String(random.int(2, 9))), role: 'debris' as const };
  const page: Line[] = [{ pieces: [number], table: grid.table, row: lines[at]!.row }];
  if (options.extractor === 'pypdf') page.unshift({ pieces: [], table: grid.table });
  return [...lines.slice(0, at), ...page, ...lines.slice(at)];
}

function spaced(line: Line): Line {
  const shown = line.pieces.filter((p) => p.text !== '' || p.cell);
  return { ...line, pieces: shown.flatMap((p, index) => (index === 0 || p.text === '' ? [p] : [padding(' '), p])) };
}

function textLine(grid: TableGrid, row: GridRow, text: string, role: PieceRole): Line {
  return tableLine(grid, row, [{ text, role }]);
}

export function chunks(text: string, width: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += width) parts.push(text.slice(at, at + width));
  // A full stop or bracket alone on a line would be a poor imitation: printers keep it with the text before it.
  if (parts.length > 1 && parts[parts.length - 1]!.length < 2) parts.splice(-2, 2, parts.slice(-2).join(''));
  return parts.map((part) => part.trim());
}

function verticalParts(text: string): string[] {
  const characters = [...text.replace(/\s/g, '')];
  return [characters.slice(0, 2).join(''), ...characters.slice(2)];
}
