import { expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

const title = '青岚县水务局2023年政府信息公开工作年度报告';
const points = [
  '（一）主动公开情况。通过门户网站公开各类信息44条，政务新媒体发布信息12条，重点公开财政预决算等信息。',
  '（二）依申请公开情况。规范受理、审核、答复各环节，依法保障申请人的合法权益。',
  '（三）政府信息管理情况。严格执行信息发布制度，规范信息公开属性源头认定，做好已公开信息的动态调整。',
  '（四）政府信息公开平台建设情况。优化网站栏目，新增专题专栏7个，推进基层专区规范化建设。',
  '（五）监督保障情况。明确分管领导和责任科室，开展业务培训，将该项工作纳入年度考核，没有责任追究情形。',
] as const;
const table = ['二、主动公开政府信息情况', '第二十条第（一）项', '信息内容', '规章 0 0 0', '1 0 5', '行政许可 12', '收费'];
const applications = ['三、收到和处理政府信息公开申请情况', '自然人', '一、本年新收政府信息公开申请数量 1 0 0 0 0', '0 0 0 0 0'];

/** What is said, but for hints. */
function gravely(lines: readonly string[]): string[] {
  const { parts } = readDocument(lines.join('\n'));
  return parts.flatMap(({ report }) =>
    checkReport(report)
      .findings.filter(({ severity }) => severity !== 'hint')
      .map(({ rule }) => rule),
  );
}

const cutTo = (length: number) => points.map((point) => point.slice(0, length));

test.each([
  [
    'printed on both pages',
    [cutTo(41)[2]!, cutTo(41)[4]!, ...table, ...applications, title, cutTo(41)[0]!, cutTo(41)[3]!],
    [points[0].slice(29), points[2].slice(33)],
  ],
  ['cut', [cutTo(41)[2]!, cutTo(41)[4]!, ...table, ...applications, title, cutTo(41)[0]!, cutTo(38)[3]!], [points[0].slice(41)]],
  [
    'repeated from the middle',
    [points[2], points[4], ...table, ...applications, title, points[0], points[3]],
    [points[0].slice(30), points[3].slice(26)],
  ],
])('what a page cut off is not said to be missing where words at its edge are %s', (_, lines, rests) => {
  expect(gravely(['一、总体情况', ...lines, ...rests])).toEqual([]);
});

test('what orderly points lack is missing, whatever they end with', () => {
  const open = points.filter((_, i) => i !== 3).map((point) => point.replace(/。$/u, ''));
  expect(gravely([title, '一、总体情况', ...open, ...table])).toContain('missing-section');
});
