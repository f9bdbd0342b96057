import { forms, tableIds, type FormId, type FormSection } from '../../form/form';
import { isPageNumber, isWebsiteFurniture } from '../../report/pageFurniture';
import type { Report, Section, Table } from '../../report/report';
import { isOrganName } from '../../report/identity/title';
import { isBlankFrom, linesOf, trimSpan } from '../../text/lines';
import { KeptWith } from '../../text/remember';
import { overlaps, span, type Span } from '../../text/span';
import { traceOf } from './sectionTraces';

/** A text that breaks off in the middle of a sentence, of a heading or of a table. */
export interface CutOff {
  /** The section that the text breaks off in; undefined where it does so before the first one. */
  readonly section: Section | undefined;
  /** The sections after it, none of which leaves any trace. */
  readonly lost: readonly FormSection[];
  /** What was not finished: the words after the last mark, the last row or line of a table, a heading with nothing below. */
  readonly rest: Span;
}

/** Where the end of a report was lost; undefined where it ends as a text may end. */
export function cutOff(report: Report): CutOff | undefined {
  let known = ofReports.get(report);
  if (!known) ofReports.set(report, (known = { cut: findCutOff(report) }));
  return known.cut;
}

const ofReports = new KeptWith<Report, { readonly cut: CutOff | undefined }>();

function findCutOff(report: Report): CutOff | undefined {
  const section = report.sections.at(-1);
  if (report.signature !== null) return undefined;
  const form = forms['2021'].sections;
  const lost = form.slice(form.findIndex((s) => s.id === section?.id) + 1);
  if (lost.some((s) => report.sections.some((found) => found.id === s.id))) return undefined;
  const body = section?.body ?? report.preamble;
  if (!body) return undefined;
  const rest = lost.length > 0 ? restOf(report, section, body) : restOfLastSection(report, body);
  return rest && !lost.some((s) => traceOf(report, s)) ? { section, lost, rest } : undefined;
}

function restOf({ text, tables }: Report, section: Section | undefined, body: Span): Span | undefined {
  const last = lastLine(text, body);
  if (!last) return section?.heading?.span;
  const table = Object.values(tables).find((one) => overlaps(one.span, last));
  if (table) return lacksItsEnd(text, table) ? fromBrokenRow(table, last) : undefined;
  const words = text.slice(last.start, last.end);
  if (/[\t|｜│]/.test(words)) return tableIds.some((id) => id === section?.id) ? last : undefined;
  return isEnd(words) ? undefined : unfinishedOf(text, last);
}

/** The last section often ends with a few words and no mark: only a long line that has begun to tell something is no end, or half a word. */
function restOfLastSection({ text }: Report, body: Span): Span | undefined {
  const last = lastLine(text, body);
  const words = last ? text.slice(last.start, last.end) : '';
  const isBegun = words.length > 20 && /[，,。；;]/u.test(words) && !/[\t|｜│]/.test(words);
  return last && (isBegun || halfWord.test(words)) && !isEnd(words) ? unfinishedOf(text, last) : undefined;
}

function isEnd(words: string): boolean {
  return (
    closed.test(words) ||
    nothing.test(words) ||
    (isOrganName(words) && !numbered.test(words)) ||
    isPageNumber(words) ||
    isWebsiteFurniture(words) ||
    ofTheEnd.test(words)
  );
}

/** Words that something has to follow. */
const halfWord = /(?:未|没|未收|的|和|与|及|在|对|将)$/u;

/** A numbered line is a heading or a label, whatever it ends with. */
const numbered = /^[（(]?[一二三四五六七八九十\d]+[）)、.．]/u;

/** A sentence, a bracket, a date, an address of the web. */
const closed =
  /[。！？）”’》〉」』】!?…)"'>\]]$|(?<!\d)[.]$|[\d一二三四五六七八九十]\s*[日号號]$|20\d\d[-./]\d{1,2}[-./]\d{1,2}$|^(?:https?:|www)[\x21-\x7e]+$/u;

/** An entry without anything to report. */
const nothing = /^(?:本年度?|本机关|目前)?(?:暂|均)?(?:无|没有)|^略$/u;

/** What stands under a finished report, on a line of its own or behind its name and a colon. */
const ofTheEnd =
  /^(?:附件|附表|附[:：]|版权所有|技术支持|网站标识|联系(?:人|电话|地址|方式)|责任编辑|传真|邮编|扫一扫|分享|相关(?:链接|附件|文章))|(?:主办|承办|主办单位|承办单位|技术支持|编辑|电话|传真|邮编|邮箱|地址|联系人|来源|日期|时间)\s*[:：]|ICP备|公网安备|版权所有/iu;

/** The words after the last mark; the whole line where that is its end. */
function unfinishedOf(text: string, last: Span): Span {
  const words = text.slice(last.start, last.end);
  const mark = /[，,。；;][^，,。；;]+$/u.exec(words);
  return mark ? trimSpan(text, last.start + mark.index + 1, last.end) : last;
}

function lastLine(text: string, body: Span): Span | undefined {
  const line = linesOf(text, body.start, body.end).findLast(({ start, end }) => text.slice(start, end).trim() !== '');
  return line && trimSpan(text, line.start, line.end);
}

/** From the label of the row that the last line belongs to, where that row reaches to the end. */
function fromBrokenRow({ rows }: Table, last: Span): Span {
  const row = rows.at(-1);
  const isBroken = row && (row.reading !== 'complete' || row.span.end >= last.start);
  return span(Math.min(last.start, isBroken ? row.label.span.start : last.start), last.end);
}

/** Whether the text ends with the table, before the last row of its form or inside that row. */
function lacksItsEnd(text: string, table: Table): boolean {
  if (!isBlankFrom(text, table.span.end)) return false;
  const last = lastRowsOf(table, 1);
  return !table.rows.some((row) => last.includes(row.id) && row.reading === 'complete');
}

/** Whether the text ends with the table, before the last two rows of its form: one alone may have been forgotten. */
export function endsTooSoon({ text }: Report, table: Table): boolean {
  return isBlankFrom(text, table.span.end) && lacksLastRows(table);
}

/** Whether a table ends before the last two rows of its form. */
export function lacksLastRows(table: Table): boolean {
  const last = lastRowsOf(table, 2);
  return !table.rows.some((row) => last.includes(row.id));
}

function lastRowsOf({ id, form }: Table, count: number): readonly string[] {
  return (form === 'mixed' ? formIds : [form]).flatMap((one) => forms[one].tables[id].rows.slice(-count).map((row) => row.id));
}

const formIds: readonly FormId[] = ['2021', '2019'];
