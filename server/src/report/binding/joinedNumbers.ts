import { columnsOfRow, forms, type ColumnId, type FormId, type TableId } from '../../form/form';
import { labelMatches } from '../labels';
import { columnRelations } from '../relations';
import type { Cell, Row } from '../report';
import { readCellNumber } from '../../text/number';
import { isText, type CellToken, type TokenRow } from './cellTokens';
import { addsUp, cellOfToken } from './values';

/** Counts side by side in the order of the columns, of which the last is the sum of the others. */
type Counts = readonly number[];

/** A row's numbers, some or all of which an extractor ran together, and the ways to take them apart so that the row adds up. */
interface JoinedNumbers {
  readonly runs: readonly CellToken[];
  readonly ways: readonly Counts[];
}

/**
 * The rows of a table of counts whose numbers ran together: all of them to one run of digits, or two of them. A run alone tells little:
 * most can be taken apart in several ways. The sums of all rows and all columns together leave one way for nearly every table that adds
 * up, and none for one that does not.
 */
export class JoinedRows {
  private readonly byStart = new Map<number, JoinedNumbers>();

  constructor(private readonly columns: readonly ColumnId[]) {}

  /** The rows of the text with the numbers of each taken apart in the first way, so that they can be named like any others. */
  takenApart(rows: readonly TokenRow[]): readonly TokenRow[] {
    const count = this.columns.length;
    const joined = rows.map((row) => runsOf(row, count));
    // More rows than the form has are none of its numbers.
    if (joined.filter((runs) => runs !== undefined).length > mostRows) return rows;
    return rows.map((row, i) => {
      const runs = joined[i];
      const ways = runs && (runs.length === 1 ? waysApart(runs[0]!.text, count) : waysToPart(runs));
      if (!ways) return row;
      this.byStart.set(runs[0]!.start, { runs, ways });
      return withPieces(row, runs, piecesOf(runs, ways[0]!));
    });
  }

  /** The named rows, those that were taken apart in the one way that all sums allow; without their values where it is not one. */
  settled(rows: readonly Row[]): readonly Row[] {
    const joined = rows.map((row) => this.joinedIn(row));
    if (joined.every((one) => one === undefined)) return rows;
    const known = rows.map((row, i) => joined[i]?.ways ?? (isWhole(row) ? [this.columns.map((c) => row.cells[c]!.value!)] : []));
    const chosen = onlyWay(rows, known);
    return rows.map((row, i) => {
      const { runs } = joined[i] ?? {};
      if (!runs) return row;
      if (!chosen)
        return { ...row, reading: 'missingValues', cells: {}, unbound: runs.map((run) => cellOfToken(run, row.id, '')) };
      const pieces = piecesOf(runs, chosen[i]!);
      return {
        ...row,
        cells: Object.fromEntries(this.columns.map((c, k): [string, Cell] => [c, cellOfToken(pieces[k]!, row.id, c)])),
      };
    });
  }

  private joinedIn({ reading, cells }: Row): JoinedNumbers | undefined {
    return reading === 'complete' ? this.byStart.get(cells[this.columns[0]!]!.span.start) : undefined;
  }
}

const mostRows = forms['2021'].tables.applications.rows.length;

/** The values of a row that are too few because some ran together: one long run of digits, or one number less than the columns. */
function runsOf(row: TokenRow, count: number): readonly CellToken[] | undefined {
  const values = valuesOf(row);
  const isJoined = isOneRun(values, (length) => length >= count) || (values.length === count - 1 && values.every(isCount));
  return isJoined ? values : undefined;
}

function valuesOf({ tokens }: TokenRow): readonly CellToken[] {
  return tokens.filter((token) => !isText(token));
}

/** Whether a row's values are one run of so many digits. */
function isOneRun(values: readonly CellToken[], fits: (length: number) => boolean): boolean {
  return values.length === 1 && fits(values[0]!.text.length) && /^\d+$/.test(values[0]!.text);
}

function isCount({ text }: CellToken): boolean {
  return text.length <= 2 * longestCount && /^(?:0|[1-9]\d*)$/.test(text);
}

function withPieces({ tokens }: TokenRow, whole: readonly CellToken[], pieces: readonly CellToken[]): TokenRow {
  return { tokens: tokens.flatMap((token) => (token === whole[0] ? pieces : whole.includes(token) ? [] : token)) };
}

function isWhole({ reading, cells }: Row): boolean {
  return reading === 'complete' && Object.values(cells).every(({ kind, decimals }) => kind === 'number' && decimals === 0);
}

/** The counts one after the other, each as the digits of a run that it is. */
function piecesOf(runs: readonly CellToken[], way: Counts): CellToken[] {
  let run = 0;
  let at = runs[0]!.start;
  return way.map((count) => {
    if (at === runs[run]!.end) at = runs[++run]!.start;
    const text = String(count);
    const start = at;
    at += text.length;
    return { start, end: at, text, number: readCellNumber(text), labels: [] };
  });
}

/**
 * The rows of the text, each label apart from the number that an extractor ran into it: `行政许可3645`. A run of digits that is several
 * numbers is left as it is: only zeros can be told.
 */
export function labelsApart(rows: readonly TokenRow[], table: TableId, form: FormId): TokenRow[] {
  return rows.map((row) => {
    const last = row.tokens.at(-1);
    const [, words = '', digits = ''] = (last && isText(last) && runIntoLabel.exec(last.text)) || [];
    const labels = labelMatches(words).filter((label) => label.table === table);
    const named = labels.find((label) => label.kind === 'row');
    if (!last || !named) return row;
    const count = columnsOfRow(table, named.id, form).length;
    const isTold = count === 1 || digits === '0'.repeat(count);
    if (!isTold) return row;
    const label: CellToken = { ...last, end: last.start + words.length, text: words, labels };
    const number: CellToken = { start: label.end, end: last.end, text: digits, number: readCellNumber(digits), labels: [] };
    const values = count === 1 ? [number] : piecesOf([number], [...digits].map(Number));
    return { tokens: [...row.tokens.slice(0, -1), label, ...values] };
  });
}

const runIntoLabel = /^(.*[\u4e00-\u9fff）)])(\d+(?:\.\d+)?)$/;

/** Fifteen digits that are as many numbers: the five of each group of the disputes, each group adding up. */
export function digitsApart(rows: readonly TokenRow[], groups: number, count: number): TokenRow[] {
  return rows.map((row) => {
    const values = valuesOf(row);
    if (!isOneRun(values, (length) => length === groups * count)) return row;
    const pieces = piecesOf(values, [...values[0]!.text].map(Number));
    const ofGroup = Array.from({ length: groups }, (_, g) => pieces.slice(g * count, (g + 1) * count));
    return ofGroup.every(addsUp) ? withPieces(row, values, pieces) : row;
  });
}

/** All ways to take one of the numbers apart to two so that the last is the sum of the others. */
function waysToPart(runs: readonly CellToken[]): readonly Counts[] | undefined {
  const ways: Counts[] = [];
  for (const [i, { text }] of runs.entries()) {
    for (let at = 1; at < text.length; at++) {
      const rest = text.slice(at);
      if (rest.length > 1 && rest.startsWith('0')) continue;
      const counts = runs.flatMap((run, k) => (k === i ? [text.slice(0, at), rest] : run.text)).map(Number);
      if (counts.slice(0, -1).reduce((sum, one) => sum + one, 0) === counts.at(-1)) ways.push(counts);
    }
  }
  return ways.length > 0 ? ways : undefined;
}

/** Digits; no organ has more cases, and the search takes ever longer with longer ones. */
const longestCount = 9;

/** More than any row of a table that can be settled has. */
const mostWays = 500;

/** All ways to take digits apart to so many counts of which the last is the sum of the others; undefined where there is none, or too many. */
export function waysApart(digits: string, count: number): readonly Counts[] | undefined {
  const ways: Counts[] = [];
  const parts: number[] = [];
  const longestTotal = Math.min(longestCount, digits.length - (count - 1));
  for (let length = 1; length <= longestTotal && ways.length <= mostWays; length++) {
    const end = digits.length - length;
    const total = Number(digits.slice(end));
    if (length > 1 && digits[end] === '0') continue;
    takeParts(0, count - 1, total);

    /** Takes the digits from `at` on apart to so many counts with this sum. None but 0 itself begins with 0. */
    function takeParts(at: number, left: number, sum: number): void {
      const room = end - at - (left - 1);
      const longest = digits[at] === '0' ? 1 : room;
      if (left === 1) {
        if (room === longest && Number(digits.slice(at, end)) === sum && ways.length <= mostWays)
          ways.push([...parts, sum, total]);
        return;
      }
      // No part has more digits than the sum, and the longest one must come near to it.
      if (end - at > left * String(sum).length || sum >= left * 10 ** room) return;
      let part = 0;
      for (let taken = 1; taken <= longest; taken++) {
        part = part * 10 + digits.charCodeAt(at + taken - 1) - 0x30;
        if (part > sum) return;
        parts.push(part);
        takeParts(at + taken, left - 1, sum - part);
        parts.pop();
      }
    }
  }
  return ways.length === 0 || ways.length > mostWays ? undefined : ways;
}

/** Differences of all column relations over some of the rows, and how these were taken apart. */
interface Partial {
  readonly differences: readonly number[];
  readonly ways: number;
  /** The way of the row added last, and what it was added to. */
  readonly way?: Counts;
  readonly before?: Partial;
}

/** More than this are not followed: then the table stays unread. */
const mostPartials = 20_000;

/**
 * The one choice among the ways of each row with which all relations along the columns hold; undefined where there is none, or
 * several. Rows are added one by one, and rows so far that come to the same differences are followed as one.
 */
function onlyWay(rows: readonly Row[], ways: readonly (readonly Counts[])[]): readonly Counts[] | undefined {
  const relations = columnRelations({ id: 'applications', rows });
  const ids = new Set(rows.map((row) => row.id));
  const isComplete = relations.every(({ left, right }) => [...left, ...right].every((id) => ids.has(id)));
  if (!isComplete || ids.size < rows.length || ways.some((of) => of.length === 0)) return undefined;
  const order = rows.map((_, i) => i).sort((a, b) => ways[a]!.length - ways[b]!.length);
  const changes = order.map((i) => {
    const signs = relations.map(({ left, right }) => (left.includes(rows[i]!.id) ? 1 : right.includes(rows[i]!.id) ? -1 : 0));
    return ways[i]!.map((way) => signs.flatMap((sign) => way.slice(0, -1).map((count) => sign * count)));
  });
  const rest = restsOf(changes);
  let partials: Partial[] = [{ differences: rest[0]!.map(() => 0), ways: 1 }];
  for (const [at, i] of order.entries()) {
    const next = new Map<string, Partial>();
    for (const before of partials) {
      for (const [w, change] of changes[at]!.entries()) {
        const differences = before.differences.map((difference, k) => difference + change[k]!);
        if (!differences.every((difference, k) => mayEnd(difference, rest[at + 1]![k]!))) continue;
        const key = differences.join();
        const same = next.get(key);
        next.set(
          key,
          same ? { ...same, ways: same.ways + before.ways } : { differences, ways: before.ways, way: ways[i]![w]!, before },
        );
        if (next.size > mostPartials) return undefined;
      }
    }
    partials = [...next.values()];
  }
  if (partials[0]?.ways !== 1) return undefined;
  const chosen: Counts[] = [];
  let partial: Partial | undefined = partials[0];
  for (const i of [...order].reverse()) {
    chosen[i] = partial!.way!;
    partial = partial!.before;
  }
  return chosen;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

function mayEnd(difference: number, { least, most }: Range): boolean {
  return difference + least <= 0 && difference + most >= 0;
}

/** By how much the rows from each on can still change each difference. */
function restsOf(changes: readonly (readonly (readonly number[])[])[]): Range[][] {
  const rests: Range[][] = [changes[0]![0]!.map(() => ({ least: 0, most: 0 }))];
  for (const ofRow of [...changes].reverse()) {
    rests.unshift(
      rests[0]!.map(({ least, most }, i) => {
        const own = ofRow.map((change) => change[i]!);
        return { least: least + Math.min(...own), most: most + Math.max(...own) };
      }),
    );
  }
  return rests;
}
