import { firstFormYear } from '../form/form';
import { originalSpan, proseOf, type ProseText } from '../prose/proseText';
import { formInForce } from '../report/formInForce';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const citation: Rule = {
  id: 'citation',
  group: 'form',
  severity: 'warning',
  reads: ['prose'],
  summary: localized('引用的格式文件是报告年度适用的那一份', 'A cited format document is the one in force for the year'),
  *check(report) {
    // Without a year it is not known which document was in force.
    if (report.year === null || report.year < firstFormYear) return;
    const [older, newer] = documents;
    const inForce = formInForce(report) === '2019' ? older : newer;
    const stale = inForce === older ? newer : older;
    const cited = proseOf(report).flatMap(citationsIn);
    if (cited.some((c) => names(c, inForce))) return;
    for (const { prose, found, year, number } of cited.filter((c) => names(c, stale))) {
      const at = found.index + found[1]!.length;
      const numberAt = at + year.length + found[3]!.length;
      yield {
        span: originalSpan(prose, found.index, found.index + found[0].length),
        message: localized(
          `引用的格式文件〔${year}〕${number}号不适用于 ${report.year} 年度报告，应为国办公开办函〔${inForce.year}〕${inForce.number}号。请改引用，并检查表格是否也用了别的年度的格式。`,
          `The cited format document 〔${year}〕 No. ${number} is not in force for ${report.year}; it is 国办公开办函〔${inForce.year}〕${inForce.number}号. Correct the citation and check that the tables follow it too.`,
        ),
        fixes: [
          {
            title: localized(`改为〔${inForce.year}〕${inForce.number}号`, `Change to 〔${inForce.year}〕 No. ${inForce.number}`),
            kind: 'offered',
            edits: [
              { span: originalSpan(prose, at, at + year.length), newText: inForce.year },
              { span: originalSpan(prose, numberAt, numberAt + number.length), newText: inForce.number },
            ],
          },
        ],
      };
    }
  },
};

interface FormatDocument {
  readonly year: string;
  readonly number: string;
}

interface Citation extends FormatDocument {
  readonly prose: ProseText;
  readonly found: RegExpExecArray;
}

const documents: readonly [FormatDocument, FormatDocument] = [
  { year: '2019', number: '60' },
  { year: '2021', number: '30' },
];

const citationMark = /((?:国办)?公开办函\(?)(2019|2021)(\)?)(60|30)号/g;

function citationsIn(prose: ProseText): Citation[] {
  if (!prose.text.includes('公开办函')) return [];
  return [...prose.text.matchAll(citationMark)].map((found) => ({ prose, found, year: found[2]!, number: found[4]! }));
}

function names(cited: FormatDocument, document: FormatDocument): boolean {
  return cited.year === document.year && cited.number === document.number;
}
