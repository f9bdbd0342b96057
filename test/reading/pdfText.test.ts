import { expect, it } from 'vitest';
import type { Report } from '../../server/src/report/report';
import { readDocument } from '../../server/src/service';

const read = (table: string): Report => readDocument(`青岚县人民政府2024年政府信息公开工作年度报告\n${table}`).parts[0]!.report;

/** The rows of an applications table that were read, each as its numbers. */
function applicationsIn(lines: string): Record<string, string> {
  const { applications } = read(`三、收到和处理政府信息公开申请情况\n${lines}\n四、政府信息公开行政复议、行政诉讼情况\n`).tables;
  const complete = applications!.rows.filter((row) => row.reading === 'complete');
  return Object.fromEntries(complete.map((row) => [row.id, row.expected.map((c) => row.cells[c]!.value).join(' ')]));
}

it('the last line of a wrapped label is not taken for another label that it resembles', () => {
  const rows = applicationsIn(`2.重复申
请 0 0 18 0 0 0 18
3.要求提
供公开出
版物
4.无正当
理由大量
反复申请 0 45 0 0 0 0 45
5.要求行政机关确认或重新出具已获取信息 1 0 0 0 0 0 1`);
  expect(rows).not.toMatchObject({ 'rejected.repeated': '0 45 0 0 0 0 45' });
  expect(rows).toMatchObject({ 'rejected.reconfirmation': '1 0 0 0 0 0 1' });
});

it('a group label that is wrapped over lines is no part of the label below it', () => {
  const rows = applicationsIn(`(一)予以公开 539 755 126 0 0 247 1667
(三)不予公
开
1.属于国
家秘密 2211 51 7 0 0 4 2273
2.其他法
律行政法
规禁止公
开 621 71 103 0 0 1 796
3.危及“三安全一稳定” 0 0 0 0 0 0 0`);
  expect(rows).toEqual({
    granted: '539 755 126 0 0 247 1667',
    'denied.stateSecret': '2211 51 7 0 0 4 2273',
    'denied.prohibitedByLaw': '621 71 103 0 0 1 796',
    'denied.securityAndStability': '0 0 0 0 0 0 0',
  });
});
