import { forms, type FormSection } from '../form/form';
import { sectionOf, type Report } from '../report/report';
import { localized, type Localized } from '../text/localized';
import { span, type Span } from '../text/span';
import { cutOff, lacksLastRows, type CutOff } from './parts/cutOff';
import { isGarbled } from './parts/garbledText';
import { isScrambled } from './parts/scrambledText';
import { traceOf, type Trace } from './parts/sectionTraces';
import type { FindingDraft, Rule, Severity } from './rule';

export const missingSection: Rule = {
  id: 'missing-section',
  group: 'form',
  severity: 'error',
  reads: ['prose'],
  summary: localized('报告由规定的六个部分组成', 'The report has the six sections of the form'),
  *check(report) {
    const missing = forms['2021'].sections.filter((section) => !sectionOf(report, section.id)?.heading);
    if (missing.length > 0 && isScrambled(report)) {
      yield scrambledFinding(report);
      return;
    }
    const cut = cutOff(report);
    for (const section of missing) if (!cut?.lost.includes(section)) yield findingFor(report, section);
    if (cut && cut.lost.length > 0) yield cutFinding(cut);
  },
};

/** One hint for a text of which it cannot be told. */
function scrambledFinding(report: Report): FindingDraft {
  return {
    span: report.sections[0]?.heading?.span ?? report.title?.span ?? span(0, 0),
    severity: 'hint',
    message: localized(
      '各部分不能确定：文字的各行多半在提取时打乱了次序或混在一起。缺不缺部分、次序对不对，不作检查，请换用次序完好的文本。',
      'The sections cannot be told: extraction probably left the lines in disorder or mixed them. Whether one is missing or out of place is not checked; use a text in its own order.',
    ),
  };
}

function findingFor(report: Report, section: FormSection): FindingDraft {
  const found = sectionOf(report, section.id);
  const reason = reasonFor(report, section);
  return {
    span: found ? firstLine(report, found.span) : place(report, section),
    ...(reason ? { severity: severities[reason] } : {}),
    message: messageFor(section, reason),
  };
}

/** What shows that a heading was not left out by the author: what is left of its section, or what extraction did in its place. */
type Reason = Trace | 'garbled' | 'lostWithTable';

const severities: Readonly<Record<Reason, Severity>> = {
  title: 'warning',
  content: 'warning',
  garbled: 'hint',
  lostWithTable: 'hint',
};

function reasonFor(report: Report, section: FormSection): Reason | undefined {
  if (isGarbled(report, gapOf(report, section))) return 'garbled';
  const trace = traceOf(report, section);
  return trace === 'content' && isLostWithTable(report, section) ? 'lostWithTable' : trace;
}

/** Whether the table that stands before a section's heading was cut off in the middle, so that the heading was with its end. */
function isLostWithTable({ tables }: Report, section: FormSection): boolean {
  const { sections } = forms['2021'];
  const before = sections[sections.indexOf(section) - 1];
  const table = Object.values(tables).find(({ id }) => id === before?.id);
  return table?.status === 'incomplete' && lacksLastRows(table);
}

function messageFor(section: FormSection, reason: Reason | undefined): Localized {
  const name = `${section.number}、${section.title}`;
  switch (reason) {
    case 'title':
      return localized(
        `没有找到标题“${name}”：有这个标题，但序号的写法与规定格式不同。请改为“${section.number}、”。`,
        `The heading “${name}” was not found: its title is there, but not with the form's number. Write “${section.number}、”.`,
      );
    case 'content':
      return localized(
        `没有找到标题“${name}”，但内容似乎还在：标题可能在复制或提取时丢失。请补上标题。`,
        `The heading “${name}” was not found, but its content seems to be there: copying may have lost it. Add the heading.`,
      );
    case 'garbled':
      return localized(
        `没有找到标题“${name}”：它应在的地方有乱码，标题多半在提取时丢失。请换用完好的文本。`,
        `The heading “${name}” was not found: characters are garbled where it should be, and extraction probably lost it. Use a sound text.`,
      );
    case 'lostWithTable':
      return localized(
        `没有找到标题“${name}”：内容还在，标题多半在提取时与前面表格的后半部分一起丢失。请换用完整的文本。`,
        `The heading “${name}” was not found: its content is there, and extraction probably lost it with the end of the table before. Use a complete text.`,
      );
    case undefined:
      return localized(
        `缺少“${name}”部分。年度报告应当包括规定的六个部分，请补上。`,
        `The section “${name}” is missing. The report has to have the six sections of the form; add it.`,
      );
  }
}

/** One finding for all that is missing behind the place where the text breaks off. */
function cutFinding({ section, lost, rest }: CutOff): FindingDraft {
  const form = forms['2021'].sections.find((s) => s.id === section?.id);
  const numbers = lost.map((s) => s.number).join('、');
  const where = form
    ? localized(`在第${form.number}部分“${form.title}”中间断了`, `in the middle of section ${form.number}`)
    : localized('还没有到第一部分就断了', 'before the first section');
  return {
    span: rest,
    severity: 'warning',
    message: localized(
      `文字${where.zh}，后面没有第${numbers}部分：多半在复制或提取时丢失。请把其余内容补全。`,
      `The text breaks off ${where.en}, and section ${numbers} is not there: what follows was probably lost in copying. Paste the rest.`,
    ),
  };
}

/** The first line of a section without heading: its table's first labels. */
function firstLine(report: Report, where: Span): Span {
  const start = where.start + Math.max(0, report.text.slice(where.start, where.end).search(/\S/u));
  const lineEnd = report.text.indexOf('\n', start);
  const end = Math.min(lineEnd < 0 ? where.end : lineEnd, where.end);
  return span(start, start + report.text.slice(start, end).trimEnd().length);
}

/** The next heading in the form's order, else the last one before, else the report's title. */
function place(report: Report, section: FormSection): Span {
  const { before, after } = headingsAround(report, section);
  return after ?? before ?? report.title?.span ?? span(0, 0);
}

/** Where a section whose heading was not found would stand: from the heading before it to the next one. */
function gapOf(report: Report, section: FormSection): Span {
  const { before, after } = headingsAround(report, section);
  const start = before?.end ?? 0;
  return span(start, Math.max(start, after?.start ?? report.text.length));
}

/** The headings that were found, next before and next after a section in the form's order. */
function headingsAround(
  report: Report,
  section: FormSection,
): { readonly before: Span | undefined; readonly after: Span | undefined } {
  const { sections } = forms['2021'];
  const at = sections.indexOf(section);
  const headings = sections.map((one) => sectionOf(report, one.id)?.heading?.span);
  const isThere = (heading: Span | undefined) => heading !== undefined;
  return { before: headings.slice(0, at).findLast(isThere), after: headings.slice(at + 1).find(isThere) };
}
