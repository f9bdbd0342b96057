import { expect, it } from 'vitest';
import { readDocument } from '../../server/src/service';

const tablesOf = (text: string) => readDocument(`云峰市人民政府2024年政府信息公开工作年度报告\n${text}`).parts[0]!.report.tables;

const applications = (thirdParty: string, repeated: string) => `三、收到和处理政府信息公开申请情况

| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 自然人 | 法人或其他组织 | 总计 | | | | | | |
| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | | | | |
| 一、本年新收政府信息公开申请数量 | 31 | 4 | 0 | 0 | 1 | 2 | 38 | |
| 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | |
| 三、本年度办理结果 | （一）予以公开 | 20 | 3 | 0 | 0 | 1 | 1 | 25 |
| （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 4.保护第三方合法权益 | ${thirdParty} |
| （五）不予处理 | 1.信访举报投诉类申请 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
| 2.重复申请 | ${repeated} |
| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | |
四、其他
`;
const valuesOf = (text: string) =>
  Object.fromEntries(
    tablesOf(text).applications!.rows.map(({ id, cells }) => [id, Object.values(cells).map(({ value }) => value)]),
  );

it('where a row’s end is filled up and no blank stands inside a row, a row that lacks values is not read', () => {
  const values = valuesOf(applications('2 | 1 | 0 | 0 | 0 | 3 | | ', '1 | 1 | 0 | 0 | 0 | 0 | 2 | '));
  expect(values['denied.thirdPartyRights']).toEqual([]);
  expect(values['rejected.repeated']).toEqual([1, 1, 0, 0, 0, 0, 2]);
});

it('a blank inside another row shows that blanks stand where they are', () => {
  const values = valuesOf(applications('2 | 1 | 0 | 0 | 0 | 3 | | ', '1 | | 0 | 0 | 0 | 0 | 1 | '));
  expect(values['denied.thirdPartyRights']).toEqual([2, 1, 0, 0, 0, 3, null]);
  expect(values['rejected.repeated']).toEqual([1, null, 0, 0, 0, 0, 1]);
});

it('columns that cut their words within a character may cut their numbers', () => {
  const disputes = (header: string) => `四、政府信息公开行政复议、行政诉讼情况
|行政复议|行政诉讼|
${header}
|8| 0| 1| 0| 9|0| 1|0|0| 1|0| 2| 2| 3| 7|
五、存在的主要问题及改进情况
`;
  expect(tablesOf(disputes('|结|结|其|尚|总|结|结|其|尚|总|结|结|其|尚|总|')).disputes?.rows.length).toBe(3);
  expect(tablesOf(disputes('|结|\ufffd|其|尚|总|结|结|其|\ufffd|总|结|结|其|尚|总\ufffd|')).disputes?.rows).toEqual([]);
});
