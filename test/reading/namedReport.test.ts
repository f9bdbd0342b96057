import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

const whole = readFileSync('test/fixtures/rules/missing-section/valid.txt', 'utf8');

/** A report with a preamble in place of its title line. */
function withPreamble(preamble: string) {
  return readDocument(whole.replace(/^.*年度报告$/mu, preamble)).parts[0]!.report;
}

describe('a report without title line says in its preamble which one it is', () => {
  test.each([
    ['现公布我局2022年政府信息公开工作年度报告。', 2022, null],
    ['根据《条例》规定，现公布青岚县水利局2022年度政府信息公开工作年度报告。', 2022, '青岚县水利局'],
    ['现将2022年度松溪镇政府信息公开工作报告如下：', 2022, '松溪镇'],
    ['根据《条例》要求，特向社会公布2022年度青岚县水利局政府信息公开工作报告。', 2022, '青岚县水利局'],
    ['现发布《青岚县水利局2022年政府信息公开工作年度报告》，共六个部分。', 2022, '青岚县水利局'],
    ['根据要求，青岚县水利局编制了2022年政府信息公开年度报告。', 2022, '青岚县水利局'],
    ['本报告由青岚县水利局编制，统计期限为2022年1月1日至12月31日。', 2022, '青岚县水利局'],
    ['本报告由青岚县人民政府办公室编制，统计期限为2022年1月1日至12月31日。', 2022, null],
    ['数据的统计期限从2022年1月1日至12月31止。', 2022, null],
    ['起止时间为2022年1月1日至2022年12月31日。', 2022, null],
    ['内容涵盖2022年1月1日至12月31日期间的政府信息公开工作情况。', 2022, null],
    ['根据《关于做好2022年政府信息公开工作年度报告编制发布工作的通知》编制本报告。', null, null],
    ['根据县政府办编制2022年政府信息公开工作年度报告的通知，编制本报告。', null, null],
    ['现公布2021年政府信息公开工作年度报告。现公布2022年政府信息公开工作年度报告。', null, null],
  ])('%s', (preamble, year, organ) => {
    const report = withPreamble(preamble);
    expect([report.year, report.organ]).toEqual([year, organ]);
  });

  test('also in the first sentence of 一, where it is the one published', () => {
    const behind = (sentence: string) =>
      readDocument(whole.replace(/^.*年度报告\n+/u, '').replace(/^2023年，/mu, sentence)).parts[0]!.report.year;
    expect(behind('现发布《青岚县水利局2022年政府信息公开工作年度报告》。')).toBe(2022);
    expect(behind('按时编制了2022年政府信息公开工作年度报告。')).toBeNull();
  });

  test('and that year is the one the stated period is held against', () => {
    const report = withPreamble('青岚县水利局编制了2023年政府信息公开工作年度报告，统计期限为2022年1月1日至2022年12月31日。');
    const found = checkReport(report).findings.filter(({ rule }) => rule === 'year-mismatch');
    expect(found.map(({ span }) => report.text.slice(span.start, span.end))).toEqual(['2022年1月1日至2022年12月31日']);
  });
});
