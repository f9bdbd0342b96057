import { expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

const rows = [
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
  '（二）部分公开',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
];

/** Whether a row is said to be of the other form in a table of which programs left so much. */
function isSuperseded(...lines: readonly string[]): boolean {
  const text = [
    '青岚县水务局2023年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    '一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3',
    ...rows.map((row) => `${row} 0 0 0 0 0 0 0`),
    ...lines,
    '四、政府信息公开行政复议、行政诉讼情况',
  ].join('\n');
  return checkReport(readDocument(text).parts[0]!.report).findings.some(({ rule }) => rule === 'superseded-form');
}

test('in a table that came apart, a group’s label without numbers is no row of the other form', () => {
  expect(
    isSuperseded('（六）  其他处  理 1 ．申请人无正当理由逾期不补正', '、行政机关不再处理其政府信息公开申请 3 0 0 0 0 0 3'),
  ).toBe(false);
  expect(isSuperseded('（六）其他处理 1 0 0 0 0 0 1')).toBe(true);
});
