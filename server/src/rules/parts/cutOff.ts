import { forms, type FormId, type FormSection } from '../../form/form';
import type { Report, Section, Table } from '../../report/report';
import { isBlankFrom, linesOf, trimSpan } from '../../text/lines';
import { overlaps, type Span } from '../../text/span';

/** A text that breaks off in the middle of a sentence or of a table, with sections of the form still to come. */
export interface CutOff {
  /** The section that the text breaks off in. */
  readonly section: Section;
  /** The sections after it, none of which is there. */
  readonly lost: readonly FormSection[];
  /** The words after the last mark: the sentence that was not finished; in a table its last line. */
  readonly rest: Span;
}

/** Where the end of a report was lost; undefined where its last line ends as a text may end. */
export function cutOff(report: Report): CutOff | undefined {
  const section = report.sections.at(-1);
  if (!section) return undefined;
  const form = forms['2021'].sections;
  const lost = form.slice(form.findIndex((s) => s.id === section.id) + 1);
  if (lost.length === 0 || lost.some((s) => report.sections.some((found) => found.id === s.id))) return undefined;
  const last = lastLine(report.text, section.body);
  if (!last || report.signature !== null) return undefined;
  const table = Object.values(report.tables).find((one) => overlaps(one.span, last));
  if (table) return endsTooSoon(report, table) ? { section, lost, rest: last } : undefined;
  const words = report.text.slice(last.start, last.end);
  if (!breaksOff(words)) return undefined;
  const unfinished = /[，,。；;][^，,。；;]*$/u.exec(words)!;
  const start = last.start + unfinished.index + (unfinished[0].length > 1 ? 1 : 0);
  return { section, lost, rest: trimSpan(report.text, start, last.end) };
}

/** A sentence that has begun, with a comma or after another sentence, and has no mark at its end; neither a date nor an address. */
function breaksOff(words: string): boolean {
  return /[，,。；;]/u.test(words) && !closed.test(words) && !/[\t|｜│]/.test(words) && !ofTheEnd.test(words);
}

const closed = /[。！？；：）”’》〉」』】!?;:)"'>\].]$|[日号號]$/u;

/** What stands under a finished report. */
const ofTheEnd = /版权|备案|主办|承办|技术支持|责任编辑|附件|电话|传真|邮编|邮箱|地址|联系人/u;

function lastLine(text: string, body: Span): Span | undefined {
  const line = linesOf(text, body.start, body.end).findLast(({ start, end }) => text.slice(start, end).trim() !== '');
  return line && trimSpan(text, line.start, line.end);
}

/** Whether the text ends with the table, before the last two rows of its form: one alone may have been forgotten. */
export function endsTooSoon({ text }: Report, { id, form, rows, span }: Table): boolean {
  if (!isBlankFrom(text, span.end)) return false;
  const lastRows = (form === 'mixed' ? formIds : [form]).flatMap((one) =>
    forms[one].tables[id].rows.slice(-2).map((row) => row.id),
  );
  return !rows.some((row) => lastRows.includes(row.id));
}

const formIds: readonly FormId[] = ['2021', '2019'];
