import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { hover } from '../../server/src/features/hover';
import { balanced, reportText, totalsForgotten } from '../support/reportText';
import { onCell, onText, viewOf } from './viewOf';

const markdown = { textDocument: { hover: { contentFormat: [MarkupKind.Markdown] } } };
const plain = { textDocument: { hover: { contentFormat: [MarkupKind.PlainText] } } };
const textOf = (view: ReturnType<typeof viewOf>, params: ReturnType<typeof onText>) =>
  (hover.handle(view, params)?.contents as MarkupContent | undefined)?.value;

describe('hover on a number', () => {
  it('writes out the sums that hold', () => {
    const view = viewOf(reportText(), { client: plain });
    const text = textOf(view, onCell(view, 'applications', 'outcomeTotal', 'naturalPerson'));
    expect(text?.split('\n')).toEqual([
      '（七）总计 · 自然人：11',
      '本行合计：11 = 11 ✓',
      '办理结果合计：9 + 2 = 11 ✓',
      '勾稽关系：11 + 0 = 11 + 0 ✓',
    ]);
  });

  it('writes out the difference of the sums that fail', () => {
    const view = viewOf(reportText(totalsForgotten), { client: plain });
    const text = textOf(view, onCell(view, 'applications', 'outcomeTotal', 'naturalPerson'));
    expect(text).toContain('办理结果合计：9 + 2 = 11，表中为 0，差 11 ✗');
    expect(text).toContain('勾稽关系：11 + 0 = 11，0 + 0 = 0，差 11 ✗');
  });

  it('speaks English when asked', () => {
    const view = viewOf(reportText(totalsForgotten), { client: plain, locale: 'en' });
    const text = textOf(view, onCell(view, 'applications', 'outcomeTotal', 'naturalPerson'));
    expect(text).toContain('Sum of the outcomes: 9 + 2 = 11, the table says 0, difference 11 ✗');
  });

  it('marks the number itself', () => {
    const view = viewOf(reportText());
    const params = onCell(view, 'applications', 'received', 'naturalPerson');
    const range = hover.handle(view, params)?.range;
    expect(range && view.text.slice(...Object.values(view.positions.span(range)))).toBe('11');
  });

  it('says that nothing can be said when a term is blank', () => {
    const numbers = { ...balanced, applications: { ...balanced.applications, granted: ['', 0, 0, 0, 0, 0, 9] } };
    const view = viewOf(reportText(numbers), { client: plain });
    const text = textOf(view, onCell(view, 'applications', 'outcomeTotal', 'naturalPerson'));
    expect(text).toContain('无法判断');
  });
});

describe('hover elsewhere', () => {
  it.each([
    ['a row label', '（一）予以公开', '予以公开'],
    ['a column header', '自然人', '办理结果合计：9 + 2 = 11 ✓'],
    ['the note', '（本列数据的勾稽关系', '自然人：11 + 0 = 11 + 0 ✓'],
    ['a section heading', '三、收到和处理', '175/175'],
    ['a prose heading', '五、存在的主要问题', '字'],
    ['the title', '青岚县人民政府2023年', '年度：2023'],
    ['a group', '（三）不予公开', '25/25 行'],
  ])('explains %s', (_name, place, expected) => {
    const view = viewOf(reportText(), { client: plain });
    expect(textOf(view, onText(view, place))).toContain(expected);
  });

  it('has nothing to say on prose', () => {
    const view = viewOf(reportText());
    expect(textOf(view, onText(view, '全年主动公开'))).toBeUndefined();
  });

  it('escapes what Markdown would take for its own', () => {
    const view = viewOf(reportText(), { client: markdown });
    const text = textOf(view, onCell(view, 'disputes', 'review', 'upheld'));
    expect(text).toMatch(/^\*\*.*\*\*\n\n- /);
  });
});
