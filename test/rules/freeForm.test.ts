import { expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

const freeForm = `青岚县教育局2015年政府信息公开工作年度报告

一、概述
2015年，我局认真贯彻落实条例，积极推进政府信息公开工作。

二、主动公开政府信息情况
2015年主动公开政府信息312条，其中机构职能类12条，规范性文件类5条，工作动态类295条。

三、依申请公开政府信息办理情况
2015年共收到政府信息公开申请6件，均已按时办结。

四、收费及减免情况
2015年未收取任何费用。

五、因政府信息公开申请行政复议、提起行政诉讼的情况
2015年未发生行政复议、行政诉讼。

六、存在的主要问题及改进措施
公开内容还不够丰富，下一步将加强培训。

附表
政府信息公开情况统计表
指标名称\t单位\t数量
一、主动公开情况\t\t
（一）主动公开政府信息数\t条\t312
二、回应解读情况\t\t
三、依申请公开情况\t\t
（一）收到申请数\t件\t6

青岚县教育局
2016年3月10日
`;

const rulesOf = (text: string) =>
  readDocument(text).parts.flatMap(({ report }) => checkReport(report).findings.map((finding) => finding.rule));

test('a report from before the first form lacks nothing of it', () => {
  expect(rulesOf(freeForm)).toEqual([]);
});

test('what extraction left and text of another year are found in any report', () => {
  const spoilt = freeForm.replace('一、概述\n', '一、概述\n打印本页\n').replace('2015年共收到', '2014年共收到');
  expect(rulesOf(spoilt).sort()).toEqual(['extraction-residue', 'stale-year']);
});

test('the same text for a year with a form lacks much', () => {
  const found = rulesOf(freeForm.replaceAll('2015', '2023').replace('2016', '2024'));
  expect(found).toEqual(expect.arrayContaining(['missing-section', 'missing-table', 'section-title', 'five-aspects']));
});

test('a report for a school year follows rules of its own', () => {
  const school = `青岚师范学院2022-2023学年信息公开工作年度报告

本报告根据《高等学校信息公开办法》编制，统计期限自2022年9月1日起至2023年8月31日止。

一、概述
本学年，学院主动公开信息612条。

二、信息主动公开情况
招生、财务等信息均已公开。

三、依申请公开和不予公开情况
本学年收到申请3件，均已答复。
`;
  expect(readDocument(school).parts.map(({ report }) => report.organ)).toEqual(['青岚师范学院']);
  expect(rulesOf(school)).toEqual([]);
});
