import type { Report } from '../report/report';
import type { ProseText } from './proseText';
import type { ProseToken } from './proseTokens';

/** What a paragraph speaks about at a place: its last explicit object. */
export type Topic = 'applications' | 'disputes' | 'other' | null;

/** A number of a paragraph with the words that stand with it, in reading order. */
export interface NumberInContext {
  readonly report: Report;
  readonly prose: ProseText;
  readonly token: ProseToken;
  /** Known words directly before the number, back to the clause's beginning or to unknown text. */
  readonly left: readonly ProseToken[];
  /** Known words directly after it, up to the clause's end or to unknown text. */
  readonly right: readonly ProseToken[];
  /** All words of the clause before the number. */
  readonly clause: readonly ProseToken[];
  readonly topic: Topic;
  /** The dispute words of the last statement about cases, for results that follow it. */
  readonly lastCases: readonly ProseToken[];
  /** The folded sentence before the number and after it. */
  readonly sentenceBefore: string;
  readonly sentenceAfter: string;
}

/** What the text before a number leaves to be known: where its clause (a token) and its sentence (an offset) begin, what it speaks about. */
export interface SpokenBefore {
  readonly clauseStart: number;
  readonly sentenceStart: number;
  readonly topic: Topic;
  readonly lastCases: readonly ProseToken[];
}

/** The number, or the negation that stands for one, at `at` among the tokens of a paragraph that ends at `paragraphEnd`. */
export function numberInContext(
  report: Report,
  prose: ProseText,
  paragraphEnd: number,
  tokens: readonly ProseToken[],
  at: number,
  { clauseStart, sentenceStart, topic, lastCases }: SpokenBefore,
): NumberInContext {
  const token = tokens[at]!;
  return {
    report,
    prose,
    token,
    left: wordsBefore(tokens, at),
    right: wordsAfter(tokens, at),
    clause: tokens.slice(Math.max(clauseStart, at - mostWords), at),
    topic,
    lastCases,
    sentenceBefore: prose.text.slice(Math.max(sentenceStart, token.start - farthest), token.start),
    sentenceAfter: restOfSentence(prose.text, token.end, paragraphEnd),
  };
}

/** A reader looks back this many characters and words at most, so that reading stays linear in any text. */
const farthest = 400;
const mostWords = 60;

function wordsBefore(tokens: readonly ProseToken[], at: number): ProseToken[] {
  const words: ProseToken[] = [];
  for (let k = at; k > 0 && k > at - mostWords && !tokens[k]!.gap; k--) {
    const token = tokens[k - 1]!;
    if (stops.has(token.kind)) break;
    words.unshift(token);
  }
  return words;
}

function wordsAfter(tokens: readonly ProseToken[], at: number): ProseToken[] {
  const words: ProseToken[] = [];
  for (let k = at + 1; k < tokens.length && k < at + mostWords; k++) {
    const token = tokens[k]!;
    // Behind a number a 、 or 和 begins the next item.
    if (token.gap || stops.has(token.kind) || (words.length === 0 && token.id === 'join')) {
      // 其余3件为部分公开1件: what leads up to the next number belongs to it.
      return token.kind === 'number' && !token.gap ? [] : words;
    }
    words.push(token);
  }
  return words;
}

const stops = new Set(['break', 'number', 'percentage', 'unknown', 'other', 'negation']);

function restOfSentence(text: string, from: number, end: number): string {
  const rest = text.slice(from, Math.min(end, from + 60));
  const stop = rest.search(/[。!?;]/);
  return stop < 0 ? rest : rest.slice(0, stop);
}
