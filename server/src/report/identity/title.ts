import { fold, foldText, type FoldedText } from '../../text/fold';
import { trimSpan, type Line } from '../../text/lines';
import type { Span } from '../../text/span';
import { isPageNumber } from '../pageFurniture';
import type { Report } from '../report';

type Title = NonNullable<Report['title']>;

export interface WrittenOrgan {
  readonly name: string;
  readonly span: Span;
}

export interface FoundTitle {
  readonly title: Title;
  readonly organ: WrittenOrgan | null;
  /** The text is put before the reader as an explanation of the report that it names. */
  readonly isExplanation: boolean;
}

/** The title line, or the two or three short lines that it is broken into; one that says the year before any that does not. */
export function readTitle(text: string, lines: readonly Line[]): FoundTitle | undefined {
  const short = titleLines(text, lines);
  const found: FoundTitle[] = [];
  for (let i = 0; i < short.length; i++) {
    for (let count = 1; count <= 3 && i + count <= short.length; count++) {
      if (!short.slice(i, i + count).some((line) => line.mayEndTitle)) continue;
      const one = titleOf(text, short, i, count);
      // What stands above a whole title is no part of it.
      if (!one || (count > 1 && titleOf(text, short, i + 1, count - 1)?.title.year)) continue;
      found.push(one);
      if (one.title.year !== null) break;
    }
  }
  const first = found.find((one) => one.title.year !== null);
  if (!first) return titleInSentence(text, short) ?? found[0];
  // The same title often stands twice, and the organ is named above only one of them.
  return first.organ ? first : (found.find((one) => one.organ && one.title.year === first.title.year) ?? first);
}

const linesSearched = 40;

interface TitleLine extends Span {
  readonly folded: FoldedText;
  /** Every title ends with 报告 or 年报, which may be broken over two lines. */
  readonly mayEndTitle: boolean;
}

/** The first lines that are not empty, without the marks around them. */
function titleLines(text: string, lines: readonly Line[]): TitleLine[] {
  const found: TitleLine[] = [];
  for (const line of lines) {
    const { start, end } = titleEntry(text, withoutMarks(text, trimSpan(text, line.start, line.end)));
    if (end === start || isPageNumber(text.slice(start, end))) continue;
    const folded = end - start > longestTitle ? noText : foldText(text.slice(start, end), start);
    found.push({ start, end, folded, mayEndTitle: folded.text.includes('报') });
    if (found.length === linesSearched) break;
  }
  return found;
}

const noText: FoldedText = { text: '', map: [] };
const longestTitle = 260;
/** A title that does not say the year is believed near the beginning only. */
const linesWithoutYear = 7;

const yearWords = '(20\\d\\d|二[○〇零O0]?[一二三四五六七八九十○〇零]{2,3})年度?';
/** A year that is no date's. */
const titleYear = new RegExp(`${yearWords}(?!\\d{1,2}月)`);
const subject = '(?:政府信息(?:公开)?[与和及]政务公开|政府信息公开|政务公开|信息公开)';
const kind = '的?(?:年度报告|年度工作报告|工作报告|报告|年报)';
const titleEnd = new RegExp(
  `${subject}(?:工作)?(?:情况)?(?:${yearWords})?${kind}(?:\\((.{0,20})\\))?(?:\\.(?:docx?|pdf|wps|html?))?$`,
);
/** A title that ends before: the lines joined hold two. */
const titleInside = new RegExp(`${subject}(?:工作)?(?:情况)?(?:年度|工作)*(?:报告|年报)`);
/** What websites write before the title of a report that they explain. */
const explanation =
  '(?:(?:文字|政策|文件|图文|图表|图片|视频|音频|动漫|动画|数据|专家|媒体|领导|负责人)?解读|图解|一张?图(?:读懂|看懂|看清|了解|速览))';
/** What catalogues, websites and page headers put before a title. */
const beforeTitle = new RegExp(
  `^(?:(?:标题|题名|名称|信息名称|文件名称|公文名称|附件\\d?)[:|]*|\\([^()]{1,8}\\)|.*[>»›]|${explanation}[:|.—-]*|(?:[Pp]age\\d+|第\\d+页)[:|.—-]*)+`,
);
const explains = new RegExp(explanation);
/** What else than the title a catalogue says of a report. */
const otherEntry =
  '(?:^|\\|)(?:索引号|(?:主题|信息|组配|体裁|栏目)分类|公开类别|所属栏目|发布机构|发布机关|发布单位|发文机关|发文机构|关键词|主题词|文号|发文字号|(?:成文|发文|发布|生成|公开)(?:日期|时间))';
const hasOtherEntry = new RegExp(`${otherEntry}[:|]`);
const endsWithOtherEntry = new RegExp(`${otherEntry}[:|][^|]*$`);

function titleOf(text: string, short: readonly TitleLine[], first: number, count: number): FoundTitle | undefined {
  const span = { start: short[first]!.start, end: short[first + count - 1]!.end };
  if (span.end - span.start > longestTitle) return undefined;
  const folded = foldJoined(short.slice(first, first + count));
  if (endsWithOtherEntry.test(folded.text)) return undefined;
  if (folded.text.length > 70 || /[。;；]/.test(folded.text) || /[，,].*[，,]/.test(folded.text)) return undefined;
  const end = titleEnd.exec(folded.text);
  if (!end || /^[(《]/.test(folded.text.replace(beforeTitle, ''))) return undefined;
  const skipped = beforeTitle.exec(folded.text)?.[0].length ?? 0;
  const before = folded.text.slice(skipped, end.index);
  if (count > 1 && (skipped > 0 || titleInside.test(before) || before.includes(':'))) return undefined;
  const year = titleYear.exec(folded.text);
  if (!year && first >= linesWithoutYear) return undefined;
  const own = organInTitle(folded, skipped, end, year);
  const above = own || first === 0 ? null : organLine(text, short[first - 1]!);
  const below = own || above || first + count >= short.length ? null : organLine(text, short[first + count]!);
  const whole = above ? { start: above.span.start, end: span.end } : span;
  return {
    title: { text: text.slice(whole.start, whole.end), span: whole, year: year ? yearOf(year[1]!) : null },
    organ: own ?? above ?? below,
    isExplanation: explains.test(folded.text.slice(0, skipped)),
  };
}

/** A title that lost its line end: the first sentence follows it in the same line. */
function titleInSentence(text: string, short: readonly TitleLine[]): FoundTitle | undefined {
  for (const { start, end } of short.slice(0, linesBeforeSentence)) {
    const folded = foldText(text.slice(start, Math.min(end, start + longestTitle)), start);
    const length = titleThenSentence.exec(folded.text)?.[0].length;
    if (length === undefined) continue;
    const titleEnds = folded.map[length - 1]! + 1;
    const line = { start, end: titleEnds, folded: foldText(text.slice(start, titleEnds), start), mayEndTitle: true };
    const title = titleOf(text, [line], 0, 1);
    if (title && title.title.year !== null) return title;
  }
  return undefined;
}

const linesBeforeSentence = 3;
const titleThenSentence = new RegExp(
  `^[^,。:;]{0,40}?${subject}(?:工作)?(?:情况)?(?:${yearWords})?${kind}(?=根据|按照|依照|依据|本(?:年度)?报告|本年报|现将)`,
);

/** Lines folded as one, without the marks between them. */
function foldJoined(lines: readonly TitleLine[]): FoldedText {
  if (lines.length === 1) return lines[0]!.folded;
  return {
    text: lines.map(({ folded }) => folded.text).join(''),
    map: [...lines.flatMap(({ folded }) => Array.from(folded.map).slice(0, folded.text.length)), lines.at(-1)!.end],
  };
}

/** The organ before the subject, the year taken out, or in brackets after it. */
function organInTitle(
  folded: FoldedText,
  skipped: number,
  end: RegExpExecArray,
  year: RegExpExecArray | null,
): WrittenOrgan | null {
  const yearAt = year && year.index < end.index ? year.index : end.index;
  const yearEnd = year && year.index < end.index ? year.index + year[0].length : end.index;
  const named =
    cleaned(folded, skipped, yearAt) ?? cleaned(folded, yearEnd, end.index) ?? (end[2] ? inBrackets(folded, end[2]) : null);
  return named;
}

const schoolYear = /(?:20\d\d)?[-—–~至]*(?:20\d\d)?学年度?$/;

function cleaned(folded: FoldedText, from: number, to: number): WrittenOrgan | null {
  const name = folded.text.slice(from, to).replace(schoolYear, '');
  const clean = name.replace(/^(?:20\d\d年?度?|关于)+|(?:关于|的|:|\|)$/g, '');
  const isPath = clean.endsWith('/');
  if (isPath || clean.length < 2 || clean.length > 40) return null;
  return spanned(folded, clean, from + name.indexOf(clean));
}

function inBrackets(folded: FoldedText, content: string): WrittenOrgan | null {
  return isOrganName(content) ? spanned(folded, content, folded.text.lastIndexOf(content)) : null;
}

function spanned(folded: FoldedText, name: string, start: number): WrittenOrgan {
  return { name, span: { start: folded.map[start]!, end: folded.map[start + name.length - 1]! + 1 } };
}

/** Of a catalogue's row the last entry, where that may be the title; any other line as it is. */
function titleEntry(text: string, line: Span): Span {
  if (line.end - line.start > longestTitle) return line;
  const row = text.slice(line.start, line.end);
  const folded = fold(row);
  if (!hasOtherEntry.test(folded) || endsWithOtherEntry.test(folded)) return line;
  return trimSpan(text, line.start + Math.max(row.lastIndexOf('|'), row.lastIndexOf('｜')) + 1, line.end);
}

/**
 * The line without the marks of a heading, of bold type, of a list, of quoted mail or of a table's edge, and without the number of its
 * page before it.
 */
function withoutMarks(text: string, line: Span): Span {
  const content = text.slice(line.start, Math.min(line.end, line.start + longestTitle));
  const marks = /^[#*_|•>\s]*(?:[-—–]+ ?\d{1,3} ?[-—–]+\s*)?/.exec(content)![0].length;
  const ending = line.end - line.start > longestTitle ? 0 : /[*_|\s]*$/.exec(content)![0].length;
  return marks + ending >= content.length ? line : trimSpan(text, line.start + marks, line.end - ending);
}

/** The line without the marks that mail puts before each line that it quotes. */
export function withoutQuoteMarks(text: string, line: Span): Span {
  const marks = /^(?:\s*>)*/.exec(text.slice(line.start, line.end))![0].length;
  return marks > 0 ? trimSpan(text, line.start + marks, line.end) : line;
}

/** A line that is an organ's name and nothing else. */
export function organLine(text: string, line: Span): WrittenOrgan | null {
  const span = withoutQuoteMarks(text, line);
  const name = fold(text.slice(span.start, span.end));
  return isOrganName(name) ? { name, span } : null;
}

/** Whether folded words may be the name of an organ, by their length and their last character. */
export function isOrganName(name: string): boolean {
  return (
    name.length >= 3 &&
    name.length <= 30 &&
    !/[。,，;；:：!?\d《》]/.test(name) &&
    /[府厅室局委会院办处所队镇乡区县市省州盟旗中心社团]$/.test(name)
  );
}

const digits = '○〇零一二三四五六七八九';

/** A year in digits or in Chinese characters; null where it is neither. */
export function yearOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const written = [...text]
    .map((c) => (c === '〇' || c === '○' || c === '零' || c === 'O' || c === '0' ? 0 : digits.indexOf(c) - 2))
    .filter((d) => d >= 0 && d <= 9);
  return written.length === 4 ? Number(written.join('')) : null;
}
