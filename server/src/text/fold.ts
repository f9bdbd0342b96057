import { emptyUnits } from './foldedUnits';
import { remembering } from './remember';
import variants from './variants.json';

/** Characters of other writings folded to the simplified, everyday one: traditional forms, radicals, 鈎/钩 → 勾. */
const variantOf = new Map<string, string>(Object.entries(variants));

/** Folded forms by UTF-16 code unit, filled as they are met; characters beyond the first plane are folded each time. */
const foldedUnits: (string | undefined)[] = new Array<string | undefined>(0x10000);

/**
 * One character as it is compared: compatibility forms and radicals made ordinary, traditional made simplified, brackets and
 * quotes unified, white space and invisible characters dropped (empty string). May give several characters (㈠ → (一)).
 */
export function foldCharacter(character: string): string {
  if (character.length > 1) return foldFresh(character);
  return foldUnit(character.charCodeAt(0));
}

/** `foldCharacter` of one UTF-16 code unit. */
export function foldUnit(code: number): string {
  return foldedUnits[code] ?? (foldedUnits[code] = foldFresh(String.fromCharCode(code)));
}

function foldFresh(character: string): string {
  let folded = '';
  for (const c of character.normalize('NFKC')) if (!isDropped(c)) folded += variantOf.get(c) ?? unified.get(c) ?? c;
  return folded;
}

const unified = new Map<string, string>([
  ...[..."“”„‟«»「」『』〝〞＂'"].map((q) => [q, '"'] as const),
  ['‘', '"'],
  ['’', '"'],
  ['〔', '('],
  ['〕', ')'],
  ['【', '('],
  ['】', ')'],
  ['[', '('],
  [']', ')'],
  ['﹐', ','],
  ['．', '.'],
  ['·', '.'],
  ['−', '-'],
]);

function isDropped(c: string): boolean {
  const code = c.charCodeAt(0);
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0xad ||
    code === 0xfeff
  );
}

/** What `foldedCode` says of units that do not fold to one other unit. */
export const dropped = 1;
export const several = 2;

/** The one UTF-16 unit that a unit folds to, `dropped` or `several`. Unlike `foldUnit` it makes no string. */
export function foldedCode(code: number): number {
  const known = foldedCodes[code]!;
  if (known !== 0) return known;
  const folded = foldUnit(code);
  return (foldedCodes[code] = folded === '' ? dropped : folded.length > 1 ? several : folded.charCodeAt(0));
}

/** Filled as they are met; 0 is not yet known. */
const foldedCodes = new Uint16Array(0x10000);

/** A text folded for comparison, with the way back: `map[i]` is the original offset of folded character i, and one past the end. */
export interface FoldedText {
  readonly text: string;
  readonly map: ArrayLike<number>;
}

/** Folds a longer text; offsets found in `text` are led back with `map`. `base` is added to every offset. */
export function foldText(raw: string, base = 0): FoldedText {
  const out = emptyUnits(raw.length);
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < raw.length) {
      out.pushAll(foldFresh(raw.slice(i, i + 2)), base + i);
      i++;
      continue;
    }
    const folded = foldedCode(code);
    if (folded === several) out.pushAll(foldUnit(code), base + i);
    else if (folded !== dropped) out.push(folded, base + i);
  }
  const text = out.text(0, out.length);
  out.push(0, base + raw.length);
  return { text, map: out.map.slice(0, out.length) };
}

/** A short text folded for comparison, without the way back. */
export function fold(raw: string): string {
  let text = '';
  for (let i = 0; i < raw.length; i++) text += foldUnit(raw.charCodeAt(i));
  return text;
}

/** A label as labels are compared strictly: `1、` and `1.` alike, no full stop at the end. */
export const foldLabel = remembering(20_000, (raw) =>
  fold(raw)
    .replace(/^(\(?\d{1,2}\)?)[、.,:]/, '$1.')
    .replace(/[。.;:]+$/, ''),
);

/** A label without any punctuation: two labels that agree so differ only in their marks. */
export function foldBare(raw: string): string {
  return foldLabel(raw).replace(/[\p{P}\p{S}]/gu, '');
}
