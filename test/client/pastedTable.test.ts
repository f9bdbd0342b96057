import { describe, expect, it } from 'vitest';
import { pastePlace, pastedTable, type PasteRange } from '../../client/src/pastedTable';

describe('a pasted table', () => {
  it.each([
    ['rows with tabs', undefined, 'a\tb\r\n1\t2\r\n', 'tabRows', 'a\tb\n1\t2'],
    ['rows with bars', undefined, 'a\tb\n1\t2', 'pipeRows', 'a | b\n1 | 2'],
    ['Markdown', undefined, 'a\tb\n1\t2', 'markdown', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
    ['short rows', undefined, 'a\tb\tc\n1', 'tabRows', 'a\tb\tc\n1\t\t'],
    ['a page', '<table><tr><th>a<th>b</tr><tr><td>1</td><td>&nbsp;2&nbsp;</td></tr></table>', 'x', 'tabRows', 'a\tb\n1\t2'],
    [
      'merged columns',
      '<table><tr><td colspan="2">a</td><td>b</td></tr><tr><td>1<td>2<td>3</tr></table>',
      '',
      'tabRows',
      'a\t\tb\n1\t2\t3',
    ],
    ['merged rows', '<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>', '', 'tabRows', 'a\tb\n\tc'],
    [
      'references by number and by name',
      '<table><tr><td>&#22235;&#x4E94;</td><td>&lt;</td></tr></table>',
      '',
      'tabRows',
      '四五\t<',
    ],
    [
      'references to no character, which stay as they are',
      '<table><tr><td>&#99999999;</td><td>&#xD800;</td><td>&constructor;</td></tr></table>',
      '',
      'tabRows',
      '&#99999999;\t&#xD800;\t&constructor;',
    ],
    ['text with marks of its own', '<table><tr><td><p>a|b<br>c</p></td><td>d</td></tr></table>', '', 'pipeRows', 'a／bc | d'],
  ] as const)('from %s', (_, html, text, layout, expected) => {
    expect(pastedTable(html, text, { layout, isInTable: false, isBeforeText: false })).toBe(expected);
  });

  it.each([
    ['plain words', '一份通知'],
    ['nothing', ''],
  ])('is none where the clipboard holds %s', (_, text) => {
    expect(pastedTable(undefined, text, { layout: 'tabRows', isInTable: false, isBeforeText: false })).toBeUndefined();
  });
});

describe('rows pasted into a table', () => {
  it.each([
    ['Markdown', ['| a | b |', '| --- | --- |', '| 1 | 2 |', ''], '| c | 3 |\n| d | 4 |'],
    ['bars', ['a | b', '1 | 2', ''], 'c | 3\nd | 4'],
  ] as const)('go on with %s', (_, lines, expected) => {
    expect(pastedTable(undefined, 'c\t3\nd\t4', pastePlace(lines, caret(lines.length - 1)))).toBe(expected);
  });

  it('have a header of their own after other text', () => {
    const lines = ['| a | b |', '正文', ''];
    expect(pastedTable(undefined, 'c\t3', pastePlace(lines, caret(2)))).toBe('| c | 3 |\n| --- | --- |');
  });
});

describe('text behind a pasted table', () => {
  it.each([
    ['moves to its own line', ['正文'], caret(0), 'c\t3\n'],
    ['stays behind a cell', ['正文'], caret(0, 1), 'c\t3'],
    ['is nothing at the end of a line', [''], caret(0), 'c\t3'],
    [
      'is nothing where all of it is replaced',
      ['正文'],
      { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } },
      'c\t3',
    ],
  ])('%s', (_, lines, range, expected) => {
    expect(pastedTable(undefined, 'c\t3', pastePlace(lines, range))).toBe(expected);
  });
});

describe('the layout around a place', () => {
  it.each([
    ['tabs', ['a', 'b\t1'], 'tabRows'],
    ['bars', ['b | 1', 'a'], 'pipeRows'],
    ['Markdown', ['| b | 1 |', 'a'], 'markdown'],
    ['the nearest line', ['b | 1', '', '', 'here', 'c\t1'], 'tabRows'],
    ['no table', ['a', 'b'], 'tabRows'],
  ] as const)('is told by %s', (_, lines, expected) => {
    expect(pastePlace(lines, caret(lines.length === 5 ? 3 : 0)).layout).toBe(expected);
  });
});

/** Nothing is selected: the table is pasted where the caret stands. */
function caret(line: number, character = 0): PasteRange {
  return { start: { line, character }, end: { line, character } };
}
