import { describe, expect, test } from 'vitest';
import { looksLikeReport } from '../../server/src/report/detectReport';
import { readDocument } from '../../server/src/service';

const explanation = `
一、编制背景
根据《中华人民共和国政府信息公开条例》编写了年度报告。
二、编制依据
《青岚县人民政府办公室关于做好政府信息公开年度报告编制工作的通知》
三、主要内容
报告分为六大部分，分别为总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况等内容。
第二部分：主动公开政府信息情况，按照规定公开规章、行政规范性文件、行政许可等相关数据。
`;

const titles = [
  '文字解读：青岚县水利局2023年政府信息公开工作年度报告',
  '政策解读:青岚县水利局2023年政府信息公开工作年度报告',
  '图解｜青岚县水利局2023年政府信息公开工作年度报告',
  '【一图读懂】青岚县水利局2023年政府信息公开工作年度报告',
  '首页 > 政策解读 > 青岚县水利局2023年政府信息公开工作年度报告',
];

describe('an explanation of a report is none', () => {
  test.each(titles)('%s', (title) => {
    expect(readDocument(title + explanation).parts).toEqual([]);
    expect(looksLikeReport(title + explanation)).toBe(false);
  });
});

describe('a report is read below the title of its explanation', () => {
  test.each(titles)('%s', (title) => {
    const [part] = readDocument(`${title}\n一、总体情况\n2023年，我局主动公开信息20条。\n`).parts;
    expect(part?.report).toMatchObject({ organ: '青岚县水利局', year: 2023 });
  });

  test('where it lost its headings and has a table', () => {
    const table = '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t1\t0\t4\n';
    const [part] = readDocument(`${titles[0]}\n${table}`).parts;
    expect(part?.report).toMatchObject({ organ: '青岚县水利局', year: 2023 });
    expect(part?.report.tables.proactive).toBeDefined();
  });
});

test('a report that lost all its headings is still read by its title', () => {
  const [part] = readDocument(`青岚县水利局2023年政府信息公开工作年度报告${explanation}`).parts;
  expect(part?.report.organ).toBe('青岚县水利局');
});

describe('the organ that signed is read from quoted mail', () => {
  test.each(['> 青岚县水利局\n> 2024年1月20日', '> 青岚县水利局 2024年1月20日'])('%j', (signed) => {
    const [part] = readDocument(
      `> 2023年政府信息公开工作年度报告\n> 一、总体情况\n> 2023年，主动公开信息20条。\n${signed}\n`,
    ).parts;
    expect(part?.report.signature).toMatchObject({ organ: '青岚县水利局', date: { year: 2024, month: 1, day: 20 } });
    expect(part?.report.organ).toBe('青岚县水利局');
  });
});

describe('a notice that asks for reports is none', () => {
  const notice = `青岚县人民政府办公室关于做好2023年度政府信息公开工作年度报告编制工作的通知
各乡镇人民政府，县直各单位：
现将有关事项通知如下，年度报告应当包括下列内容：
六、其他需要报告的事项
请于2024年1月31日前报送。
`;

  test('whatever heading of the form it names', () => {
    expect(readDocument(notice).parts).toEqual([]);
  });

  test('a report below it is read', () => {
    const report = '青岚县水利局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局主动公开信息20条。\n';
    const organs = readDocument(`${notice}\n${report}`).parts.map((part) => part.report.organ);
    expect(organs).toContain('青岚县水利局');
  });
});
