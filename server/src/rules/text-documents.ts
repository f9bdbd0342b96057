import { chineseNumber } from '../prose/chineseNumber';
import { originalSpan, proseOf, sentenceBefore } from '../prose/proseText';
import { isOtherTime, scopeOf } from '../prose/scope';
import { rowOf, type Cell, type Report } from '../report/report';
import { localized } from '../text/localized';
import { columnName, rowName } from '../report/names';
import type { Rule } from './rule';

export const textDocuments: Rule = {
  id: 'text-documents',
  group: 'prose',
  severity: 'hint',
  reads: ['proactive', 'prose'],
  summary: localized(
    '正文中制发、废止、现行有效规范性文件的件数与表格一致',
    'Normative documents in the text agree with the table',
  ),
  *check(report) {
    for (const prose of proseOf(report)) {
      if (prose.place === 'preamble' || prose.place === 'problems' || !prose.text.includes('规范性文件')) continue;
      for (const found of prose.text.matchAll(documents)) {
        const { verb, none, count } = found.groups!;
        if (!none && !count) continue;
        const value = none ? (count ? null : 0) : /^\d/.test(count!) ? Number(count) : chineseNumber(count!);
        const column = columnOf(verb!);
        const sentence = sentenceBefore(prose, found.index);
        const around = sentence + prose.text.slice(found.index, found.index + found[0].length + 12);
        if (value === null || !column || doubtful.test(around) || isOtherTime(sentence, report.year)) continue;
        const scope = scopeOf(sentence + found[0].slice(0, 4), report);
        if (scope === 'part' || scope === 'wide') continue;
        const { first, accepted } = expectedCounts(report, column);
        if (!first || accepted.includes(value)) continue;
        const name = `${rowName('proactive', first.row)}·${columnName('proactive', first.column)}`;
        yield {
          span: originalSpan(prose, found.index, found.index + found[0].length),
          actual: value,
          expected: first.value,
          message: localized(
            `正文“${found[0]}”与表格不一致：${name}是 ${first.value}。请与合法性审核（司法行政）部门核对后统一。`,
            `“${found[0]}” disagrees with the table, where the normative documents (${columnName('proactive', first.column)}) are ${first.value}. Agree the number with the legal office.`,
          ),
          related: [
            {
              span: first.span,
              row: first.row,
              column: first.column,
              value: first.value,
              message: localized(`${name}：${first.text}`, `${name}: ${first.text}`),
            },
          ],
        };
      }
    }
  },
};

const documents =
  /(?<verb>(?:新)?(?:制发|制定印发|制定出台|制定|出台|印发)(?:了|出台|印发|并公开|并发布)?|(?<none>(?:未|没有)(?:新)?(?:制发|制定|出台|印发|废止))|废止(?:了)?|(?:现行)有效(?:的)?|继续有效(?:的)?)(?:行政|本级|政府|本年度|全市|全县|各类|党政){0,2}规范性文件(?:(?:共|共计|总数|数量|件数|总|为|有|达|计){0,3}(?<count>\d+|[一二两三四五六七八九十百]+)(?:件|个|份|部)(?!次)|(?=[,;。)]|的?情况[,;。)]))/g;

/** 宣布失效 counts with 废止 in some reports; drafts, reviews and filings are not what the table counts. */
const doubtful = /失效|审查|备案|清理|修改|修订|解读|余件|以来|党内|名义/;

function columnOf(verb: string): 'issued' | 'repealed' | 'inForce' | undefined {
  if (/有效/.test(verb)) return 'inForce';
  if (/废止/.test(verb)) return 'repealed';
  return 'issued';
}

interface ExpectedCounts {
  /** The cell a statement is about; undefined where what could be meant was not read. */
  readonly first: (Cell & { readonly value: number }) | undefined;
  readonly accepted: readonly number[];
}

/** The normative documents' cell, or with the rules, which some reports count together; the form of 2019 has two such cells. */
function expectedCounts(report: Report, column: 'issued' | 'repealed' | 'inForce'): ExpectedCounts {
  const unread = { first: undefined, accepted: [] };
  if (report.tables.proactive?.status !== 'read') return unread;
  const normative = rowOf(report, 'proactive', 'normativeDocuments');
  const cell = normative?.cells[column];
  if (cell) {
    const rulesCell = rowOf(report, 'proactive', 'rules')?.cells[column];
    if (cell.value === null || rulesCell?.value == null) return unread;
    return { first: { ...cell, value: cell.value }, accepted: [cell.value, cell.value + rulesCell.value] };
  }
  const old = column === 'issued' ? ['made', 'newlyPublished'] : column === 'inForce' ? ['publishedTotal'] : [];
  const cells = old.map((id) => normative?.cells[id]);
  const [first] = cells;
  if (first?.value == null || cells.some((c) => c?.value == null)) return unread;
  return { first: { ...first, value: first.value }, accepted: cells.map((c) => c!.value!) };
}
