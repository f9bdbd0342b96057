import { originalSpan, proseOf } from '../prose/proseText';
import { compareWithParts, type Part } from '../prose/sumsOfParts';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const textEnumeration: Rule = {
  id: 'text-enumeration',
  group: 'prose',
  severity: 'hint',
  offByDefault: true,
  reads: ['prose'],
  summary: localized('“共 n 条，其中 a、b、c”各项之和等于总数', 'Listed parts add up to the number they are parts of'),
  *check(report) {
    for (const prose of proseOf(report)) {
      if (prose.place === 'preamble' || !/其中|包括|分别/.test(prose.text)) continue;
      for (const found of prose.text.matchAll(total)) {
        const [text, number, unit, list] = found;
        const listStart = found.index + text.length - list!.length;
        const parts = partsOf(list!, unit!, listStart);
        const value = Number(number!.replaceAll(',', ''));
        if (parts.length < 2 || new RegExp(`\\d(?:余|多)${unit}`).test(text)) continue;
        const result = compareWithParts(value, parts);
        const sum = parts.reduce((total, part) => total + part.value, 0);
        // 其中 may name some of the parts only; 包括 and 分别 promise all of them.
        const complete = /^[,(]?(?:包括|分别)/.test(text.slice(number!.length + unit!.length));
        if (result === 'agrees' || (result === 'less' && !(complete && parts.length >= 3))) continue;
        yield {
          span: originalSpan(prose, found.index, found.index + number!.length + unit!.length),
          actual: value,
          expected: sum,
          message: localized(
            `正文说共 ${value} ${unit}，但后面列出的 ${parts.map((p) => p.value).join(' + ')} 合计是 ${sum}。请核对总数和各项。`,
            `The text says ${value} altogether, but the parts listed behind it, ${parts.map((p) => p.value).join(' + ')}, make ${sum}. Check the total and the parts.`,
          ),
          related: parts.map((part) => ({
            span: originalSpan(prose, part.start, part.end),
            message: localized(`其中 ${part.value} ${unit}`, `part: ${part.value}`),
            value: part.value,
          })),
        };
      }
    }
  },
};

const total = /(?<![\d.])(\d[\d,]*)(件|条|篇|份|个|期|次|起|宗)[,(]?(?:其中|包括|分别)([^。!?\n]*)/g;

function partsOf(list: string, unit: string, offset: number): Part[] {
  const parts: Part[] = [];
  for (const found of list.matchAll(/(?<![\d.])(\d+)(件|条|篇|份|个|期|次|起|宗)/g)) {
    if (found[2] !== unit) break;
    // Behind another 其中 the parts of a part begin.
    if (parts.length > 0 && /其中|共/.test(list.slice(parts.at(-1)!.end - offset, found.index))) break;
    parts.push({ value: Number(found[1]), start: offset + found.index, end: offset + found.index + found[0].length });
  }
  return parts;
}
