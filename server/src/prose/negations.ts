import { localized } from '../text/localized';
import { namesEverybody } from './applicationStatements';
import { casesOf, caseSubject } from './caseStatements';
import type { NumberInContext } from './numberInContext';
import { originalSpan } from './proseText';
import { applicationReadings, caseReadings } from './readings';
import type { Statement } from './statement';
import type { ProseToken } from './proseTokens';

/**
 * What a negation (没有, 未, 无) declares to be none: reviews and lawsuits, applications received, applications carried over.
 * Empty where it denies something else (未被纠错, 未收到投诉).
 */
export function zeroTargets(context: NumberInContext, tokens: readonly ProseToken[], at: number): Statement[] {
  const { prose, token, left } = context;
  const denied = deniedWords(prose.text, tokens, at);
  while (denied.at(-1)?.id === 'join') denied.pop();
  const end = denied.at(-1)?.end ?? token.end;
  if (/^(?:如|若|对|凡)/.test(context.sentenceBefore.split(/[,:]/).at(-1) ?? '')) return [];
  if (!nothingElse.test(restOfClause(prose.text, end))) return [];
  // 没有因未按时答复引发的行政复议 denies only some of them.
  const { clause } = context;
  const denying = clause.findLastIndex((t) => t.kind === 'negation');
  if (denied.some((t) => t.kind === 'negation')) return [];
  if (denying >= 0 && !clause.slice(denying).some((t) => t.kind === 'dispute')) return [];
  const cases = denied.filter((t) => t.kind === 'dispute');
  if (cases.length > 0) return casesZero(context, cases, token.start, cases.at(-1)!.end);
  const casesBefore = left.filter((t) => t.kind === 'dispute');
  if (casesBefore.length > 0) {
    const said = denied.every((t) => t.kind === 'filler') && !left.some((t) => t.kind === 'result' || t.kind === 'part');
    return said ? casesZero(context, casesBefore, casesBefore[0]!.start, end) : [];
  }
  return applicationsZero(context, denied);
}

/** Behind what is denied nothing may follow that narrows it. */
const nothingElse = /^(?:案件|案|情况|情形|事项|事件|现象|的|件|类|发生|产生|有关|需要?|继续|办理|问题(?=$))*$/;

function restOfClause(text: string, from: number): string {
  const rest = text.slice(from, from + 40);
  const stop = rest.search(/[,;。!?()、\n]/);
  return stop < 0 ? rest : rest.slice(0, stop);
}

function deniedWords(text: string, tokens: readonly ProseToken[], at: number): ProseToken[] {
  const words: ProseToken[] = [];
  let from = behindWaysIn(text, tokens[at]!.end);
  for (let k = at + 1; k < tokens.length && k < at + 60; k++) {
    const token = tokens[k]!;
    if (token.start < from) continue;
    if (token.gap && token.start !== from) break;
    // 举报、投诉、申请行政复议 denies each; in 因投诉引发的行政复议 a complaint narrows what is denied.
    const listed = token.kind === 'other' && (tokens[k + 1]?.id === 'join' || words.at(-1)?.id === 'join');
    if (!listed && !deniable.has(token.kind)) break;
    // 零复议、零诉讼 are two statements.
    if (token.kind === 'negation' && words.some((w) => w.kind === 'dispute')) break;
    words.push(token);
    if (listed && tokens[k + 1]?.id !== 'join') break;
    from = behindWaysIn(text, token.end);
  }
  return words;
}

/** A list of ways in that is left open (通过平台、传真、信函等形式提出的) narrows nothing. */
function behindWaysIn(text: string, at: number): number {
  waysIn.lastIndex = at;
  return waysIn.test(text) ? waysIn.lastIndex : at;
}

const waysIn = /(?:通过|采取|采用|以)[^,;:。!?()]{2,60}?等(?:各种|各类|多种)?(?:形式|方式|渠道|途径)(?:提出|提交|递交|申请)?的?/y;

const deniable = new Set([
  'filler',
  'disclosure',
  'application',
  'dispute',
  'verb',
  'applicant',
  'carry',
  'when',
  'year',
  'negation',
]);

function casesZero(context: NumberInContext, cases: readonly ProseToken[], start: number, end: number): Statement[] {
  const { prose, topic, sentenceBefore, sentenceAfter } = context;
  const about = /信息公开|依申请|申请公开/;
  const aboutDisclosure =
    prose.place === 'disputes' ||
    topic === 'applications' ||
    topic === 'disputes' ||
    about.test(sentenceBefore) ||
    about.test(sentenceAfter);
  // 未发生行政复议 with nothing before it but the time denies every review, those about disclosure included.
  const ofEveryKind = sentenceBefore.length <= 12 && !/执法|处罚|许可|审批|征/.test(sentenceBefore);
  if (!(aboutDisclosure || ofEveryKind) || /除[^,]*$/.test(sentenceBefore) || /除.*外,?[^,]*$/.test(sentenceBefore)) return [];
  return casesOf(new Set(cases.map((t) => t.id)), true).map(({ topic: about, rows }) => ({
    topic: about,
    subject: caseSubject(rows, null),
    value: 0,
    span: originalSpan(prose, start, end),
    readings: caseReadings({ rows, result: null }),
    weak: false,
    wholes: [],
  }));
}

function applicationsZero({ report, prose, token, topic, clause }: NumberInContext, denied: readonly ProseToken[]): Statement[] {
  const has = (kind: ProseToken['kind']) => denied.some((t) => t.kind === kind);
  const strong = denied.some((t) => t.kind === 'application' && (t.id !== 'weak' || topic === 'applications'));
  const verbs = denied.filter((t) => t.kind === 'verb').map((t) => t.id);
  const text = prose.text.slice(token.start, token.end);
  const statement = (verb: string, name: string, english: string): Statement[] => [
    {
      topic: verb === 'received' ? 'received' : 'carried',
      subject: localized(name, english),
      value: 0,
      span: originalSpan(prose, token.start, denied.at(-1)!.end),
      readings: applicationReadings(verb, report),
      weak: false,
      wholes: [],
    },
  ];
  if (clause.some((t) => t.kind === 'channel' || t.kind === 'part') || denied.length === 0) return [];
  if (has('carry')) {
    if (!strong && topic !== 'applications') return [];
    if (denied.some((t) => t.kind === 'when' && t.id === 'last'))
      return statement('carriedIn', '上年结转的申请', 'applications carried in');
    if (denied.some((t) => t.kind === 'when' && t.id === 'next'))
      return statement('carriedOut', '结转下年度的申请', 'applications carried over');
    return [];
  }
  if (!strong || has('year') || has('when')) return [];
  const applicants = new Set(denied.filter((t) => t.kind === 'applicant').map((t) => t.id));
  if (applicants.size > 0 && !namesEverybody(applicants)) return [];
  const taken = verbs.length > 0 && verbs.every((v) => v === 'received' || v === 'newlyReceived' || v === 'accepted');
  const noun = verbs.length === 0 && /没有|无|零|暂无/.test(text);
  const arisen = verbs.length === 0 && /^(?:发生|产生|出现)/.test(prose.text.slice(token.end));
  return taken || noun || arisen ? statement('received', '收到的申请', 'applications received') : [];
}
