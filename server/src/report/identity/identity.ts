import { foldText, foldUnit } from '../../text/fold';
import { trimSpan, type Line } from '../../text/lines';
import type { PlainDate, Report } from '../report';
import { noNamedReport, readNamedReport, type NamedReport } from './namedReport';
import { isOrganName, organLine, readTitle, withoutQuoteMarks, yearOf, type WrittenOrgan } from './title';

type Title = NonNullable<Report['title']>;
type Period = NonNullable<Report['period']>;
type Signature = NonNullable<Report['signature']>;

export interface Identity {
  readonly title: Title | null;
  readonly titleOrgan: WrittenOrgan | null;
  readonly named: NamedReport;
  readonly period: Period | null;
  readonly signature: Signature | null;
}

/**
 * What a report says of itself: its title, the period it covers, who signed it and when. Where no section begins at `frontEnd`
 * before the text ends, the title of a report that the text only explains is none of its own.
 */
export function readIdentity(text: string, lines: readonly Line[], frontEnd: number, tailStart: number): Identity {
  const front = lines.filter((l) => l.start < frontEnd).slice(0, 80);
  const named = readTitle(text, front);
  const found = named?.isExplanation && frontEnd >= text.length ? undefined : named;
  const signature = readSignature(
    text,
    lines.filter((l) => l.start >= tailStart),
  );
  // Where title and signature say whose report of which year it is, nothing else is asked.
  const isTold = found?.title.year != null && Boolean(found.organ ?? signature?.organ);
  return {
    title: found?.title ?? null,
    titleOrgan: found?.organ ?? null,
    named: isTold ? noNamedReport : readNamedReport(text, frontEnd),
    period: readPeriod(text, frontEnd, tailStart),
    signature,
  };
}

const periodPattern =
  /(?:自|从)?(20\d\d)年(\d{1,2})月(\d{1,2})日(?:起|始)?,?(?:至|到|-|—|--|~|－|–)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})(?:日止?|止)/g;

/**
 * The stated 统计期限, where the sentence speaks of statistics, of data or of what the report covers: near the beginning, up to some way behind `frontEnd`, where the
 * first section begins, or behind `tailStart`, where the last one does.
 */
export function readPeriod(text: string, frontEnd: number, tailStart: number): Period | null {
  const zones: readonly (readonly [number, number])[] = [
    [0, Math.min(text.length, Math.max(frontEnd, 200) + 1500)],
    [tailStart, Math.min(text.length, tailStart + 3000)],
  ];
  for (const [from, to] of zones) {
    const folded = foldText(text.slice(from, to), from);
    for (const m of folded.text.matchAll(periodPattern)) {
      const before = folded.text.slice(Math.max(0, m.index - 40), m.index);
      const sentence = before.slice(before.lastIndexOf('。') + 1);
      const after = folded.text.slice(m.index + m[0].length, m.index + m[0].length + 10);
      if (!/统计|数据|期限|时间段|周期|时限|报告期|起止|期间的?(?:政府)?信息公开/.test(sentence + after)) continue;
      const year = Number(m[1]);
      return {
        span: { start: folded.map[m.index]!, end: folded.map[m.index + m[0].length - 1]! + 1 },
        from: { year, month: Number(m[2]), day: Number(m[3]) },
        to: { year: m[4] ? Number(m[4]) : year, month: Number(m[5]), day: Number(m[6]) },
      };
    }
  }
  return null;
}

const datePattern =
  /^(.{0,40}?)(20\d\d|[二][○〇零O][○〇零一二三四五六七八九]{2})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日$/;

/** What the last character of a date may fold to, one that is dropped included. */
const mayEndDate = new Set(['日', '']);

/** The last line that is a date alone (or an organ and a date), and the organ above it. */
function readSignature(text: string, lines: readonly Line[]): Signature | null {
  const filled = lines.map((l) => withoutQuoteMarks(text, trimSpan(text, l.start, l.end))).filter((s) => s.end > s.start);
  for (let i = filled.length - 1; i >= 0; i--) {
    const line = filled[i]!;
    if (line.end - line.start > 80 || !mayEndDate.has(foldUnit(text.charCodeAt(line.end - 1)))) continue;
    const folded = foldText(text.slice(line.start, line.end), line.start);
    const m = datePattern.exec(folded.text);
    if (!m) continue;
    const date = dateOf(m[2]!, m[3]!, m[4]!);
    if (!date) continue;
    const start = folded.map[m[1]!.length]!;
    const span = { start, end: line.end };
    const sameLine =
      m[1]!.length >= 3 && isOrganName(m[1]!)
        ? { name: m[1]!, span: { start: line.start, end: folded.map[m[1]!.length - 1]! + 1 } }
        : null;
    const above = sameLine ?? (i > 0 ? organLine(text, filled[i - 1]!) : null);
    return { organ: above?.name ?? null, organSpan: above?.span ?? null, date, span };
  }
  return null;
}

function dateOf(year: string, month: string, day: string): PlainDate | null {
  const y = yearOf(year);
  const m = smallNumber(month);
  const d = smallNumber(day);
  return y && m >= 1 && m <= 12 && d >= 1 && d <= 31 ? { year: y, month: m, day: d } : null;
}

function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (s: string | undefined) => (s ? '一二三四五六七八九'.indexOf(s) + 1 : 0);
  return (text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}
