import { describe, expect, test } from 'vitest';
import { readTitle } from '../../server/src/report/identity/title';
import { readingLines } from '../../server/src/text/lines';

const read = (text: string) => {
  const found = readTitle(text, readingLines(text));
  return found && { organ: found.organ?.name ?? null, year: found.title.year };
};

describe('the title says the organ and the year, however it is set', () => {
  test.each([
    ['青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['青岚县水利局政府信息公开工作2023年度报告', '青岚县水利局'],
    ['青岚县水利局政府信息公开2023年年度报告', '青岚县水利局'],
    ['青岚县水利局政府信息公开工作年度报告（2023年度）', '青岚县水利局'],
    ['2023年度政府信息公开工作年度报告（青岚县水利局）', '青岚县水利局'],
    ['青岚县水利局关于2023年度政府信息公开情况的报告', '青岚县水利局'],
    ['2023青岚县松溪乡2023年度政府信息公开工作年度报告', '青岚县松溪乡'],
    ['标题青岚县松溪乡2023年政府信息公开工作年度报告', '青岚县松溪乡'],
    ['| 名称 | 青岚县水利局2023年政府信息公开工作年度报告 | |||\n|---|---|', '青岚县水利局'],
    ['**青岚县水利局2023年政府信息公开工作年度报告**', '青岚县水利局'],
    ['青岚县水利局2023年政府信息公开工作年度报告.docx', '青岚县水利局'],
    ['青岚县柳湾街道办事处2023年度政府\n信息公开工作年度报告', '青岚县柳湾街道办事处'],
    ['青岚县水利局\n二〇二三年度\n政府信息公开工作年度报告', '青岚县水利局'],
    ['青岚县水利局\n政府信息公开工作年度报告\n（2023年度）', '青岚县水利局'],
    ['政 府 信 息 公 开 工 作 年 度 报 告\n（2023年）\n青岚县水利局', '青岚县水利局'],
    ['2023年政府信息公开工作年度报告\n\n青岚县水利局\n2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['首页 > 政务公开 > 政府信息公开年报\n青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['发布日期：2024年1月5日\n政府信息公开年报\n青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['政府信息公开\n青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['文号是否有效\n标题青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['柳湾街道2023年政府信息公开工作年度报告根据《中华人民共和国政府信息公开条例》编制，共六个部分。', '柳湾街道'],
    ['关于2023年度政府信息公开情况的报告', null],
    ['文字解读：青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['【图解】青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['一图读懂 | 青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['Page 8 - 青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['第 12 页 青岚县水利局2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['> 青岚县水利局\n> 2023年政府信息公开工作年度报告', '青岚县水利局'],
    ['> > 青岚县柳湾街道办事处2023年度政府\n> > 信息公开工作年度报告', '青岚县柳湾街道办事处'],
    ['**青岚县柳湾街道办事处2023年度政府**\n**信息公开工作年度报告**', '青岚县柳湾街道办事处'],
    ['索 引 号：0052/2024-00001 | 名称：青岚县水利局2023年政府信息公开工作年度报告 |', '青岚县水利局'],
    ['| 青岚县水利局 | 2023年政府信息公开工作年度报告 |', '青岚县水利局'],
  ])('%j', (text, organ) => {
    expect(read(text)).toEqual({ organ, year: 2023 });
  });

  test('a date is no year of the report', () => {
    expect(read('发布日期：2024年1月5日\n政府信息公开工作年度报告')).toEqual({ organ: null, year: null });
  });

  test('a row of a catalogue is no title', () => {
    expect(
      read('索 引 号：0052/2016-00001 | 主题分类：综合政务/公报公示/政府信息公开年报 | |\n文 号 | 成文日期：2016-03-31'),
    ).toBeUndefined();
    expect(read('主题分类 | 政府信息公开年报')).toBeUndefined();
  });

  test('a path through a website is no organ', () => {
    expect(read('首页/政务公开/政府信息公开年报')).toEqual({ organ: null, year: null });
  });

  test('the range of a title over several quoted lines is theirs, and of its organ its own', () => {
    const text = '> 青岚县柳湾街道办事处2023年度政府\n> 信息公开工作年度报告\n';
    const found = readTitle(text, readingLines(text))!;
    expect(text.slice(found.title.span.start, found.title.span.end)).toBe(text.slice(2, -1));
    expect(text.slice(found.organ!.span.start, found.organ!.span.end)).toBe('青岚县柳湾街道办事处');
  });

  test('a sentence is no title', () => {
    expect(read('青岚县水利局2023年政府信息公开年度报告是根据条例编制的。')).toBeUndefined();
  });
});
