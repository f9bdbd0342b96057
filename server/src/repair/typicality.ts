import type { Cell } from '../report/report';

/** A cell with the value an explanation gives it. */
export interface Explained {
  readonly cell: Cell;
  readonly value: number;
}

/** What the ranking looks at beside the cell itself. */
export interface Surroundings {
  /** Row and column number of a cell in its table. */
  place(cell: Cell): { readonly row: number; readonly column: number };
  isTotal(cell: Cell): boolean;
  /** The same cell's value in the report of the year before, where that is known. */
  lastYear(cell: Cell): number | null | undefined;
  /** How surprising a value is in the place of a cell, in bits: a number where nearly all cells are 0, or a far larger one. */
  surprise(cell: Cell, value: number): number;
}

/** Unlikelihood of an explanation in bits: 1 more is half as likely. */
export function unlikelihood(explanation: readonly Explained[], around: Surroundings): number {
  let bits = 0;
  const done = new Set<Explained>();
  for (const a of explanation) {
    if (done.has(a)) continue;
    const pair = explanation.find((b) => b !== a && !done.has(b) && areSwapped(a, b, around));
    if (pair) done.add(pair);
    bits += placeBits + (pair ? swapBits : slipBits(a, around));
    for (const { cell, value } of pair ? [a, pair] : [a])
      bits += around.surprise(cell, value) - around.surprise(cell, cell.value ?? 0);
  }
  return bits;
}

/** Any of about 175 cells may be the one in which the slip was made. */
const placeBits = 7.5;
const swapBits = 3;

/**
 * Two neighbouring values exchanged, or one written a column or row too far with a 0 left behind: one slip, though two cells
 * change (edit operations in Scholtus, A generalised Fellegi-Holt paradigm for automatic error localization, Survey
 * Methodology 42, 2016).
 */
function areSwapped(a: Explained, b: Explained, around: Surroundings): boolean {
  if (a.value !== (b.cell.value ?? 0) || b.value !== (a.cell.value ?? 0)) return false;
  const p = around.place(a.cell);
  const q = around.place(b.cell);
  return Math.abs(p.row - q.row) + Math.abs(p.column - q.column) === 1 && around.isTotal(a.cell) === around.isTotal(b.cell);
}

/** How many bits it takes to say which slip turned the true value into the one written. */
function slipBits({ cell, value }: Explained, around: Surroundings): number {
  const written = cell.value;
  // A blank that turns out to be a number was forgotten, which is ordinary.
  if (written === null) return 3;
  let likelihood = digitSlips(String(value), String(Math.abs(written)));
  if (written < 0) likelihood = written === -value ? 1 : likelihood / 50;
  if (around.isTotal(cell) && written === 0) likelihood += 0.5;
  // A detail that is the same as last year's is mostly a coincidence, and a 0 nearly always.
  if (around.lastYear(cell) === written && (around.isTotal(cell) || written !== 0))
    likelihood += around.isTotal(cell) ? 0.7 : 0.02;
  if (likelihood > 0) return 3.3 - Math.log2(likelihood);
  return 12 + Math.min(6, Math.abs(String(value).length - String(written).length)) + (written === 0 ? 1 : 0);
}

/** Of all single digit slips in `truth`, the share that gives `written` (each kind counting 1). */
function digitSlips(truth: string, written: string): number {
  const n = truth.length;
  let share = 0;
  if (written.length === n) {
    const differing = [];
    for (let i = 0; i < n; i++) if (truth[i] !== written[i]) differing.push(i);
    if (differing.length === 1) share += 1 / (9 * n);
    const [i, j] = differing;
    if (differing.length === 2 && j === i! + 1 && truth[i!] === written[j] && truth[j] === written[i!]) share += 1 / (n - 1);
  } else if (written.length === n - 1) {
    for (let i = 0; i < n; i++) if (stripZeros(truth.slice(0, i) + truth.slice(i + 1)) === written) share += 1 / n;
  } else if (written.length === n + 1) {
    for (let i = 0; i <= n; i++) {
      if (written.slice(0, i) + written.slice(i + 1) !== truth) continue;
      share += 1 / (10 * (n + 1));
      if (i > 0 && written[i] === written[i - 1]) share += 1 / n;
    }
  } else if (written.length < n) {
    // A leading digit dropped leaves zeros that are not written.
    for (let i = 0; i < n; i++) if (stripZeros(truth.slice(0, i) + truth.slice(i + 1)) === written) share += 1 / n;
  }
  return share;
}

function stripZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
