import { applicationRows, completed, type Grid } from './tables';

/** A reproducible source of random numbers (mulberry32): the same seed gives the same tables and slips everywhere. */
export interface Chance {
  /** A whole number from 0 to `n` − 1. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, pick: (list) => list[below(list.length)]! };
}

/** A table in which every relation holds, and the same organ's table of the year before. */
export interface SoundTable {
  readonly name: string;
  readonly form: '2021' | '2019';
  readonly grid: Grid;
  readonly lastYear: Grid;
}

/**
 * The tables that slips are made in. `density` is the share, in per cent, of inner cells that are not 0; `columns` the share of each
 * applicant column relative to natural persons (per cent); `largest` the size of the largest outcome.
 */
const shapes = [
  { name: 'town: nearly all zero', form: '2021', density: 8, largest: 6, columns: [100, 20, 0, 0, 0, 0] },
  { name: 'county office: small, zero-heavy', form: '2021', density: 22, largest: 30, columns: [100, 25, 0, 5, 5, 10] },
  { name: 'district: medium', form: '2021', density: 45, largest: 160, columns: [100, 30, 4, 4, 12, 10] },
  { name: 'city: large', form: '2021', density: 75, largest: 1400, columns: [100, 40, 5, 5, 15, 10] },
  { name: 'ministry: large and dense', form: '2021', density: 95, largest: 5200, columns: [100, 60, 20, 15, 30, 25] },
  { name: 'county: 2019 form', form: '2019', density: 35, largest: 90, columns: [100, 30, 5, 0, 10, 10] },
  { name: 'bureau: with blanks', form: '2021', density: 30, largest: 60, columns: [100, 30, 0, 5, 5, 5] },
] as const;

export const shapeCount = shapes.length;

/** The table of one shape; the seed decides its numbers. In a shape with blanks some zeros and one total are left blank. */
export function soundTable(shape: number, random: Chance): SoundTable {
  const s = shapes[shape]!;
  const outcomes = applicationRows(s.form).length - 4;
  const draw = (column: number, extra: number) => {
    if (random.below(100) >= Math.min(100, s.density + extra) || s.columns[column] === 0) return 0;
    const largest = Math.max(1, Math.floor((s.largest * s.columns[column]!) / 100));
    // Outcomes are uneven: most are small, a few are large.
    return 1 + random.below(1 + random.below(largest));
  };
  const year = (): Grid => {
    const columns = [0, 1, 2, 3, 4, 5];
    const inner = Array.from({ length: outcomes }, (_, o) => columns.map((c) => draw(c, o < 2 ? 45 : 0)));
    const carriedOut = columns.map((c) => Math.ceil(draw(c, 0) / 8));
    const answered = columns.map((c) => inner.reduce((sum, row) => sum + row[c]!, 0) + carriedOut[c]!);
    const carriedIn = columns.map((c) => Math.min(answered[c]!, Math.ceil(draw(c, 0) / 8)));
    return completed([[], carriedIn, ...inner], carriedOut);
  };
  const grid = year();
  if (s.name.endsWith('blanks')) {
    for (const row of grid) {
      for (let c = 0; c < 6; c++) if (row[c] === 0 && random.below(100) < 40) row[c] = null;
    }
    grid[2 + random.below(outcomes)]![6] = null;
  }
  return { name: s.name, form: s.form, grid, lastYear: year() };
}

/** The kinds of slip, equally frequent; a value shifted to the neighbouring column or row is one kind. */
export const slipKinds = [
  'digitDropped',
  'digitAdded',
  'digitChanged',
  'digitsSwapped',
  'digitRepeated',
  'shifted',
  'totalLeftAtZero',
  'totalOfLastYear',
  'sign',
] as const;

export type SlipKind = (typeof slipKinds)[number];

/** The kind that changes two cells; all others change one. */
export function isShift(kind: SlipKind): boolean {
  return kind === 'shifted';
}

export interface Slips {
  readonly kinds: readonly SlipKind[];
  readonly grid: Grid;
  /** The cells that differ from the sound table: row, column, true value. */
  readonly wrong: readonly { readonly row: number; readonly column: number; readonly value: number }[];
}

/** Makes slips of the given kinds in cells that do not touch each other's; a kind that finds no place is tried elsewhere. */
export function withSlips(table: SoundTable, kinds: readonly SlipKind[], random: Chance): Slips | null {
  const grid = table.grid.map((row) => [...row]);
  const touched = new Set<string>();
  for (const kind of kinds) {
    let done = false;
    for (let attempt = 0; attempt < 400 && !done; attempt++) {
      const changes = slip(kind, table, random);
      if (!changes || changes.some((c) => touched.has(`${c.row},${c.column}`))) continue;
      for (const c of changes) {
        grid[c.row]![c.column] = c.typed;
        touched.add(`${c.row},${c.column}`);
      }
      done = true;
    }
    if (!done) return null;
  }
  const wrong = [...touched].map((key) => {
    const [row, column] = key.split(',').map(Number) as [number, number];
    return { row, column, value: table.grid[row]![column] as number };
  });
  return { kinds, grid, wrong };
}

interface Change {
  readonly row: number;
  readonly column: number;
  readonly typed: number;
}

function slip(kind: SlipKind, table: SoundTable, random: Chance): Change[] | null {
  const totalRow = table.grid.length - 2;
  let row = random.below(table.grid.length);
  let column = random.below(7);
  if (kind === 'totalLeftAtZero' || kind === 'totalOfLastYear') {
    if (random.below(2)) row = totalRow;
    else column = 6;
  }
  const value = table.grid[row]![column];
  if (typeof value !== 'number') return null;
  const digits = String(value);
  const at = random.below(digits.length);
  const one = (text: string): Change[] | null =>
    text === '' || Number(text) === value ? null : [{ row, column, typed: Number(text) }];
  switch (kind) {
    case 'digitDropped':
      return one(digits.slice(0, at) + digits.slice(at + 1));
    case 'digitAdded': {
      const place = random.below(digits.length + 1);
      return one(digits.slice(0, place) + random.below(10) + digits.slice(place));
    }
    case 'digitChanged':
      return one(digits.slice(0, at) + random.below(10) + digits.slice(at + 1));
    case 'digitsSwapped':
      if (at + 1 >= digits.length) return null;
      return one(digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2));
    case 'digitRepeated':
      return one(digits.slice(0, at) + digits[at] + digits.slice(at));
    case 'shifted':
      return random.below(2) ? swap(table, row, column, row, column + 1) : swap(table, row, column, row + 1, column);
    case 'totalLeftAtZero':
      return one('0');
    case 'totalOfLastYear':
      return one(String(table.lastYear[row]![column]));
    case 'sign':
      return value === 0 ? null : [{ row, column, typed: -value }];
  }
}

/** Two neighbouring cells exchanged; with a 0 beside it, that is a value typed one column or row too far. */
function swap(table: SoundTable, row: number, column: number, otherRow: number, otherColumn: number): Change[] | null {
  const a = table.grid[row]?.[column];
  const b = table.grid[otherRow]?.[otherColumn];
  if (typeof a !== 'number' || typeof b !== 'number' || a === b) return null;
  // A total and a detail are not neighbours in which a value slips: the clerk adds totals up.
  if ((column === 6) !== (otherColumn === 6)) return null;
  const totalRow = table.grid.length - 2;
  if (row !== otherRow && (row === totalRow || otherRow === totalRow)) return null;
  return [
    { row, column, typed: b },
    { row: otherRow, column: otherColumn, typed: a },
  ];
}
