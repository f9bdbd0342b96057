import type { RowId } from '../form/form';
import { localized, type Localized } from '../text/localized';
import type { NumberInContext } from './numberInContext';
import { originalSpan } from './proseText';
import { caseReadings, resultNames } from './readings';
import { isForOthers } from './scope';
import type { Statement } from './statement';
import type { ProseToken } from './proseTokens';

/** The dispute words that a number counts, before it or after it. */
export function caseTokens({ left, right, token }: NumberInContext): ProseToken[] {
  const before = left.filter((t) => t.kind === 'dispute');
  return before.length > 0 || token.id === '' ? before : right.filter((t) => t.kind === 'dispute');
}

/**
 * What a number says about reviews and lawsuits. Undefined where it does not count them; an empty list where it does,
 * but cannot be compared.
 */
export function caseStatements(context: NumberInContext): Statement[] | undefined {
  const { token, left, right, topic, lastCases } = context;
  const named = caseTokens(context);
  const results = left.filter((t) => t.kind === 'result');
  if (named.length === 0 && (results.length === 0 || topic !== 'disputes' || lastCases.length === 0)) return undefined;
  if (token.scale !== 0 || isNotComparable(context, named)) return [];
  const resultIds = [...new Set(results.map((t) => t.id))];
  const caseAt = left.findLastIndex((t) => t.kind === 'dispute');
  const decided = caseAt >= 0 && left.slice(caseAt).some((t) => t.kind === 'verb' && t.id === 'closed') ? ['closed'] : [];
  if (resultIds.length > 1) return [];
  const result = resultIds[0] ?? decided[0] ?? null;
  const kinds = new Set((named.length > 0 ? named : lastCases).map((t) => t.id));
  // 复议后引发诉讼1件 counts one of the two kinds of lawsuits.
  const clauseText = /[^,;:(]*$/.exec(context.sentenceBefore)![0];
  if (kinds.has('litigation') && /复议后[^,]*诉/.test(clauseText)) {
    kinds.delete('review');
    kinds.add('after');
  }
  const words = left.length > 0 && (named.some((t) => left.includes(t)) || results.length > 0) ? left : right;
  const first = words === left ? left.find((t) => t.kind === 'dispute' || t.kind === 'result')! : token;
  const last = words === left ? token : right.findLast((t) => t.kind === 'dispute')!;
  const span = originalSpan(context.prose, first.start, last.end);
  const each = left.some((t) => t.kind === 'each') || token.value === 0;
  return casesOf(kinds, each, /^[^其(包]*复议后(?:起诉|诉讼|提起)/.test(context.sentenceAfter)).map(({ topic: about, rows }) => ({
    topic: about,
    subject: caseSubject(rows, result),
    value: token.value,
    span,
    readings: caseReadings({ rows, result }),
    weak: false,
    wholes: [],
  }));
}

interface Cases {
  readonly topic: 'review' | 'litigation';
  readonly rows: readonly RowId[];
}

const allLawsuits: readonly RowId[] = ['directLitigation', 'litigationAfterReview'];

/** The rows that dispute words mean; `each`: the number counts every kind for itself. */
export function casesOf(kinds: ReadonlySet<string>, each: boolean, othersFollow = false): Cases[] {
  const review = kinds.has('review') || kinds.has('both');
  const direct = kinds.has('direct');
  const after = kinds.has('after');
  const litigation = kinds.has('litigation') || kinds.has('both') || direct || after;
  const lawsuits = direct !== after ? (direct ? ['directLitigation'] : ['litigationAfterReview']) : allLawsuits;
  // 行政诉讼5件,复议后起诉2件 may count the two kinds apart: then the first number is not the sum.
  if (!review && kinds.has('litigation') && othersFollow && !direct && !after) return [];
  if (review && litigation && !each) return [{ topic: 'review', rows: ['review', ...lawsuits] }];
  return [
    ...(review ? [{ topic: 'review' as const, rows: ['review'] }] : []),
    ...(litigation ? [{ topic: 'litigation' as const, rows: lawsuits }] : []),
  ];
}

/** What is counted, for messages: reviews, lawsuits or both, and with which result; `null` for cases of any. */
export function caseSubject(rows: readonly RowId[], result: string | null): Localized {
  const review = rows.includes('review');
  const direct = rows.includes('directLitigation');
  const after = rows.includes('litigationAfterReview');
  const lawsuits = direct && after ? '行政诉讼' : direct ? '未经复议直接起诉' : '复议后起诉';
  const zh = [...(review ? ['行政复议'] : []), ...(direct || after ? [lawsuits] : [])].join('、');
  const en = [...(review ? ['reviews'] : []), ...(direct || after ? ['lawsuits'] : [])].join(' and ');
  const name = result === null ? undefined : result === 'closed' ? localized('审结', 'decided') : resultNames[result];
  return name ? localized(`${zh}${name.zh}`, `${en}, ${name.en}`) : localized(zh, en);
}

/**
 * Cases of another kind or another place in the procedure: all reviews of a government and not those about disclosure, cases
 * it decides itself, stages of a lawsuit, cases carried over, documents about cases.
 */
function isNotComparable(
  { token, left, right, clause, sentenceBefore, sentenceAfter, prose, topic }: NumberInContext,
  named: readonly ProseToken[],
): boolean {
  if ([...left, ...right].some((t) => t.kind === 'part' || t.kind === 'carry' || t.kind === 'when' || t.kind === 'outcome'))
    return true;
  if (left.some((t) => t.kind === 'verb' && t.id === 'newlyReceived') || isForOthers(sentenceBefore)) return true;
  if (clause.some((t) => t.kind === 'other' || t.kind === 'channel')) return true;
  if (named.length > 0 && (otherCases.test(sentenceBefore) || restFollows.test(prose.text.slice(token.end, token.end + 60))))
    return true;
  const about = /信息公开|依申请|申请公开/;
  if (named.length === 0 || prose.place === 'disputes' || about.test(sentenceBefore) || about.test(sentenceAfter)) return false;
  return (topic !== 'applications' && topic !== 'disputes') || left.some((t) => t.kind === 'verb');
}

/** Words before a number that counts other cases, or some of them only: 正在复议1件 those that are not decided yet. */
const otherCases =
  /作为[^,;。]{0,8}复议机[关构]|法院|检察|审理|立案|备案|新增|(?:增加|减少|多|少)了?$|其中[^,]{0,4}$|(?:正在|尚在|仍在|还在)[^,;:]{0,8}$/;
/** 起诉1件;结转起诉2件: the first number leaves out the others. */
const restFollows = /^[^。!?]{0,24}[,;、](?:另有|另外)?(?:上年度?|往年)?结转[^。,;]{0,6}(?:复议|诉讼|起诉|案)/;
