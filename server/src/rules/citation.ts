import { foldText } from '../text/fold';
import { localized } from '../text/localized';
import { formInForce } from './names';
import type { Rule } from './rule';

export const citation: Rule = {
  id: 'citation',
  group: 'form',
  severity: 'warning',
  summary: localized('引用的格式文件是报告年度适用的那一份', 'A cited format document is the one in force for the year'),
  *check(report) {
    // Without a year it is not known which document was in force.
    if (report.year === null || report.year < 2019) return;
    const inForce = formInForce(report) === '2019' ? documents[0]! : documents[1]!;
    const proseEnd = report.sections.find((s) => s.id === 'proactive')?.span.start ?? report.text.length;
    const raw = report.text.slice(0, proseEnd);
    if (!/格\s*式|办\s*函/.test(raw)) return;
    const { text, map } = foldText(raw);
    const cited = [...text.matchAll(numbers)].map((found) => ({ found, year: found[2]!, number: found[4]! }));
    if (cited.some(({ year, number }) => year === inForce.year && number === inForce.number)) return;
    for (const { found, year, number } of cited) {
      const stale = documents.find((d) => d !== inForce && d.year === year && d.number === number);
      if (!stale) continue;
      const at = found.index + found[1]!.length;
      const numberAt = at + year.length + found[3]!.length;
      yield {
        span: { start: map[found.index]!, end: map[found.index + found[0].length - 1]! + 1 },
        message: localized(
          `引用的格式文件〔${year}〕${number}号不适用于 ${report.year} 年度报告，应为国办公开办函〔${inForce.year}〕${inForce.number}号。请改引用，并检查表格是否也用了旧格式。`,
          `The cited format document 〔${year}〕 No. ${number} is not in force for ${report.year}; it is 国办公开办函〔${inForce.year}〕${inForce.number}号. Correct the citation and check that the tables follow it too.`,
        ),
        fixes: [
          {
            title: localized(`改为〔${inForce.year}〕${inForce.number}号`, `Change to 〔${inForce.year}〕 No. ${inForce.number}`),
            kind: 'offered',
            edits: [
              { span: { start: map[at]!, end: map[at + year.length - 1]! + 1 }, newText: inForce.year },
              { span: { start: map[numberAt]!, end: map[numberAt + number.length - 1]! + 1 }, newText: inForce.number },
            ],
          },
        ],
      };
    }
  },
};

const documents = [
  { year: '2019', number: '60' },
  { year: '2021', number: '30' },
] as const;

const numbers = /((?:(?:国办)?公开办函)\(?)(2019|2021)(\)?)(60|30)号/g;
