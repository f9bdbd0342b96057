import { isSpace, trimSpan, type Line } from '../../text/lines';
import { isNumber } from '../layout';
import { drawnRow, measures, widthOf, type DrawnCell, type DrawnTable, type Measure, type OpenRow } from './drawnRows';

/** The tables drawn with rules (`+---+---+`, `├──┼──┤`) that end rows. */
export function ruledTables(text: string, lines: readonly Line[]): DrawnTable[] {
  const tables: DrawnTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!isDrawn(text, lines[at]!)) continue;
    const firstLine = at;
    while (at < lines.length && isDrawn(text, lines[at]!)) at++;
    const drawn = lines.slice(firstLine, at).map((line) => partsOf(text, line));
    const rules = drawn.filter((line) => line.some((part) => part.isRule)).length;
    const placed = rules >= 2 && rules < drawn.length ? placedOnGrid(text, drawn) : undefined;
    const rows = placed && rowsOf(text, placed, firstLine);
    if (rows && areEndedByRules(text, rows))
      tables.push({ firstLine, endLine: at, rows: rows.map((row) => drawnRow(text, row)) });
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

/** A border between two cells of a line. */
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

/** A cell goes on to the rule below it and is one of the row that it begins in. */
function rowsOf(text: string, drawn: readonly (readonly PlacedPart[])[], firstLine: number): OpenRow[] {
  const rows: OpenRow[] = [];
  const open = new Map<number, DrawnCell>();
  let row: OpenRow | undefined;
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
function areEndedByRules(text: string, rows: readonly OpenRow[]): boolean {
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
