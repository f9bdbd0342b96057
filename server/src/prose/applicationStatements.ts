import { localized, type Localized } from '../text/localized';
import type { NumberInContext } from './numberInContext';
import { originalSpan } from './proseText';
import { applicantReadings, applicationReadings, outcomeNames, outcomeReadings } from './readings';
import { isForOthers } from './scope';
import type { Reading, Statement, StatementTopic } from './statement';
import type { ProseToken } from './proseTokens';

/** What a number says about applications for information; undefined where that is not certain. */
export function applicationStatement(context: NumberInContext): Statement | undefined {
  const { token, left, right, clause, topic } = context;
  if (token.scale !== 0 || left.some((t) => t.kind === 'part') || isChannelOnly(context)) return undefined;
  if (countsPersons(context) || isForOthers(context.sentenceBefore) || isAttribute(context)) return undefined;
  const namedBefore = left.some((t) => t.kind === 'application' && (t.id !== 'weak' || topic === 'applications'));
  const namedAfter = right.some((t) => t.kind === 'application' && (t.id !== 'weak' || topic === 'applications'));
  const named = namedBefore || namedAfter;
  if (!named && (topic !== 'applications' || clause.some((t) => t.kind === 'other'))) return undefined;
  if (/^的?(?:案件|件)?(?:的)?(?:增加|减少|下降|增长|上升|多|少)$/.test(compareWord(context))) return undefined;

  const roleBefore = roleOf(left, context);
  const words = roleBefore ? left : right;
  const role = roleBefore ?? (token.id === '' ? undefined : roleOf(right, context, true));
  if (!role) return undefined;
  // 办理 and 处理 are said of everything: without their object they count only when they sum up.
  const summing = left.some(
    (t) => t.kind === 'filler' && /^(?:[总累合]?共?计|总?共|全年)$/.test(context.prose.text.slice(t.start, t.end)),
  );
  if (role.handling && !named && !summing) return undefined;
  const readings = role.readings;
  const first = roleBefore ? left[firstRole(words)]! : token;
  const last = roleBefore ? token : right[lastRole(right)]!;
  return {
    topic: role.topic,
    subject: role.subject,
    value: token.value,
    span: originalSpan(context.prose, first.start, last.end),
    readings,
    weak: role.topic === 'accepted' && context.prose.text[first.start - 1] === '已',
    wholes: [],
  };
}

/** 收到公民、法人或其他组织的申请: who is named is everybody who may ask. */
export function namesEverybody(applicants: ReadonlySet<string>): boolean {
  return applicants.has('naturalPerson') && applicants.has('organisations');
}

interface Role {
  readonly topic: StatementTopic;
  readonly subject: Localized;
  readonly readings: Reading[];
  /** The verb is one of those said of many things (办理, 处理). */
  readonly handling?: boolean;
}

const roleKinds = new Set(['verb', 'carry', 'outcome', 'row', 'applicant']);

function firstRole(words: readonly ProseToken[]): number {
  const at = words.findIndex(
    (t) => roleKinds.has(t.kind) || t.kind === 'when' || t.kind === 'year' || (t.kind === 'application' && t.id !== 'weak'),
  );
  return Math.max(at, 0);
}

function lastRole(words: readonly ProseToken[]): number {
  return words.findLastIndex((t) => roleKinds.has(t.kind) || t.kind === 'when');
}

/** The role that words give a number; words after it (`71件结转下年`) may only close, carry over or name an outcome. */
function roleOf(words: readonly ProseToken[], context: NumberInContext, after = false): Role | undefined {
  const { report } = context;
  // 其余14件分别为 and 2件补正后办结: such words make a part of the number that they follow too.
  if (words.some((t) => t.kind === 'part')) return undefined;
  const of = (kind: ProseToken['kind']) => words.filter((t) => t.kind === kind);
  const verbs = of('verb');
  const carry = carryOf(words, context);
  if (carry === 'unclear') return undefined;
  if (carry) {
    const carryAt = words.findIndex((t) => t.kind === 'carry');
    // 办结上年结转3件 counts what was closed of it, and 受理上年结转3件 what was taken up: neither is one cell.
    if (carry !== 'carriedOut' && verbs.some((v) => words.indexOf(v) < carryAt && v.id !== 'newlyReceived')) return undefined;
    if (carry === 'carriedIn' && verbs.some((v) => v.id === 'closed')) return undefined;
    if (of('outcome').length > 0 || of('applicant').length > 0) return undefined;
    return { topic: 'carried', subject: carrySubjects[carry]!, readings: applicationReadings(carry, report) };
  }
  if (words.some((t) => t.kind === 'when')) return undefined;
  const rows = of('row');
  const outcomes = of('outcome');
  // 收到自然人、法人或其他组织提出的申请 names everybody, and so nobody in particular.
  const named = new Set(of('applicant').map((t) => t.id));
  const applicants = namesEverybody(named) ? [] : [...named];
  if (applicants.length > 1) return undefined;
  if (rows.length > 0 || outcomes.length > 0) {
    if (words.some((t) => t.kind === 'each') || (rows.length > 0 && outcomes.length > 0)) return undefined;
    const groups = [...new Set((rows.length > 0 ? rows : outcomes).flatMap((t) => t.id.split(' ')))];
    const readings = outcomeReadings(report, groups, applicants[0] ?? null);
    const names = groups.map((g) => outcomeNames[g]);
    const subject = names.every((n) => n !== undefined)
      ? localized(names.map((n) => n.zh).join('、'), names.map((n) => n.en).join(' + '))
      : localized(readings[0]!.name.zh, groups.join(' + '));
    return { topic: 'outcomes', subject, readings };
  }
  if (applicants.length === 1) {
    if (verbs.some((v) => v.id === 'closed') || after) return undefined;
    return { topic: 'applicants', subject: applicantSubjects[applicants[0]!]!, readings: applicantReadings(applicants[0]!) };
  }
  if (verbs.length === 0 || words.some((t) => t.kind === 'each')) return undefined;
  if (after && verbs.some((v) => v.id !== 'closed')) return undefined;
  const start = words[firstRole(words)]!.start;
  if (setAside.test(context.prose.text.slice(Math.max(0, start - 16), start))) return undefined;
  const ids = [...new Set(verbs.map((v) => v.id))];
  // 按期答复9件,延期答复2件 names parts of what was closed.
  if (ids[0] === 'closed' && /延期|逾期|超期/.test(context.sentenceBefore + context.sentenceAfter)) return undefined;
  return verbRole(ids, report);
}

function verbRole(ids: readonly string[], report: NumberInContext['report']): Role {
  return {
    topic: verbTopics.get(ids[0]!)!,
    subject: verbSubjects[ids[0]!]!,
    readings: ids.flatMap((id) => applicationReadings(id, report)),
    handling: ids.every((id) => id === 'handled'),
  };
}

const verbTopics = new Map<string, StatementTopic>([
  ['received', 'received'],
  ['newlyReceived', 'received'],
  ['accepted', 'accepted'],
  ['handled', 'accepted'],
  ['closed', 'closed'],
]);

const verbSubjects: Readonly<Record<string, Localized>> = {
  received: localized('收到的申请', 'applications received'),
  newlyReceived: localized('本年新收的申请', 'applications received'),
  accepted: localized('受理的申请', 'applications accepted'),
  handled: localized('办理的申请', 'applications handled'),
  closed: localized('办结（答复）的申请', 'applications closed'),
};

const carrySubjects: Readonly<Record<string, Localized>> = {
  carriedIn: localized('上年结转的申请', 'applications carried in'),
  carriedOut: localized('结转下年度的申请', 'applications carried over'),
  carried: localized('结转的申请', 'applications carried over'),
};

const applicantSubjects: Readonly<Record<string, Localized>> = {
  naturalPerson: localized('自然人的申请', 'applications by natural persons'),
  organisations: localized('法人或其他组织的申请', 'applications by organisations'),
  business: localized('商业企业的申请', 'applications by businesses'),
  researchBody: localized('科研机构的申请', 'applications by research bodies'),
  publicWelfare: localized('社会公益组织的申请', 'applications by public-welfare bodies'),
  legalService: localized('法律服务机构的申请', 'applications by legal services'),
};

/** Which end of the year a carry-over phrase means; null when nothing is carried over. */
function carryOf(
  words: readonly ProseToken[],
  { report, prose }: NumberInContext,
): 'carriedIn' | 'carriedOut' | 'carried' | 'unclear' | null {
  const carry = words.filter((t) => t.kind === 'carry');
  if (carry.length === 0) return null;
  const last = words.some((t) => t.kind === 'when' && t.id === 'last');
  const next = words.some((t) => t.kind === 'when' && t.id === 'next');
  const years = words.filter((t) => t.kind === 'year').map((t) => t.value);
  const { year } = report;
  const later = next || (year !== null && years.some((y) => y > year));
  const earlier = last || (year !== null && years.some((y) => y < year));
  if (later && earlier) return 'unclear';
  if (later) return 'carriedOut';
  if (earlier) return 'carriedIn';
  if (year !== null && years.includes(year)) return 'carriedIn';
  if (years.length > 0) return 'unclear';
  const bareTurn = carry.every((t) => prose.text[t.start] === '转');
  return bareTurn ? 'unclear' : 'carried';
}

/** 不再处理其申请2件, 终止办理2件, 按信访程序处理2件: what became of some applications, not how many were taken up. */
const setAside = /(?:不(?![断仅但])|未|没有|终止|停止|中止|信访|投诉|举报)[^,;:。、()\d]{0,6}$/;

/** 收到2个自然人的申请 counts those who asked; 收到2件公民、法人的申请 what they asked for. */
function countsPersons({ token, sentenceAfter }: NumberInContext): boolean {
  const persons =
    /^(?:不同)?(?:的)?(?:自然人|公民|申请人|法人|企业|商业企业|单位|组织|群众|市民|村民)(?<list>[、和及与或])?/.exec(
      sentenceAfter,
    );
  return persons !== null && (token.id === '个' || persons.groups!['list'] === undefined);
}

/** 主动公开16条,依申请公开12条,不予公开36条 are the ways in which documents are open. */
function isAttribute({ token, prose }: NumberInContext): boolean {
  return attributes.test(prose.text.slice(Math.max(0, token.start - 60), token.start));
}

const attributes =
  /(?:主动公开[^,;、\d]{0,6}\d+[^,;、\d]{0,3}(?:[,、(]占[^,;、]*)?[,;、]依申请公开[^,;、\d]{0,4}\d+[^,;、\d]{0,3}(?:[,、(]占[^,;、]*)?[,;、]|公开属性[^。]*)(?:和|及)?不予?公开[^,;、\d]{0,3}$/;

/** One way in (网络申请4件) is a part of the whole; a list of all ways in (通过网络、信函、当面等方式) is not. */
function isChannelOnly({ clause, sentenceBefore }: NumberInContext): boolean {
  const inClause = clause.filter((t, i) => t.kind === 'channel' && clause[i - 1]?.kind !== 'channel').length;
  if (inClause > 0) return inClause < 3 && !allWays.test(sentenceBefore);
  const previous = sentenceBefore.split(/[,:]/).at(-2) ?? '';
  return /(?:通过|经由|利用).{0,16}(?:网|平台|系统|信函|邮|窗口|当面|现场|信箱)[^等]*$/.test(previous) && !allWays.test(previous);
}

const allWays = /等.{0,4}(?:渠道|方式|形式|途径|多)|(?:各种|多种|各类|任何).{0,2}(?:渠道|方式|形式|途径)/;

function compareWord({ sentenceBefore }: NumberInContext): string {
  return /(?:增加|减少|下降|增长|上升|多|少)(?:了|到)?$/.exec(sentenceBefore)?.[0].replace(/[了到]$/, '') ?? '';
}
