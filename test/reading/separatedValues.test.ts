import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import { checkReport, readDocument } from '../../server/src/service';
import { withTabsBetweenValues } from '../../server/src/text/separatedValues';
import { expectCellsInPlace, expectTypedReadAsAfresh, rowsOf } from '../support/sameReading';

const read = (text: string) => readDocument(text).parts[0]!.report;

const tabbed = readFileSync('test/fixtures/layouts/tabRows.mistakes.txt', 'utf8').replace(/\r\n/g, '\n');
const width = Math.max(...tabbed.split('\n').map((line) => line.split('\t').length));

/** The text as a spreadsheet writes it, every line a row; only the rows of tables where `onlyTables`. */
function separated(separator: string, quote: (cell: string) => string, onlyTables = false): string {
  const lines = tabbed.split('\n').map((line) => {
    const cells = line.split('\t');
    if (onlyTables) return cells.length === 1 ? line : cells.map(quote).join(separator);
    return [...cells, ...Array<string>(width - cells.length).fill('')].map(quote).join(separator);
  });
  return lines.join('\n');
}

const quotedIfNeeded = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const quotedWords = (cell: string) => (/[^\d.]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const writings: readonly (readonly [name: string, text: string])[] = [
  ['commas', separated(',', quotedIfNeeded)],
  ['commas, words in quotation marks', separated(',', quotedWords)],
  ['commas and blanks, tables only', separated(',', (cell) => ` ${quotedIfNeeded(cell)} `.replace(/ (".*") /, '$1'), true)],
  ['semicolons, every cell in quotation marks', separated(';', (cell) => `"${cell}"`)],
  ['tabs, words in quotation marks', separated('\t', quotedWords)],
  [
    'commas, words over several lines',
    separated(',', (cell) =>
      /^[\u4e00-\u9fff]{4}$/.test(cell) ? `"${cell.slice(0, 2)}\n${cell.slice(2)}"` : quotedIfNeeded(cell),
    ),
  ],
];

describe.each(writings)('values with separators are read as any other table (%s)', (_, written) => {
  it('gives the same numbers, each at its place', () => {
    const report = read(written);
    expect(rowsOf(report)).toEqual(rowsOf(read(tabbed)));
    for (const { layout } of Object.values(report.tables)) expect(layout).toBe('tabRows');
    expectCellsInPlace(report, written);
  });

  it('finds the same mistakes, headings and organ', () => {
    const found = (text: string) => checkReport(read(text)).findings.map(({ rule, row, column }) => [rule, row, column]);
    expect(found(written)).toEqual(found(tabbed));
    expect(read(written).organ).toBe(read(tabbed).organ);
    expect(read(written).sections.map(({ id, heading }) => [id, heading?.match])).toEqual(
      read(tabbed).sections.map(({ id, heading }) => [id, heading?.match]),
    );
  });

  it('reads what is typed as if the text were read afresh', () => {
    expectTypedReadAsAfresh(written, ['7', '"', ',', '\n']);
  });
});

const rows = (...numbers: string[]) =>
  [
    '二、主动公开政府信息情况',
    '信息内容,本年制发件数,本年废止件数,现行有效件数',
    ...numbers,
    '行政处罚,7',
    '行政强制,0',
    '规章,1,0,1',
  ].join('\n');

it('a blank cell is filled between its quotation marks', () => {
  const text = rows('行政规范性文件,"2","","12"')
    .replace(/[^,\n"]+/g, '"$&"')
    .replaceAll('""2""', '"2"')
    .replaceAll('""12""', '"12"');
  const blank = read(text).tables.proactive!.rows.find((row) => row.id === 'normativeDocuments')!.cells.repealed!;
  expect(blank.kind).toBe('blank');
  expect(applyEdits(text, [{ span: blank.span, newText: '0' }])).toContain('"2","0","12"');
});

it('a comma inside of a number separates nothing', () => {
  const counts = (text: string) => read(text).tables.proactive?.rows.find((row) => row.id === 'normativeDocuments')?.cells;
  expect(counts(rows('行政规范性文件,"1,234",,"2,345"'))).toMatchObject({ issued: { value: 1234 }, inForce: { value: 2345 } });
  expect(counts(rows('行政规范性文件,1,034,,2'))?.issued?.value).toBeUndefined();
  expect(counts(rows('行政规范性文件,1,234,,2'))?.issued?.value).toBeUndefined();
});

it('prose and the marks of other texts stay as they are', () => {
  const prose = '全年收到申请12件,办结11件,结转1件。\n他说:"好",然后走了\n一,二,3\n共,4,\n共计:5;6;7\n';
  expect(withTabsBetweenValues(prose)).toBe(prose);
  const mixed = rows('行政规范性文件,2,0,12') + `\n${prose}`;
  expect(withTabsBetweenValues(mixed).length).toBe(mixed.length);
  expect(withTabsBetweenValues(mixed)).toContain('全年收到申请12件,办结11件,结转1件。\n');
});

it('a text that never closes what it opens takes no longer', () => {
  const began = performance.now();
  const text = `${rows()}\n${'"一,'.repeat(200_000)}`;
  expect(withTabsBetweenValues(text).length).toBe(text.length);
  expect(performance.now() - began).toBeLessThan(5_000);
});
