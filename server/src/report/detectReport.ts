import { forms } from '../form/form';
import { fold, foldLabel } from '../text/fold';
import type { Report } from './report';

/**
 * Whether a plain text looks like an annual disclosure report: at least two of its strong markers occur. Only the
 * beginning is looked at, and only wording that other texts about disclosure do not use as it stands.
 */
export function looksLikeReport(text: string): boolean {
  const folded = fold(text.slice(0, sampleLength));
  let found = 0;
  for (const marker of markers()) {
    if (marker.test(folded) && ++found >= strongMarkersNeeded) return true;
  }
  return false;
}

/** UTF-16 units looked at: the title, the preamble and the first tables of any report stand within them. */
const sampleLength = 65_536;
const strongMarkersNeeded = 2;

let cached: readonly RegExp[] | undefined;

/** Numbered headings of the table sections, the printed note, the article of the first table, and the form's longest row labels. */
function markers(): readonly RegExp[] {
  if (cached) return cached;
  const form = forms['2021'];
  const { applications, proactive } = form.tables;
  const headings = form.sections
    .filter((section) => section.kind === 'table')
    .map((section) => `[一二三四五六1-6][、.]${literal(section.title)}`);
  const rowLabels = ['received', 'carriedIn', 'carriedOut'].map((id) =>
    literal(applications.rows.find((row) => row.id === id)!.label.replace(/^.、/, '')),
  );
  const note = literal(applications.note!.replace(/^.*?：/, ''));
  const article = proactive.groups.map((group) => literal(group.label)).join('|');
  const title = '政府信息公开(?:工作)?年度(?:工作)?报告';
  return (cached = [title, ...headings, ...rowLabels, note, article].map((pattern) => new RegExp(pattern)));
}

function literal(label: string): string {
  return foldLabel(label).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether a text asks others for their reports: its title says so, and next to nothing of a report follows. */
export function isNotice({ text, sections, tables }: Report): boolean {
  if (sections.length > 1 || Object.keys(tables).length > 0) return false;
  const lines = text.slice(0, sections[0]!.span.start).split(/[\r\n]+/, 40);
  return lines.some((line) => line.length <= 160 && noticeTitle.test(fold(line)));
}

const noticeTitle = /^[^。;]{0,60}(?:信息公开|政务公开)[^。;]{0,12}(?:年度报告|年报)[^。;]{0,20}的(?:通知|函)$/;
