import type { Edit } from '../rules/rule';
import { foldCharacter } from '../text/fold';
import { span, type Span } from '../text/span';

/** The edits that turn one wording into another, and how many letters or digits they change. */
export interface WordingChange {
  readonly edits: readonly Edit[];
  /** Characters inserted, deleted or replaced, punctuation not counted. */
  readonly letters: number;
}

/**
 * The fewest characters that make the text in `where` say `target`. White space, bracket widths and variants of a
 * character that compare equal are left as they stand.
 */
export function wordingChange(text: string, where: Span, target: string): WordingChange {
  const from = charactersOf(text, where);
  const to = [...target].filter((character) => foldCharacter(character) !== '');
  const steps = shortestSteps(from, to);
  const edits: Edit[] = [];
  let letters = 0;
  for (const step of steps) {
    if (step.kind === 'keep') continue;
    if (isLetter(step.kind === 'insert' ? to[step.to]! : text.slice(from[step.from]!.start, from[step.from]!.end))) letters++;
    const at = step.kind === 'insert' ? (from[step.from - 1]?.end ?? from[0]?.start ?? where.start) : from[step.from]!.start;
    const end = step.kind === 'insert' ? at : from[step.from]!.end;
    const newText = step.kind === 'delete' ? '' : to[step.to]!;
    const last = edits.at(-1);
    if (last && last.span.end === at) {
      edits[edits.length - 1] = { span: span(last.span.start, end), newText: last.newText + newText };
    } else {
      edits.push({ span: span(at, end), newText });
    }
  }
  return { edits, letters };
}

interface Character {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

type Step = { readonly kind: 'keep' | 'replace' | 'delete' | 'insert'; readonly from: number; readonly to: number };

function charactersOf(text: string, where: Span): Character[] {
  const characters: Character[] = [];
  let start = where.start;
  for (const character of text.slice(where.start, where.end)) {
    const folded = foldCharacter(character);
    if (folded !== '') characters.push({ folded, start, end: start + character.length });
    start += character.length;
  }
  return characters;
}

/** Levenshtein's distance with the steps that reach it; the mark after a row number may be `、` or `.` alike. */
function shortestSteps(from: readonly Character[], to: readonly string[]): Step[] {
  const same = (i: number, j: number) => {
    const folded = foldCharacter(to[j]!);
    return from[i]!.folded === folded || (i <= 2 && marks.has(from[i]!.folded) && marks.has(folded));
  };
  const cost: number[][] = [];
  for (let i = 0; i <= from.length; i++) {
    cost.push([]);
    for (let j = 0; j <= to.length; j++) {
      if (i === 0 || j === 0) cost[i]!.push(i + j);
      else {
        const diagonal = cost[i - 1]![j - 1]! + (same(i - 1, j - 1) ? 0 : 1);
        cost[i]!.push(Math.min(diagonal, cost[i - 1]![j]! + 1, cost[i]![j - 1]! + 1));
      }
    }
  }
  const steps: Step[] = [];
  let i = from.length;
  let j = to.length;
  while (i > 0 || j > 0) {
    const here = cost[i]![j]!;
    if (i > 0 && j > 0 && here === cost[i - 1]![j - 1]! + (same(i - 1, j - 1) ? 0 : 1)) {
      steps.push({ kind: same(i - 1, j - 1) ? 'keep' : 'replace', from: --i, to: --j });
    } else if (i > 0 && here === cost[i - 1]![j]! + 1) {
      steps.push({ kind: 'delete', from: --i, to: j });
    } else {
      steps.push({ kind: 'insert', from: i, to: --j });
    }
  }
  return steps.reverse();
}

const marks = new Set(['、', '.', ',', ':']);

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
