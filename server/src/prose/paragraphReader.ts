import type { Report } from '../report/report';
import type { Span } from '../text/span';
import { caseStatements, caseTokens } from './caseStatements';
import { applicationStatement } from './applicationStatements';
import { zeroTargets } from './negations';
import { originalSpan, type ProseText } from './proseText';
import { isOtherTime, scopeOf } from './scope';
import type { ShareStatement, Statement } from './statement';
import { tokensOf, type Token } from './tokens';

/** What a paragraph speaks about at a place: its last explicit object. */
export type Topic = 'applications' | 'disputes' | 'other' | null;

export interface ParagraphResult {
  readonly statements: Statement[];
  readonly shares: ShareStatement[];
  /** The topic at the end, which a heading hands on to the paragraph below it. */
  readonly topic: Topic;
}

/** A number of a paragraph with the words that stand with it, in reading order. */
export interface NumberInContext {
  readonly report: Report;
  readonly prose: ProseText;
  readonly token: Token;
  /** Known words directly before the number, back to the clause's beginning or to unknown text. */
  readonly left: readonly Token[];
  /** Known words directly after it, up to the clause's end or to unknown text. */
  readonly right: readonly Token[];
  /** All words of the clause before the number. */
  readonly clause: readonly Token[];
  readonly topic: Topic;
  /** The dispute words of the last statement about cases, for results that follow it. */
  readonly lastCases: readonly Token[];
  /** The folded sentence before the number and after it. */
  readonly sentenceBefore: string;
  readonly sentenceAfter: string;
}

/** Reads every statement of one paragraph. */
export function readParagraph(report: Report, prose: ProseText, paragraph: Span, startTopic: Topic): ParagraphResult {
  const tokens = tokensOf(prose, paragraph);
  const statements: Statement[] = [];
  const shares: ShareStatement[] = [];
  let topic = startTopic;
  let lastCases: readonly Token[] = [];
  let sentenceStart = paragraph.start;
  let clauseStart = 0;
  let inherited: { part: boolean; other: boolean } = { part: false, other: false };
  let current = inherited;
  let foundInSentence = false;
  let sentence: Statement[] = [];
  let sentenceFrom = paragraph.start;
  const wholes = new Map<Statement, readonly number[]>();
  let lastNumber: { token: Token; about: boolean } | undefined;

  tokens.forEach((token, i) => {
    if (token.kind === 'break') {
      clauseStart = i + 1;
      if (sentenceEnds.has(token.id)) {
        sentenceStart = token.end;
        inherited = current;
        foundInSentence = false;
        closeSentence(sentence, prose.text.slice(sentenceFrom, token.start), wholes);
        sentenceFrom = token.end;
        sentence = [];
      }
      return;
    }
    if (token.kind === 'application' && token.id !== 'weak') topic = 'applications';
    if (token.kind === 'percentage') {
      const share = lastNumber && shareAt(prose, tokens, lastNumber, token);
      if (share) shares.push(share);
      return;
    }
    if (token.kind !== 'number' && token.kind !== 'negation') return;

    const before = prose.text.slice(Math.max(sentenceStart, token.start - farthest), token.start);
    const context: NumberInContext = {
      report,
      prose,
      token,
      left: wordsBefore(tokens, i),
      right: wordsAfter(tokens, i),
      clause: tokens.slice(Math.max(clauseStart, i - mostWords), i),
      topic,
      lastCases,
      sentenceBefore: before,
      sentenceAfter: restOfSentence(prose.text, token.end, paragraph.end),
    };
    const found = token.kind === 'number' ? read(context) : zeroTargets(context, tokens, i);
    if (token.kind === 'number') {
      const cases = caseTokens(context);
      if (cases.length > 0) lastCases = cases;
      topic = topicAfter(context, cases.length > 0, found.length > 0);
      lastNumber = { token, about: topic === 'applications' || topic === 'disputes' };
    } else if (found.some((s) => s.topic === 'review' || s.topic === 'litigation')) {
      topic = 'disputes';
    }
    if (found.length === 0) return;
    const scope = scopeOf(before, report);
    const otherTime = isOtherTime(before, report.year);
    const narrowed = foundInSentence ? current.part : inherited.part && !sumsUpAnew.test(before);
    current = { part: scope === null ? narrowed : scope !== 'own', other: otherTime ?? inherited.other };
    foundInSentence = true;
    if (token.kind === 'number') sentence.push(...found);
    if (!current.part && !current.other) statements.push(...found);
  });
  closeSentence(sentence, prose.text.slice(sentenceFrom, paragraph.end), wholes);
  // Shares that stand side by side may be shares of their sum.
  const sum = sumOf(shares.map((share) => share.count));
  return {
    statements: statements.map((s) => ({ ...s, wholes: wholes.get(s) ?? [] })),
    shares: shares.map((share) => ({ ...share, bases: [...share.bases, sum] })),
    topic,
  };
}

/** 县政府收到6件,各部门收到7件,合计13件: the numbers of one kind in a sentence may be parts of a whole. */
function closeSentence(found: readonly Statement[], text: string, wholes: Map<Statement, readonly number[]>): void {
  const outcomes = found.filter((s) => s.topic === 'outcomes');
  for (const name of new Set(outcomes.map((s) => s.subject.zh))) {
    // 属于主动公开范围予以公开3件,依申请予以公开4件: one outcome in two parts, whatever stands before them.
    const parts = numbersIn(text, new RegExp(`(?<!不)${name}[^\\d,;、]{0,3}(\\d+)`, 'g'));
    if (parts.length < 2) continue;
    for (const statement of outcomes) if (statement.subject.zh === name) wholes.set(statement, [sumOf(parts)]);
  }
  // 受理13件,答复10件,不予受理1件,补正后仍不明确2件: what was not answered was closed all the same.
  const unanswered = numbersIn(text, /(?:不予受理|不予处理|不明确|不补正|撤回|撤件)[^,;、\d]{0,4}(\d+)/g);
  for (const statement of found) {
    if (statement.topic === 'closed' && unanswered.length > 0) wholes.set(statement, [sumOf([statement.value, ...unanswered])]);
  }
  const taken = found.filter((s) => s.topic === 'received' || s.topic === 'accepted');
  if (taken.length === 0) return;
  const sums = numbersIn(text, /(?:合计|共计|总计|总共)[^\d,]{0,6}(\d+)/g);
  const sum = taken.length > 1 ? [sumOf(taken.map((s) => s.value))] : [];
  const withdrawn = numbersIn(text, /撤(?:回|件|销)(?:申请)?[的了有为共]{0,2}(\d+)|(\d+)件(?:申请人)?(?:主动|自愿)?撤/g);
  for (const statement of taken) {
    // 收到13件,撤回3件,受理10件: what was accepted is what was left.
    const before = statement.topic === 'accepted' ? withdrawn.map((n) => n + statement.value) : [];
    wholes.set(
      statement,
      [...sums, ...sum, ...before].filter((n) => n > statement.value),
    );
  }
}

function numbersIn(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((found) => Number(found[1] ?? found[2]));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}

/** A reader looks back this many characters and words at most, so that reading stays linear in any text. */
const farthest = 400;
const mostWords = 60;

const sentenceEnds = new Set([...';。!?']);

function read(context: NumberInContext): Statement[] {
  const cases = caseStatements(context);
  if (cases) return cases;
  const application = applicationStatement(context);
  return application ? [application] : [];
}

/** A sentence that says nothing about its scope goes on speaking of the part named before, unless it sums up anew. */
const sumsUpAnew = /全年|20\d\d年|共|本年|今年/;

/** Another object with its own number ends what was spoken of before. */
function topicAfter({ topic, left, right, clause, token }: NumberInContext, cases: boolean, found: boolean): Topic {
  // Cases that cannot be compared (all reviews of a government) are not spoken of further.
  if (cases) return found ? 'disputes' : 'other';
  if (left.some((t) => t.kind === 'application' && t.id !== 'weak') || right[0]?.kind === 'application') return 'applications';
  if (found || token.id === '') return topic;
  const counts = clause.some((t) => t.kind === 'other') || right[0]?.kind === 'other';
  const verbOfUnknown = clause.some((t) => t.kind === 'verb') && !left.some((t) => t.kind === 'verb' || t.kind === 'channel');
  return counts || verbOfUnknown ? 'other' : topic;
}

function wordsBefore(tokens: readonly Token[], at: number): Token[] {
  const words: Token[] = [];
  for (let k = at; k > 0 && k > at - mostWords && !tokens[k]!.gap; k--) {
    const token = tokens[k - 1]!;
    if (stops.has(token.kind)) break;
    words.unshift(token);
  }
  return words;
}

function wordsAfter(tokens: readonly Token[], at: number): Token[] {
  const words: Token[] = [];
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

/** `n件,占总数的p%`: the share belongs to the number right before it. */
function shareAt(
  prose: ProseText,
  tokens: readonly Token[],
  last: { token: Token; about: boolean },
  token: Token,
): ShareStatement | undefined {
  const between = prose.text.slice(last.token.end, token.start);
  if (
    !/^[^。;!?\n]{0,20}占/.test(between) ||
    /同比|增|降|上升|率|完成|全[市省国州]|争议|(?:公开|提供|处理)[、和及与或]/.test(between)
  )
    return undefined;
  if (last.token.scale !== 0 || last.token.id === '') return undefined;
  const whole = last.about || /占(?:到|了)?(?:全部|总|比)/.test(between);
  const bases = tokens.filter((t) => t.kind === 'number' && t !== last.token && t.value >= last.token.value && t.scale === 0);
  const inSentence = !/[。!?;\n]/.test(prose.text.slice(bases[0]?.start ?? token.start, token.start));
  if (!last.about && (!whole || !inSentence || !bases.some((t) => t.start < last.token.start && t.id === last.token.id)))
    return undefined;
  return {
    count: last.token.value,
    share: token.value,
    decimals: token.scale,
    span: originalSpan(prose, token.start, token.end),
    countSpan: originalSpan(prose, last.token.start, last.token.end),
    aboutTables: last.about,
    bases: bases.map((t) => t.value),
  };
}
