import type { Span } from '../text/span';
import { chineseNumber } from './chineseNumber';
import { wordsFrom, type Word, type WordKind } from './lexicon';
import { isDigit, type ProseText } from './proseText';

export type TokenKind = WordKind | 'number' | 'percentage' | 'year' | 'break';

/** One known word, number or mark of a paragraph. What is not known is left out and shows as `gap` on the next token. */
export interface ProseToken {
  readonly kind: TokenKind;
  /** The word's meaning; for a break the mark itself; for a number its unit (empty where it stands bare). */
  readonly id: string;
  /** Half-open, in the folded text. */
  readonly start: number;
  readonly end: number;
  /** Unknown text stands between the token before and this one. */
  readonly gap: boolean;
  /** Of a number, year or percentage (scaled by 10^decimals); else 0. */
  readonly value: number;
  /** Decimals of a percentage; for a number 1 when it is only approximate. */
  readonly scale: number;
}

/** The tokens of one paragraph of folded prose. */
export function tokensOf(prose: ProseText, paragraph: Span): ProseToken[] {
  const { text } = prose;
  const tokens: ProseToken[] = [];
  let gap = false;
  const push = (kind: TokenKind, id: string, start: number, end: number, value = 0, scale = 0) => {
    tokens.push({ kind, id, start, end, gap, value, scale });
    gap = false;
  };
  let sentenceEnd = paragraph.start;
  for (let i = paragraph.start; i < paragraph.end; ) {
    if (i >= sentenceEnd) {
      const rest = text.slice(i, paragraph.end);
      sentenceEnd = i + (rest.indexOf('。') + 1 || rest.length);
      // Most sentences count nothing: they are passed over.
      if (!worthReading.test(rest.slice(0, sentenceEnd - i))) {
        gap = true;
        push('break', '。', sentenceEnd - 1, sentenceEnd);
        i = sentenceEnd;
        continue;
      }
    }
    const unit = text.charCodeAt(i);
    if (unit === SPACE || unit === QUOTE) {
      i++;
    } else if (isDigit(unit)) {
      i = pushNumber(text, i, push) ?? ((gap = true), afterDigits(text, i));
    } else if (breaks.has(unit)) {
      push('break', text[i]!, i, i + 1);
      i++;
    } else {
      const numeral = numeralAt(text, i);
      const word = numeral ? undefined : wordAt(text, i, unit);
      if (numeral) {
        push(numeral.kind, numeral.unit, i, numeral.end, numeral.value);
        i = numeral.end;
      } else if (word) {
        push(word.kind, word.id, i, i + word.text.length);
        i += word.text.length;
      } else {
        gap = true;
        i++;
      }
    }
  }
  return tokens;
}

/** The longest known word that stands at a place, where the text has the character `unit`. */
function wordAt(text: string, at: number, unit: number): Word | undefined {
  const words = wordsFrom(unit);
  if (words) for (const word of words) if (text.startsWith(word.text, at)) return word;
  return undefined;
}

/** A sentence without a number and without the names of what the tables count says nothing that can be compared. */
const worthReading = /[\d申诉]|复议|[一二三四五六七八九十两零][件宗起条份]/;

const SPACE = 32;
const QUOTE = 34;
const breaks = new Set([...',;。!?()'].map((c) => c.charCodeAt(0)));

type Push = (kind: TokenKind, id: string, start: number, end: number, value?: number, scale?: number) => void;

const digits = /(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(\d+))?/y;
const unitAfter = /([余多来]?)(?:(件|宗|起|条|份|例|桩)(?:\(?次\)?)?|(个|项|次)(?![工月部单百]))(?:左右|以上)?/y;

/** Reads a number where digits begin; the end of it, or undefined where it is no count (a telephone, a date, an amount of money). */
function pushNumber(text: string, start: number, push: Push): number | undefined {
  digits.lastIndex = start;
  const found = digits.exec(text)!;
  const end = digits.lastIndex;
  const whole = Number(found[1]!.replaceAll(',', ''));
  const next = text[end] ?? '\n';
  if (next === '%') {
    const decimals = found[2] ?? '';
    push('percentage', '', start, end + 1, Number(found[1]!.replaceAll(',', '') + decimals), decimals.length);
    return end + 1;
  }
  if (found[2] !== undefined || !Number.isSafeInteger(whole)) return undefined;
  if (next === '年' && found[1]!.length === 4 && whole >= 1990 && whole <= 2099) {
    push('year', '', start, end + 1, whole);
    return text.startsWith('度', end + 1) ? end + 2 : end + 1;
  }
  const before = text[start - 1] ?? '\n';
  // White space beside another number marks the remains of a table; letters, marks and 第 mark names and codes.
  if (/[ \dA-Za-z第.\-/·~]/.test(before) || next === ' ') return undefined;
  unitAfter.lastIndex = end;
  const unit = unitAfter.exec(text);
  if (unit) {
    const approximate =
      unit[1] !== '' || /(?:左右|以上)$/.test(unit[0]) || approximately.test(text.slice(Math.max(0, start - 2), start));
    push('number', unit[2] ?? unit[3]!, start, unitAfter.lastIndex, whole, approximate ? 1 : 0);
    return unitAfter.lastIndex;
  }
  if (/[,;。!、)(\n]/.test(next)) {
    push('number', '', start, end, whole, approximately.test(text.slice(Math.max(0, start - 2), start)) ? 1 : 0);
    return end;
  }
  return undefined;
}

const approximately = /(?:约|近|超|超过|逾|不到|不足|至少|大约|将近)$/;

function afterDigits(text: string, start: number): number {
  digits.lastIndex = start;
  digits.exec(text);
  return digits.lastIndex;
}

const numeral = /([〇○零一二两三四五六七八九十百千]+)(件|宗|起|条|份|例|桩|年)/y;

const numeralUnits = new Set([...'〇○零一二两三四五六七八九十百千'].map((c) => c.charCodeAt(0)));

interface Numeral {
  readonly kind: 'number' | 'year';
  readonly unit: string;
  readonly value: number;
  readonly end: number;
}

/** A Chinese numeral with its unit (十一件) or a year (二〇二三年); 一起 is a number only before a case. */
function numeralAt(text: string, start: number): Numeral | undefined {
  if (!numeralUnits.has(text.charCodeAt(start))) return undefined;
  numeral.lastIndex = start;
  const found = numeral.exec(text);
  if (!found) return undefined;
  const value = chineseNumber(found[1]!);
  if (value === null) return undefined;
  const end = numeral.lastIndex;
  if (found[2] === '年') {
    return found[1]!.length === 4 && value >= 1990 && value <= 2099 ? { kind: 'year', unit: '', value, end } : undefined;
  }
  if (/[第每任逐同这那某上下另]/.test(text[start - 1] ?? '')) return undefined;
  if (found[0] === '一起' && !/^(?:行政|政府|诉讼|复议|案|[,;。)])/.test(text.slice(end, end + 2))) return undefined;
  return { kind: 'number', unit: found[2]!, value, end };
}
