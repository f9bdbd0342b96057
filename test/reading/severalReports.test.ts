import { expect, it } from 'vitest';
import { readDocument } from '../../server/src/service';

const organsIn = (...reports: readonly string[]) =>
  readDocument(reports.join('\n')).parts.map(({ report }) => [report.organ, report.year, Object.keys(report.tables)]);

const proactive = '规章\t0\t1\t2\n行政规范性文件\t3\t0\t5\n行政许可\t8\n行政处罚\t4\n行政强制\t0\n行政事业性收费\t0';

it('a report begins at its title where some sections of the one above are counted with digits', () => {
  const first = `松溪镇人民政府2021年政府信息公开工作年度报告
一、总体情况
2021年，我镇主动公开信息20条。
二、主动公开政府信息情况
${proactive}
3、收到和处理政府信息公开申请情况
没有收到申请。
4、政府信息公开行政复议、行政诉讼情况
没有。
5、存在的主要问题及改进情况
公开内容还不够深入。
6、其他需要报告的事项
无。`;
  const second = first.replaceAll('2021', '2022').replaceAll('松溪镇', '云岭镇').replace('一、', '1、').replace('3、', '三、');
  expect(organsIn(first, second)).toEqual([
    ['松溪镇人民政府', 2021, ['proactive']],
    ['云岭镇人民政府', 2022, ['proactive']],
  ]);
});

it('a report in traditional characters begins at its title where the one above lost its first headings', () => {
  const first = `松溪鎮人民政府2021年政府信息公開工作年度報告
2021年，我鎮主動公開信息20條。
四、政府信息公開行政復議、行政訴訟情況
沒有。
五、存在的主要問題及改進情況
公開內容還不夠深入。`;
  const second = `雲嶺鎮人民政府2022年政府信息公開工作年度報告
一、總體情況
2022年，我鎮主動公開信息30條。
二、主動公開政府信息情況
${proactive}`;
  expect(organsIn(first, second)).toEqual([
    ['松溪镇人民政府', 2021, []],
    ['云岭镇人民政府', 2022, ['proactive']],
  ]);
});

it('a title between the tables of a report that had none is its own, and above a report it is that report’s', () => {
  const begun = '一、总体情况\n2021年，我镇主动公开信息20条。\n二、主动公开政府信息情况\n规章 0 0 0\n';
  const third = '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1 0 0 0 0\n0 0 0 0 0\n';
  const title = '松溪镇人民政府2021年政府信息公开工作年度报告\n';
  const rest = '第二十条第（一）项\n收费\n四、政府信息公开行政复议、行政诉讼情况\n没有。\n';
  expect(organsIn(begun + third + title + rest).length).toBe(1);
  expect(organsIn(`${begun}${third}四、政府信息公开行政复议、行政诉讼情况\n没有。\n${title}${rest}`).length).toBe(2);
  expect(organsIn(title.replace('松溪', '云岭') + begun + third + title + rest).length).toBe(2);
});
