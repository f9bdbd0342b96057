import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import type { Report } from '../../server/src/report/report';
import { checkReport, readDocument } from '../../server/src/service';
import { withoutMarkup } from '../../server/src/text/markup';
import { expectCellsInPlace, expectTypedReadAsAfresh, rowsOf } from '../support/sameReading';

const read = (text: string) => readDocument(text).parts[0]!.report;

const tabbed = readFileSync('test/fixtures/layouts/tabRows.mistakes.txt', 'utf8').replace(/\r\n/g, '\n');

/** The lines with tabs as rows of tables, as `row` writes them. */
function asHtml(text: string, row: (cells: readonly string[]) => string, open = '<table>\n', close = '</table>\n'): string {
  const lines = text.split('\n');
  const isRow = lines.map((line, i) => line.includes('\t') || (isHeaderLine(line) && lines[i + 1]!.includes('\t')));
  return lines
    .map((line, i) => {
      const before = isRow[i] && !isRow[i - 1] ? open : '';
      const after = isRow[i] && !isRow[i + 1] ? close : '';
      return before + (isRow[i] ? row(line.split('\t')) : `<p>${line}</p>\n`) + after;
    })
    .join('');
}

function isHeaderLine(line: string): boolean {
  return /^\s*第二十条/.test(line);
}

const writings: readonly (readonly [name: string, text: string])[] = [
  ['one row a line', asHtml(tabbed, (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`)],
  [
    'one table a line',
    asHtml(
      tabbed,
      (cells) => `<tr>${cells.map((cell) => `<td style="width:62px;"><p>${cell}</p></td>`).join('')}</tr>`,
      '<table>',
      '</table>\n',
    ),
  ],
  ['one tag a line', asHtml(tabbed, (cells) => `<TR>\n${cells.map((cell) => `  <TD>\n    ${cell}\n  </TD>\n`).join('')}</TR>\n`)],
  ['no closing tags', asHtml(tabbed, (cells) => `<tr>${cells.map((cell) => `<td>${cell}`).join('')}\n`)],
];

describe.each(writings)('tables in HTML are read as any other (%s)', (_, html) => {
  it('gives the same numbers, each at its place', () => {
    const report = read(html);
    expect(rowsOf(report)).toEqual(rowsOf(read(tabbed)));
    for (const { layout } of Object.values(report.tables)) expect(layout).toBe('htmlTables');
    expectCellsInPlace(report, html);
  });

  it('finds the same mistakes', () => {
    const found = (text: string) => checkReport(read(text)).findings.map(({ rule, row, column }) => [rule, row, column]);
    const tables = (text: string) => found(text).filter(([, row]) => row !== undefined);
    expect(tables(html)).toEqual(tables(tabbed));
    expect(tables(html).length).toBeGreaterThan(0);
  });

  it('reads what is typed as if the text were read afresh', () => {
    expectTypedReadAsAfresh(html, ['7', '<', '</td>', '\n']);
  });
});

it('a blank cell is filled between its tags', () => {
  const html = writings[0]![1].replace(/(一、本年新收[^\n]*?<td>)[^<]*(<\/td><td>)/u, '$1$2');
  const { tables } = read(html);
  const blank = tables.applications!.rows.find((row) => row.id === 'received')!.cells.naturalPerson!;
  expect(blank.kind).toBe('blank');
  const edit = { span: blank.span, newText: '0' };
  expect(applyEdits(html, [edit])).toContain('<td>0</td>');
  expect(applyEdits(html, [edit]).length).toBe(html.length + 1);
});

it('only tags become white space, and nothing moves', () => {
  const html = '<p>2 < 3</p><table><tr><td>甲&nbsp;</td>\n<td class="a|b">1\r\n2</td></tr></table>后<!-- <td>x</td> -->';
  const text = withoutMarkup(html);
  expect(text.length).toBe(html.length);
  expect(text.replace(/[\u2005\s]+/g, ' ')).toBe(' 2 < 3 │甲 │1 2 后 ');
  expect(withoutMarkup('一｜二 <b>三</b>')).toBe('一｜二 <b>三</b>');
});

it('a page that was cut, or never closes what it opens, takes no longer', () => {
  const began = performance.now();
  const long = (opened: string) => withoutMarkup(`<td>${opened.repeat(100_000)}`).length - 4;
  expect([long('<!-- '), long('<script>'), long('<style '), long('<a &nbsp')]).toEqual([500_000, 800_000, 700_000, 800_000]);
  expect(performance.now() - began).toBeLessThan(5_000);
});

it('the readings that a converter put behind characters are none of the text', () => {
  const written = tabbed.replaceAll('数', '数(shù)').replaceAll('政', '政(zhèng)').replaceAll('一', '一(yī)');
  const counts = ({ organ, tables }: Report) => [organ, ...Object.values(tables).map(({ coverage }) => coverage)];
  expect(counts(read(written))).toEqual(counts(read(tabbed)));
});

it('the characters that RTF has for programs without Chinese are none of the text', () => {
  const counterparts = { '，': ',', '：': ':', '（': '(', '）': ')', '“': '“', '”': '”' };
  const written = tabbed.replace(/[^\0-\x7f]/gu, (c) => c + (counterparts[c as '，'] ?? '?'));
  const counts = ({ organ, tables }: Report) => [organ, ...Object.values(tables).map(({ coverage }) => coverage)];
  expect(counts(read(written))).toEqual(counts(read(tabbed)));
  expect(checkReport(read(written)).findings.map(({ rule }) => rule)).toEqual(
    checkReport(read(tabbed)).findings.map(({ rule }) => rule),
  );
});
