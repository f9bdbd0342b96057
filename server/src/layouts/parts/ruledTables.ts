import { isSpace, trimSpan, type Line } from '../../text/lines';
import type { Span } from '../../text/span';
import { cellOfPieces, type RawCell } from '../layout';

/** A row of a table drawn with rules. */
export interface RuledRow {
  /** One past the last line that it stands on. */
  readonly endLine: number;
  readonly cells: readonly RawCell[];
}

/** A table drawn with a rule between any two rows: a cell may take several lines there. */
export interface RuledTable {
  readonly firstLine: number;
  readonly endLine: number;
  readonly rows: readonly RuledRow[];
}

/** The tables drawn with rules (`+---+---+`, `├──┼──┤`) that end rows. */
export function ruledTables(text: string, lines: readonly Line[]): RuledTable[] {
  const tables: RuledTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!isDrawn(text, lines[at]!)) continue;
    const firstLine = at;
    while (at < lines.length && isDrawn(text, lines[at]!)) at++;
    const drawn = lines.slice(firstLine, at).map((line) => partsOf(text, line));
    const rules = drawn.filter((line) => line.some((part) => part.isRule)).length;
    const placed = rules >= 2 && rules < drawn.length ? placedOnGrid(text, drawn) : undefined;
    const rows = placed && rowsOf(text, placed, firstLine);
    if (rows && areEndedByRules(text, rows))
      tables.push({ firstLine, endLine: at, rows: rows.map((row) => ruledRow(text, row)) });
  }
  return tables;
}

/** What stands on a line between two borders. */
interface Part {
  /** Right behind the border before it, and at the border after it. */
  readonly start: number;
  readonly end: number;
  readonly isRule: boolean;
}

interface PlacedPart extends Part {
  /** Where on the line it begins and ends, in columns. */
  readonly left: number;
  readonly right: number;
}

function isDrawn(text: string, { start, end }: Line): boolean {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  if (end - start < 3 || !(isBorder(text, start) || isLonePlus(text, start, end))) return false;
  while (isSpace(text.charCodeAt(end - 1))) end--;
  return end - start >= 3 && isBorder(text, end - 1);
}

/** A plus that begins a line with a rule, where a cell goes on from the row above. */
function isLonePlus(text: string, at: number, end: number): boolean {
  return text[at] === '+' && isSpace(text.charCodeAt(at + 1)) && text.slice(at, end).includes('+--');
}

export function isBar(code: number): boolean {
  return code === 0x7c || code === 0xff5c || code === 0x2502 || code === 0x2503 || code === 0x2551;
}

function isStroke(code: number): boolean {
  return code === 0x2d || code === 0x3d || code === 0x2500 || code === 0x2501 || code === 0x2550;
}

/** A corner or crossing: of box drawing, or a plus where a rule meets it. */
function isCrossing(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x250c && code <= 0x256c) return !isBar(code) && !isStroke(code);
  return code === 0x2b && (isStroke(text.charCodeAt(at - 1)) || isStroke(text.charCodeAt(at + 1)));
}

function isBorder(text: string, at: number): boolean {
  return isBar(text.charCodeAt(at)) || isCrossing(text, at);
}

function partsOf(text: string, line: Line): Part[] {
  const parts: Part[] = [];
  let start = -1;
  for (let at = line.start; at < line.end; at++) {
    if (!isBorder(text, at) && !(start < 0 && isLonePlus(text, at, line.end))) continue;
    if (start >= 0) parts.push({ start, end: at, isRule: isRule(text, start, at) });
    start = at + 1;
  }
  return parts;
}

/** Strokes alone, with a crossing at one end; between bars there are at least three, for few may be a placeholder. */
function isRule(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const isAlignment = text[at] === ':' && end - start >= 3 && (at === start || at === end - 1);
    if (!isStroke(text.charCodeAt(at)) && !isAlignment) return false;
  }
  return end - start >= 3 || (end > start && (isCrossing(text, start - 1) || isCrossing(text, end)));
}

/** How many columns characters take: converters count Chinese ones as two or one, and some marks either way. */
export interface Measure {
  readonly wide: number;
  readonly either: number;
}

export const measures: readonly Measure[] = [
  { wide: 2, either: 1 },
  { wide: 2, either: 2 },
  { wide: 1, either: 1 },
];

/** The parts with their columns: as the borders count where every line has as many, else where they stand below the rules' borders. */
function placedOnGrid(text: string, drawn: readonly (readonly Part[])[]): PlacedPart[][] | undefined {
  const count = drawn[0]!.length;
  if (drawn.every((parts) => parts.length === count))
    return drawn.map((parts) => parts.map((p, i) => ({ ...p, left: i, right: i + 1 })));
  for (const measure of measures) {
    const placed = drawn.map((parts) => measured(text, parts, measure));
    const borders = new Set(placed.flatMap((parts) => parts.filter((p) => p.isRule).flatMap((p) => [p.left, p.right])));
    const isOn = (parts: readonly PlacedPart[]) => parts.every((p) => borders.has(p.left) && borders.has(p.right));
    const off = placed.filter((parts) => !isOn(parts)).length;
    if (off * 8 <= placed.length) return off === 0 ? placed : withoutShift(placed, isOn);
  }
  return undefined;
}

function measured(text: string, parts: readonly Part[], measure: Measure): PlacedPart[] {
  let left = 0;
  return parts.map((part) => {
    let right = left + widthOf(text.charCodeAt(part.start - 1), measure);
    for (let at = part.start; at < part.end; at++) right += widthOf(text.charCodeAt(at), measure);
    const placed = { ...part, left, right };
    left = right;
    return placed;
  });
}

export function widthOf(code: number, { wide, either }: Measure): number {
  if (code < 0x80) return 1;
  if ((code >= 0x200b && code <= 0x200f) || code === 0xfeff) return 0;
  if (code >= 0xd800 && code <= 0xdfff) return wide / 2;
  return code < 0x1100 || (code >= 0x2000 && code < 0x2e80) ? either : wide;
}

/** A line that an edit made longer or shorter keeps the columns of the line above or below that has as many borders. */
function withoutShift(
  placed: readonly PlacedPart[][],
  isOn: (parts: readonly PlacedPart[]) => boolean,
): PlacedPart[][] | undefined {
  const lines = placed.map((parts, i) => {
    if (isOn(parts)) return parts;
    const like = [placed[i - 1], placed[i + 1]].find((other) => other?.length === parts.length && isOn(other));
    return like && parts.map((part, n) => ({ ...part, left: like[n]!.left, right: like[n]!.right }));
  });
  return lines.every((line) => line !== undefined) ? lines : undefined;
}

export interface DrawnCell {
  readonly left: number;
  readonly right: number;
  /** Where a value would be typed. */
  readonly place: number;
  readonly pieces: { readonly line: number; readonly start: number; readonly end: number }[];
}

export interface DrawnRow {
  endLine: number;
  readonly cells: DrawnCell[];
  /** A border is gone: which cell a piece belongs to cannot be told. */
  isBroken: boolean;
}

/** A cell goes on to the rule below it and is one of the row that it begins in. */
function rowsOf(text: string, drawn: readonly (readonly PlacedPart[])[], firstLine: number): DrawnRow[] {
  const rows: DrawnRow[] = [];
  const open = new Map<number, DrawnCell>();
  let row: DrawnRow | undefined;
  drawn.forEach((parts, i) => {
    const line = firstLine + i;
    const ruled = parts.filter((p) => p.isRule);
    for (const rule of ruled) for (const left of open.keys()) if (left >= rule.left && left < rule.right) open.delete(left);
    if (ruled.length > 0) row = undefined;
    for (const part of parts) {
      if (part.isRule) continue;
      const piece = trimSpan(text, part.start, part.end);
      let cell = open.get(part.left);
      if (!cell) {
        // Beside a rule stand cells that began above it; what begins there has no row.
        if (ruled.length > 0) continue;
        if (!row) rows.push((row = { endLine: line + 1, cells: [], isBroken: false }));
        cell = { left: part.left, right: part.right, place: part.end > part.start + 1 ? part.start + 1 : part.start, pieces: [] };
        open.set(part.left, cell);
        row.cells.push(cell);
      }
      if (row && cell.right !== part.right) row.isBroken = true;
      if (piece.end > piece.start) cell.pieces.push({ line, ...piece });
    }
    if (row) row.endLine = line + 1;
  });
  return rows;
}

/** In a table with rules below its header and at its end only, several lines of one such row have their own label and numbers. */
function areEndedByRules(text: string, rows: readonly DrawnRow[]): boolean {
  let [ended, several] = [0, 0];
  for (const row of rows) {
    const numbers = new Map<number, string>();
    const named = new Set<number>();
    for (const { left, pieces } of row.cells) {
      for (const { line, start, end } of pieces) {
        if (isNumber(text, start, end)) numbers.set(line, `${numbers.get(line) ?? ''} ${left}`);
        else named.add(line);
      }
    }
    if (numbers.size === 0) continue;
    const isSeveral =
      numbers.size > 1 && new Set(numbers.values()).size === 1 && [...numbers.keys()].every((line) => named.has(line));
    if (isSeveral) several++;
    else ended++;
  }
  return several === 0 || ended > several;
}

export function isNumber(text: string, start: number, end: number): boolean {
  return /^[\d０-９.,，]+$/.test(text.slice(start, end));
}

export function ruledRow(text: string, { endLine, cells, isBroken }: DrawnRow): RuledRow {
  const sorted = [...cells].sort((a, b) => a.left - b.left);
  const isSure = !isBroken && isOneRow(text, sorted);
  return { endLine, cells: sorted.map((cell) => rawCell(cell, isSure)) };
}

/** Numbers stand beside their label: those above or below it are another row's, from which the rule is gone. */
function isOneRow(text: string, cells: readonly DrawnCell[]): boolean {
  let [from, to] = [-Infinity, Infinity];
  for (const { pieces } of cells) {
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (!first || !last) continue;
    if (!isNumber(text, first.start, first.end)) [from, to] = [first.line, last.line];
    else if (first.line < from || first.line > to) return false;
  }
  return true;
}

function rawCell({ place, pieces }: DrawnCell, isSure: boolean): RawCell {
  const cell = cellOfPieces(pieces, place);
  return isSure || cell.pieces ? cell : inDoubt(cell);
}

/** A number of a row that is not sure counts as one in two pieces, which is not read. */
export function inDoubt({ start, end }: Span): RawCell {
  return end > start
    ? {
        start,
        end,
        pieces: [
          { start, end },
          { start: end, end },
        ],
      }
    : { start, end };
}
