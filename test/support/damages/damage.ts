import type { TableId } from '../../../server/src/form/form';
import type { Random } from '../random';
import type { CellKey, Line } from '../renderedText';

/** One way in which extraction harms a text. It strikes between cells and lines, never inside a number unless it says so. */
export interface Damage {
  readonly name: string;
  /** True for damages that leave so little that nothing else may be added. */
  readonly alone?: boolean;
  /** The damaged lines, or undefined where this damage cannot strike. */
  strike(lines: readonly Line[], random: Random, ledger: DamageLedger): Line[] | undefined;
}

/**
 * Remembers rows whose count of numbers was changed, and tables where labels and values came apart: a second such damage in the
 * same place could cancel the first, and then no person could tell that anything is wrong.
 */
export class DamageLedger {
  private readonly taken = new Set<string>();

  take(place: string): boolean {
    if (this.taken.has(place)) return false;
    this.taken.add(place);
    return true;
  }

  /** Claims every row that a line holds cells of; false, and nothing claimed, where one of them is taken. */
  takeRow(line: Line): boolean {
    const places = [...new Set([rowPlace(line), ...line.pieces.flatMap((p) => (p.cell ? [cellPlace(p.cell)] : []))])];
    if (places.some((place) => this.taken.has(place))) return false;
    places.forEach((place) => this.taken.add(place));
    return true;
  }

  /** Claims a table for a damage that parts labels from values; refused where blank cells already do. */
  takeTable(place: string): boolean {
    return this.take(`${place} apart`);
  }
}

/** A stretch of lines of one table of one report. */
export interface TableStretch {
  readonly place: string;
  readonly table: TableId;
  readonly from: number;
  readonly to: number;
}

function tableStretches(lines: readonly Line[]): TableStretch[] {
  const found: TableStretch[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = lines[at]!.table;
    if (!table) continue;
    const from = at;
    while (at + 1 < lines.length && lines[at + 1]!.table === table) at++;
    const part = lines.slice(from, at + 1).flatMap((l) => l.pieces.filter((p) => p.cell))[0]?.cell?.part ?? 0;
    found.push({ place: `${part} ${table}`, table, from, to: at + 1 });
  }
  return found;
}

export function pickTable(lines: readonly Line[], random: Random): TableStretch | undefined {
  const all = tableStretches(lines);
  return all.length > 0 ? random.pick(all) : undefined;
}

export function rowPlace(line: Line): string {
  const part = line.pieces.find((p) => p.cell)?.cell?.part ?? 0;
  return `${part} ${line.table} ${line.row}`;
}

function cellPlace(cell: CellKey): string {
  return `${cell.part} ${cell.table} ${cell.row}`;
}

/**
 * True where every row shows all its numbers. Elsewhere a number more or a label less could make a row look whole that is not,
 * and no person could tell.
 */
export function countsAreSure(lines: readonly Line[], stretch: TableStretch): boolean {
  const all = lines.slice(stretch.from, stretch.to);
  const inside = all.filter((line) => line.row !== 'header');
  const cells = all.flatMap((line) => line.pieces.filter((p) => p.cell));
  const filled = new Set(inside.filter((line) => line.pieces.some((p) => p.cell)).map((line) => line.row));
  return cells.every((p) => p.text !== '' && !p.optional) && inside.every((line) => !line.row || filled.has(line.row));
}

/** The nearest lines above and below a border between two lines that belong to a row; once where it is the same row. */
export function rowsAround(lines: readonly Line[], at: number): Line[] {
  const own = (line: Line) => line.row !== undefined && line.pieces.length > 0;
  const around = [lines.slice(0, at).findLast(own), lines.slice(at).find(own)].filter((line) => line !== undefined);
  return around.length === 2 && rowPlace(around[0]!) === rowPlace(around[1]!) ? around.slice(0, 1) : around;
}

export function replaced(lines: readonly Line[], from: number, to: number, by: readonly Line[]): Line[] {
  return [...lines.slice(0, from), ...by, ...lines.slice(to)];
}

export function rangeOf(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
