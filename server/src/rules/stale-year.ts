import { originalSpan, proseOf, sentenceBefore, type ProseText } from '../prose/proseText';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const staleYear: Rule = {
  id: 'stale-year',
  group: 'dates',
  severity: 'hint',
  reads: ['prose'],
  summary: localized('统计语句中的年份是报告年度', 'A counting sentence names the year reported on'),
  *check(report) {
    const { year } = report;
    if (year === null) return;
    for (const prose of proseOf(report)) {
      if (prose.place === 'preamble' || prose.place === 'problems') continue;
      for (const found of prose.text.matchAll(yearAtBeginning)) {
        const named = Number(found[2]);
        if (named === year) continue;
        const start = found.index + found[0].length - found[3]!.length - found[2]!.length;
        const sentence = wholeSentence(prose, start);
        const clauses = sentence.after;
        if (!counts.test(clauses) || harmless.test(sentence.all) || sentence.all.includes(`${year}年`)) continue;
        const end = start + named.toString().length + (/^年度?/.exec(found[3]!)?.[0].length ?? 0);
        yield {
          span: originalSpan(prose, start, end),
          actual: named,
          expected: year,
          message: localized(
            `这是 ${year} 年度报告，这句统计却写“${named}年”，可能是沿用了往年的文字。请核对年份和数字。`,
            `This is the report for ${year}, but this counting sentence says ${named}: probably text of another year. Check the year and the numbers.`,
          ),
        };
      }
    }
  },
};

function wholeSentence(prose: ProseText, at: number): { readonly all: string; readonly after: string } {
  const rest = /^[^。\n]*/.exec(prose.text.slice(at, at + 400))![0];
  return { all: sentenceBefore(prose, at) + rest, after: /^[^;]*/.exec(rest)![0] };
}

/** A year that opens a sentence or a clause, as the time of what follows. */
const yearAtBeginning =
  /(^|[。;!?\n]|\([一二三四五六七八九十]+\)[^。,;\n]{2,20}[。:]|[一二三四五六七八九十]是)((?:19|20)\d\d)(年(?:度|全年)?(?:,|(?=[全我本各共累收受办主公发未没无县市区])))/g;

/** A verb of counting with a number and a unit, or a statement that there was none. */
const counts =
  /(?:收到|受理|办理|办结|答复|公开|公布|发布|制发|印发|发生|收取|举办|召开|开展|解读|回应)[^,]{0,30}?\d[\d,]*(?:余|多)?(?:件|条|篇|份|个|期|次|起|宗|元)|(?:未|没有|无)(?:收到|发生|收取|产生)/;

/** Comparisons, and what is always about another year: accounts, plans, examinations, last year's report. */
const harmless =
  /较|同比|相比|比上|比去|增长|下降|减少|增加|上升|以来|累计|决算|预算|年报|年度报告|计划|规划|要点|考核|评估|审计|结转|转入|将|力争|截至|截止|至今|历年/;
