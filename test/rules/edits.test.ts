import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import { setCellValue } from '../../server/src/fixes/cellEdits';
import { removeResidue } from '../../server/src/fixes/residueFixes';
import { wordingChange } from '../../server/src/fixes/wordingEdits';
import type { Cell } from '../../server/src/report/report';

describe('setting a cell changes only the number', () => {
  const cases: readonly [string, string, Cell['kind'], number, string][] = [
    ['a number', '0', 'number', 11, '11'],
    ['an annotation stays', '22（其中修订16件）', 'number', 23, '23（其中修订16件）'],
    ['full-width digits stay full-width', '１２', 'number', 345, '３４５'],
    ['thousands stay separated', '1,234', 'number', 1235000, '1,235,000'],
    ['a negative number', '-3', 'number', 4, '4'],
    ['a split number', '1 0', 'number', 10, '10'],
    ['a blank', '', 'blank', 7, '7'],
    ['a placeholder', '/', 'placeholder', 0, '0'],
    ['words', '若干', 'unreadable', 5, '5'],
  ];
  test.each(cases)('%s', (_, own, kind, value, expected) => {
    const text = `a\t ${own} \tb`;
    const cell = { text: own, kind, span: { start: 3, end: 3 + own.length } } as Cell;
    expect(applyEdits(text, [setCellValue(cell, value)])).toBe(`a\t ${expected} \tb`);
  });
});

describe('a wording is changed by the fewest characters', () => {
  const cases: readonly [string, string, string, number][] = [
    ['六、其它需要报告的事项', '六、其他需要报告的事项', '六、其他需要报告的事项', 1],
    ['5. 属于三类内部 事务的信息', '5.属于三类内部事务信息', '5. 属于三类内部 事务信息', 1],
    ['1、举报投诉类申 请', '1.信访举报投诉类申请', '1、信访举报投诉类申 请', 2],
    ['政府信息公开、行政复议', '政府信息公开行政复议', '政府信息公开行政复议', 0],
    ['(二)部分公开', '（二）部分公开', '(二)部分公开', 0],
    ['⾏政許可', '行政许可', '⾏政許可', 0],
    ['社会组织', '社会公益组织', '社会公益组织', 2],
    ['总体情况', '总体情况', '总体情况', 0],
  ];
  test.each(cases)('%s → %s', (from, to, expected, letters) => {
    const change = wordingChange(`>${from}<`, { start: 1, end: 1 + from.length }, to);
    expect(applyEdits(`>${from}<`, change.edits)).toBe(`>${expected}<`);
    expect(change.letters).toBe(letters);
  });
});

describe('debris goes with its line when nothing else stands there', () => {
  const cases: readonly [string, string, 'bookmark' | 'pageNumber', string][] = [
    ['one\n- 3 -\ntwo\n', '- 3 -', 'pageNumber', 'one\ntwo\n'],
    ['one\r\n  - 3 -\r\ntwo\r\n', '- 3 -', 'pageNumber', 'one\r\ntwo\r\n'],
    ['one - 3 - two\n', '- 3 -', 'pageNumber', 'one  two\n'],
    ['one\n- 3 -', '- 3 -', 'pageNumber', 'one\n'],
    ['\t[bookmark: _x]本年\n', '[bookmark: _x]', 'bookmark', '\t本年\n'],
    ['a\n[bookmark: _x]\nb', '[bookmark: _x]', 'bookmark', 'a\n\nb'],
  ];
  test.each(cases)('%j', (text, debris, kind, expected) => {
    const start = text.indexOf(debris);
    const fix = removeResidue(text, { start, end: start + debris.length }, kind);
    expect(applyEdits(text, fix.edits)).toBe(expected);
  });
});
