import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';

const whole = readFileSync('test/fixtures/rules/missing-section/valid.txt', 'utf8');
const own = headings(whole);

/** The headings of the sections of each report in a text. */
function headings(text: string): (string | undefined)[][] {
  return readDocument(text).parts.map(({ report }) => report.sections.map(({ heading }) => heading?.text));
}

/** The rules that report something. */
function rulesFor(text: string): string[] {
  return readDocument(text).parts.flatMap(({ report }) => checkReport(report).findings.map(({ rule }) => rule));
}

/** The report with other points in 一. */
function withPoints(...points: string[]): string {
  return whole.replace(/^2023年，全县主动公开.*$/mu, points.join('\n'));
}

describe('a point of 一 with the title of another section is no section', () => {
  test.each([
    ['one point', ['1、主动公开情况。公开44条。', '5、政府信息公开行政复议、行政诉讼情况。未发生。', '6、监督保障。加强考核。']],
    ['two points', ['1、主动公开政府信息情况', '公开44条。', '2、收到和处理政府信息公开申请情况', '收到12件。', '3、监督保障']],
    ['with the section’s own digit', ['2.主动公开政府信息情况', '公开44条。', '4.政府信息公开行政复议、行政诉讼情况', '没有。']],
    ['without number', ['主动公开政府信息情况', '公开44条。', '收到和处理政府信息公开申请情况', '收到12件。']],
  ])('%s', (_, points) => {
    expect(headings(withPoints(...points))).toEqual(own);
  });

  test('where the heading of 一 itself is not known', () => {
    const points = ['1、主动公开政府信息情况', '公开44条。', '2、收到和处理政府信息公开申请情况', '收到12件。'];
    const text = withPoints(...points).replace('一、总体情况', '一、这一年做了什么');
    expect(headings(text)).toEqual([own[0]!.slice(1)]);
  });

  test('where the text breaks off before the sections themselves', () => {
    const text = withPoints('1.主动公开政府信息情况', '公开44条。').split('二、')[0]!;
    expect(headings(text)).toEqual([['一、总体情况']]);
  });
});

test('a section with another number and its table below is one all the same', () => {
  const text = whole.replace('二、主动公开', '1、主动公开');
  expect(headings(text)[0]).toEqual(own[0]!.with(1, '1、主动公开政府信息情况'));
});

test('sections that all have digits are found, in each of several reports', () => {
  const digits = whole.replace(
    /^([一二三四五六])、(?=总体|主动|收到和|政府|存在|其他)/gmu,
    (_, n: string) => `${'一二三四五六'.indexOf(n) + 1}、`,
  );
  const one = headings(digits);
  expect(one[0]![1]).toBe('2、主动公开政府信息情况');
  expect(headings(`${digits}\n${digits}\n${whole}`)).toEqual([...one, ...one, ...own]);
});

test('a caption that repeats the title of its section is not its heading', () => {
  const text = whole.replace(/^二、主动公开政府信息情况$/mu, '$&\n主动公开政府信息情况');
  expect(headings(text)).toEqual(own);
  expect(rulesFor(text)).toEqual(rulesFor(whole));
});

test('a table below its own heading begins no second report', () => {
  const text = withPoints('收到的申请有下列几类。', '一、本年新收政府信息公开申请数量\t12');
  expect(readDocument(text).parts).toHaveLength(1);
});
