import { foldText, type FoldedText } from '../../text/fold';
import type { Span } from '../../text/span';
import { isOrganName, type WrittenOrgan } from './title';

/** The report that a text says it is: `现公布青岚县水利局2023年政府信息公开工作年度报告`. */
export interface NamedReport {
  /** Null where reports of several years are named. */
  readonly year: number | null;
  readonly span: Span | null;
  /** Null where it is not plain who reports. */
  readonly organ: WrittenOrgan | null;
}

export const noNamedReport: NamedReport = { year: null, span: null, organ: null };

/** Read before the first section, which begins at `frontEnd`; some reports say `现公布…` only in its first sentence. */
export function readNamedReport(text: string, frontEnd: number): NamedReport {
  const from = Math.max(0, frontEnd - longestFront);
  const folded = foldText(text.slice(from, frontEnd + firstSentence), from);
  let frontLength = folded.text.length;
  while (frontLength > 0 && folded.map[frontLength - 1]! >= frontEnd) frontLength--;
  const found = [...folded.text.matchAll(named)].filter((m) => isOwn(m, folded.text, frontLength));
  const years = new Set(found.map((m) => yearIn(m)));
  const first = years.size === 1 ? found[0]! : undefined;
  return {
    year: first ? yearIn(first) : null,
    span: first ? spanIn(folded, folded.text.indexOf(String(yearIn(first)), first.index), first.index + first[0].length) : null,
    organ: (first && organIn(folded, first)) ?? compilerIn(folded, frontLength),
  };
}

const longestFront = 3000;
const firstSentence = 200;

const organName = '[^,。;:"《》()、\\d]{2,30}?';
const publishes = '(?:现|特|兹)(?:就|将|依法|予以|面?向社会|编制|并|和|及时|主动|公开|公布|发布|公告)+';
const compiles = '(?:编制|撰写|形成|制定|起草)(?:了|完成|并(?:公布|发布|公开))?';
const named = new RegExp(
  `(?:(${publishes})|(?:(?<=[,。;:)]|^)(${organName}))?(?:特|现|已)?${compiles})《?(${organName})?(20\\d\\d)年度?(${organName})??` +
    `(?:政府信息(?:公开)?[与和及]政务公开|政府信息公开|政务公开|信息公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)》?`,
  'g',
);

/** Names that ask for a report, or that stand behind the first heading without saying that this is the one published. */
function isOwn(m: RegExpMatchArray, text: string, frontLength: number): boolean {
  const end = m.index! + m[0].length;
  const before = text.slice(Math.max(0, m.index! - 20), m.index! + (m[2]?.length ?? 0));
  if (/关于[^,。;]*$|做好[^,。;]*$/.test(before)) return false;
  if (/^(?:编制|编写|编报|发布|公开|公布)?(?:和|及|等)?[^,。;]{0,8}(?:通知|要求|格式|函)/.test(text.slice(end, end + 16)))
    return false;
  return m[1] !== undefined || end <= frontLength;
}

function yearIn(m: RegExpMatchArray): number {
  return Number(m[4]);
}

function organIn(folded: FoldedText, m: RegExpMatchArray): WrittenOrgan | null {
  const at = m.index! + m[0].search(/20\d\d年/);
  const before = m[3] && plainOrgan(folded, m[3], at - m[3].length);
  const behind = m[5] && plainOrgan(folded, m[5], folded.text.indexOf(m[5], at));
  const compiler = m[2] && !m[3] ? reporter(plainOrgan(folded, m[2], m.index!)) : null;
  return before || behind || compiler || null;
}

/** `由青岚县水利局编制`. */
function compilerIn(folded: FoldedText, frontLength: number): WrittenOrgan | null {
  const m = new RegExp(`(?<![自理经])由(${organName})(?:负责|组织|汇总)*编制`).exec(folded.text.slice(0, frontLength));
  return m && reporter(plainOrgan(folded, m[1]!, m.index + 1));
}

/** An office may have compiled what its government reports. */
function reporter(organ: WrittenOrgan | null): WrittenOrgan | null {
  return organ && !/(?:办公[室厅]|办|委员会|中心|科|处)$/.test(organ.name) ? organ : null;
}

function plainOrgan(folded: FoldedText, written: string, at: number): WrittenOrgan | null {
  const name = written.replace(/的$/, '');
  const isPlain =
    (isOrganName(name) || /街道$/.test(name)) && !/^[我本各]|根据|按照|依照|要求|通知|规定|精神|结合|有关/.test(name);
  return isPlain ? { name, span: spanIn(folded, at, at + name.length) } : null;
}

function spanIn(folded: FoldedText, start: number, end: number): Span {
  return { start: folded.map[start]!, end: folded.map[end - 1]! + 1 };
}
