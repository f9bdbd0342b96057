import { originalSpan, proseOf, type ProseText } from '../prose/proseText';
import { compareWithParts, type Part } from '../prose/sumsOfParts';
import { localized } from '../text/localized';
import type { FindingDraft, Rule } from './rule';

export const feeSum: Rule = {
  id: 'fee-sum',
  group: 'prose',
  severity: 'hint',
  reads: ['prose'],
  summary: localized('分项列出的信息处理费（件数、金额）合计等于总数', 'Itemised fees add up to their total'),
  *check(report) {
    for (const prose of proseOf(report)) {
      if (prose.place === 'preamble' || !prose.text.includes('费') || !prose.text.includes('其中')) continue;
      for (const paragraph of prose.paragraphs)
        yield* sumsIn(prose, prose.text.slice(paragraph.start, paragraph.end), paragraph.start);
    }
  },
};

function* sumsIn(prose: ProseText, text: string, offset: number): Iterable<FindingDraft> {
  const split = text.indexOf('其中');
  const head = text.slice(0, split);
  if (split < 0 || !/处理费|收费|收取/.test(head)) return;
  const sentence = Math.max(head.slice(0, -1).lastIndexOf('。'), -1) + 1;
  const list = text.slice(split);
  for (const { unit, pattern, units } of quantities) {
    const total = lastOf(head.slice(sentence), pattern, units, offset + sentence);
    const parts = [...list.matchAll(pattern)].map((found) => partOf(found, units, offset + split));
    if (!total || parts.length < 2 || compareWithParts(total.value, parts) === 'agrees') continue;
    const sum = parts.reduce((all, part) => all + part.value, 0);
    const scale = unit === '元' ? 100 : 1;
    yield {
      span: originalSpan(prose, total.start, total.end),
      message: localized(
        `信息处理费合计写的是 ${plain(total.value, scale)} ${unit}，分项相加是 ${plain(sum, scale)} ${unit}。请核对总数和各分项。`,
        `The fee total is ${plain(total.value, scale)} (${unit}), its items add up to ${plain(sum, scale)}. Check the total and the items.`,
      ),
      related: parts.map((part) => {
        const shown = `${plain(part.value, scale)} ${unit}`;
        return { span: originalSpan(prose, part.start, part.end), message: localized(`分项 ${shown}`, `item ${shown}`) };
      }),
    };
  }
}

/** Money is counted in 分 so that no fraction is rounded. */
const quantities = [
  { unit: '件', pattern: /(?<![\d.])(\d+)()(件)/g, units: { 件: 1 } },
  { unit: '元', pattern: /(?<![\d.])(\d+)(?:\.(\d{1,6}))?(万元|元)/g, units: { 元: 100, 万元: 1_000_000 } },
] as const;

function lastOf(text: string, pattern: RegExp, units: Readonly<Record<string, number>>, offset: number): Part | undefined {
  const found = [...text.matchAll(pattern)].at(-1);
  return found && partOf(found, units, offset);
}

function partOf(found: RegExpMatchArray, units: Readonly<Record<string, number>>, offset: number): Part {
  const [text, whole, fraction = '', unit] = found;
  const scale = units[unit!]!;
  const value = Math.round((Number(whole + fraction) * scale) / 10 ** fraction.length);
  return { value, start: offset + found.index!, end: offset + found.index! + text.length };
}

function plain(value: number, scale: number): string {
  return scale === 1 || value % scale === 0 ? String(value / scale) : (value / scale).toFixed(2);
}
