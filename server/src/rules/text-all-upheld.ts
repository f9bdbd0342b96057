import { casesOf } from '../prose/caseStatements';
import { isOtherTime, scopeOf } from '../prose/scope';
import { originalSpan, proseOf, sentenceBefore } from '../prose/proseText';
import { resultNames } from '../prose/readings';
import { rowOf, type Cell, type Report } from '../report/report';
import { localized } from '../text/localized';
import { columnName, rowName } from '../report/names';
import type { FindingDraft, Rule } from './rule';

export const textAllUpheld: Rule = {
  id: 'text-all-upheld',
  group: 'prose',
  severity: 'hint',
  reads: ['disputes', 'prose'],
  summary: localized(
    '正文说“均维持”时，表中没有纠正、其他结果和尚未审结',
    '“All upheld” in the text leaves no other result in the table',
  ),
  *check(report) {
    for (const prose of proseOf(report)) {
      if (prose.place === 'preamble' || prose.place === 'problems' || !prose.text.includes('维持')) continue;
      for (const found of prose.text.matchAll(allUpheld)) {
        const start = found.index + found[0].lastIndexOf(found[1]!);
        const sentence = sentenceBefore(prose, start);
        const clause = sentence.slice(sentence.lastIndexOf(';') + 1);
        if (scopeOf(sentence, report) === 'part' || isOtherTime(sentence, report.year) || exceptSome.test(sentence)) continue;
        const rows = rowsNamed(clause) ?? rowsNamed(sentence);
        // 已审结的2件均维持 speaks of decided cases only: pending ones are no contradiction.
        const decidedOnly = /审结|结案|办结|作出(?:行政)?(?:复议)?决定|已.{0,4}判/.test(clause);
        const others = decidedOnly ? ['corrected', 'otherResult'] : ['corrected', 'otherResult', 'pending'];
        if (rows) yield* contradiction(report, originalSpan(prose, start, found.index + found[0].length), rows, others);
      }
    }
  },
};

const allUpheld = /(?:^|[^未不])((?:均|全部|都|全)(?:被|获|获得|得到|予以|为|已|被依法|依法)?(?:结果)?维持)/g;

/** 除1件被纠正外均维持, 1件纠正,其余均维持: the claim leaves some out. */
const exceptSome = /(?:除[^,;]*外,?|其余|其他|余下|剩余)[^,;]{0,8}$/;

/** The rows of the last cases that the text names before the claim. */
function rowsNamed(text: string): readonly string[] | undefined {
  const review = text.lastIndexOf('复议');
  const litigation = Math.max(text.lastIndexOf('诉讼'), text.lastIndexOf('应诉'));
  if (review < 0 && litigation < 0) return undefined;
  const kinds = new Set<string>();
  if (review >= 0) kinds.add('review');
  if (litigation >= 0) kinds.add('litigation');
  if (kinds.size === 2 && /\d/.test(text.slice(Math.min(review, litigation), Math.max(review, litigation)))) {
    kinds.delete(review < litigation ? 'review' : 'litigation');
  }
  return casesOf(kinds, true).flatMap((cases) => cases.rows);
}

function* contradiction(
  report: Report,
  span: FindingDraft['span'],
  rows: readonly string[],
  columns: readonly string[],
): Iterable<FindingDraft> {
  const contrary: Cell[] = [];
  for (const row of rows) {
    for (const column of columns) {
      const cell = report.tables.disputes?.status === 'read' ? rowOf(report, 'disputes', row)?.cells[column] : undefined;
      if (cell?.value) contrary.push(cell);
    }
  }
  if (contrary.length === 0) return;
  const list = contrary.map((c) => `${rowName('disputes', c.row)}${columnName('disputes', c.column)} ${c.value}`).join('、');
  const english = contrary.map((c) => `${resultNames[c.column]!.en} ${c.value}`).join(', ');
  yield {
    span,
    message: localized(
      `正文说均维持，但表中还有：${list}。请改正文（例如只说已审结的案件），或者核对表格。`,
      `The text says that all were upheld, but the table also has: ${english}. Correct the text (for instance limit it to decided cases) or check the table.`,
    ),
    related: contrary.map((cell) => {
      const text = `${rowName('disputes', cell.row)}·${columnName('disputes', cell.column)}：${cell.text}`;
      return { span: cell.span, row: cell.row, column: cell.column, value: cell.value, message: localized(text, text) };
    }),
  };
}
