import { remembering } from './remember';

/** How the text of one cell reads as a number. */
export interface CellNumber {
  readonly kind: 'number' | 'blank' | 'placeholder' | 'unreadable' | 'text';
  readonly value: number | null;
  /** Decimal places written. */
  readonly decimals: number;
  /** The value as an integer of 10^-decimals. */
  readonly units: number;
  /** What follows the number in the cell, e.g. `（其中修订16件）` or `元`. */
  readonly annotation: string | null;
  /** The number is written with inner spaces (`1 0`): one number in a cell, or two run together. */
  readonly spaced: boolean;
}

const blank: CellNumber = { kind: 'blank', value: null, decimals: 0, units: 0, annotation: null, spaced: false };
const placeholder: CellNumber = { ...blank, kind: 'placeholder' };
const text: CellNumber = { ...blank, kind: 'text' };

/** Reads a cell's text, which has no white space at its ends. The text after a number is its annotation, if it is one. */
export function readCellNumber(raw: string): CellNumber {
  if (raw === '') return blank;
  if (raw === '0') return zero;
  const count = smallCount(raw);
  if (count >= 0) return (counts[count] ??= { ...zero, value: count, units: count });
  return raw.length > 60 ? text : readRemembered(raw);
}

const zero: CellNumber = { kind: 'number', value: 0, decimals: 0, units: 0, annotation: null, spaced: false };

const counts: (CellNumber | undefined)[] = [];

/** A count of up to four digits, as most cells hold; -1 for anything else. */
function smallCount(raw: string): number {
  if (raw.length > 4) return -1;
  let count = 0;
  for (let i = 0; i < raw.length; i++) {
    const digit = raw.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9 || (i === 0 && digit === 0)) return -1;
    count = count * 10 + digit;
  }
  return count;
}

const readRemembered = remembering(20_000, readFresh);

function readFresh(raw: string): CellNumber {
  const folded = raw
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .trim();
  if (folded === '') return blank;
  if (/^(?:[/\\*×\-–—－−_.。]|--+|——+|无|空|零|nil|n\/a)$/i.test(folded)) return folded === '零' ? zero : placeholder;
  const match = /^([+＋]|[-−–]|减|增)?[ \t]*(\d{1,3}(?:,\d{3})+|\d+(?:[ \t]+\d+)*)(?:[ \t]*(\.\d+))?\s*(.*)$/su.exec(folded);
  if (!match) return text;
  const [, sign, whole, written, rest] = match as unknown as [string, string | undefined, string, string | undefined, string];
  if (rest !== '' && (!isAnnotation(rest) || farBehind.test(raw))) return text;
  const spaced = /\s/.test(whole);
  // `0 7` is no number: two cells ran together here.
  if (spaced && /^0\s/.test(whole)) return { ...text, kind: 'unreadable' };
  const fraction = written && withoutBinaryRest(whole, written);
  const digits = whole.replace(/[,\s]/g, '') + (fraction ?? '.').slice(1);
  const decimals = fraction ? fraction.length - 1 : 0;
  if (digits.length > 15) return { ...text, kind: 'unreadable' };
  const units = Number(digits) * (sign === '-' || sign === '−' || sign === '–' || sign === '减' ? -1 : 1);
  return { kind: 'number', value: units / 10 ** decimals, decimals, units, annotation: rest === '' ? null : rest, spaced };
}

/**
 * Decimals without what a spreadsheet's binary arithmetic left behind them: `.632110000000001` is `.63211`. They are no more exact than
 * fifteen digits, of which the last ones are then all 0.
 */
function withoutBinaryRest(whole: string, fraction: string): string {
  const digits = whole.replace(/[,\s]/g, '');
  if (digits.length + fraction.length - 1 <= 15 || digits.length > 9) return fraction;
  const [same, exact = ''] = Number(digits + fraction)
    .toPrecision(15)
    .split('.');
  const plain = exact.replace(/0+$/, '');
  return same === digits && exact.length - plain.length >= 3 ? `.${plain}` : fraction;
}

/** Whether a cell holds numbers that stand far apart: those of several columns. */
export function holdsNumbersApart(text: string): boolean {
  return /^\d[\d.,]*\s{2,}\d/.test(text);
}

/** What stands far behind a number is of another column. */
const farBehind = /\d[ \t\u3000]{4,}\D/;

/** What may stand behind a number in its cell: a bracketed remark or a unit. */
function isAnnotation(rest: string): boolean {
  // `0 （二）部分公开` is a number and the next row's label.
  if (/^[(（][一二三四五六七八九十]{1,3}[)）]/.test(rest)) return false;
  return /^(?:[(（[【].*[)）\]】]|[件条宗起份个项次元%％人]|万元|亿元|余[件条]?)(?:\s*[(（].*[)）])?$/su.test(rest);
}
