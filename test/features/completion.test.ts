import type { CompletionItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion';
import { readDocument } from '../../server/src/service';
import { reportText, totalsForgotten } from '../support/reportText';
import { at, onCell, uri, viewOf } from './viewOf';

const chosen = (text: string, item: CompletionItem) =>
  TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), [item.textEdit as { range: never; newText: string }]);

describe('completion of headings', () => {
  it('offers the next section first', () => {
    const text = reportText({ without: ['problems'] }).replace('六、其他需要报告的事项', '\n六、其他需要报告的事项');
    const offset = text.indexOf('\n六、');
    const view = viewOf(text);
    const items = completion.handle(view, at(view, offset));
    expect(items.map((item) => item.label)).toEqual(['五、存在的主要问题及改进情况']);
    expect(chosen(text, items[0]!)).toContain('\n五、存在的主要问题及改进情况\n');
  });

  it('replaces what was typed of the heading', () => {
    const text = `${reportText({ without: ['otherMatters'] })}\n六、`;
    const view = viewOf(text);
    const [item] = completion.handle(view, at(view, text.length));
    expect(chosen(text, item!).endsWith('\n六、其他需要报告的事项')).toBe(true);
  });

  it('offers all six in an empty text', () => {
    const view = viewOf('');
    expect(completion.handle(view, at(view, 0)).map((item) => item.label[0])).toEqual([...'一二三四五六']);
  });

  it('offers none within prose', () => {
    const text = reportText({ without: ['otherMatters'] });
    const view = viewOf(text);
    expect(completion.handle(view, at(view, text.indexOf('依申请公开办理规范')))).toEqual([]);
  });
});

describe('completion of totals', () => {
  it('offers the sum in place of what is written', () => {
    const text = reportText(totalsForgotten);
    const view = viewOf(text);
    const items = completion.handle(view, onCell(view, 'applications', 'outcomeTotal', 'naturalPerson'));
    expect(items.map((item) => item.label)).toEqual(['11']);
    expect(items[0]?.detail).toContain('9 + 2 = 11');
  });

  it('offers nothing on a detail', () => {
    const view = viewOf(reportText());
    expect(completion.handle(view, onCell(view, 'applications', 'granted', 'naturalPerson'))).toEqual([]);
  });
});

describe('completion of rows', () => {
  it('offers missing rows as the table writes its rows, blank', () => {
    const lines = reportText().split('\n');
    const missing = lines.findIndex((line) => line.includes('（二）部分公开'));
    const text = [...lines.slice(0, missing), '', ...lines.slice(missing + 1)].join('\n');
    const view = viewOf(text);
    const items = completion.handle(view, at(view, lines.slice(0, missing).join('\n').length + 1));
    expect(items.map((item) => item.label)).toEqual(['（二）部分公开']);
    const after = chosen(text, items[0]!);
    const row = readDocument(after).parts[0]!.report.tables.applications!.rows.find((r) => r.id === 'partlyGranted');
    expect(Object.values(row!.cells).map((cell) => cell.kind)).toEqual(Array(7).fill('blank'));
  });
});
