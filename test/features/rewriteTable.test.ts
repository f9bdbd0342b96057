import type { CodeAction } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { codeActions, resolveCodeAction } from '../../server/src/features/codeActions/codeActions';
import { readDocument } from '../../server/src/service';
import { randomModel } from '../support/reportModel';
import { randomRendering, writeReports } from '../support/renderReport';
import { Random } from '../support/random';
import { balanced, reportText } from '../support/reportText';
import { onText, uri, viewOf } from './viewOf';

const client = { textDocument: { codeAction: { disabledSupport: true } } };

function actionsAt(text: string, place: string, only?: string[], options: Parameters<typeof viewOf>[1] = { client }) {
  const view = viewOf(text, options);
  const { position } = onText(view, place);
  const params = { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [], only } };
  return { view, actions: codeActions.handle(view, params) };
}

const applied = (text: string, action: CodeAction) =>
  TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), action.edit!.changes![uri]!);

const valuesOf = (text: string) =>
  readDocument(text).parts.flatMap(({ report }) =>
    Object.values(report.tables).flatMap((table) =>
      table!.rows.flatMap((row) => Object.values(row.cells).map((cell) => [table!.id, row.id, cell.column, cell.value])),
    ),
  );

describe('rewriting a table', () => {
  it.each(['第二十条第（一）项', '自然人', '未经复议直接起诉'])('at %s keeps every number', (place) => {
    const text = reportText();
    const { actions } = actionsAt(text, place, ['refactor.rewrite']);
    const possible = actions.filter((action) => !action.disabled);
    expect(possible.map((action) => action.title)).toEqual(['将本表改写为竖线分列', '将本表改写为 Markdown 表格']);
    for (const action of possible) {
      const after = applied(text, action);
      expect(after).not.toBe(text);
      expect(valuesOf(after).sort()).toEqual(valuesOf(text).sort());
    }
  });

  it('back into tabs gives the table it was made from', () => {
    const text = reportText();
    const bars = actionsAt(text, '自然人', ['refactor']).actions.find((action) => action.title.includes('竖线'))!;
    const rewritten = applied(text, bars);
    const tabs = actionsAt(rewritten, '自然人', ['refactor']).actions.find((action) => action.title.includes('制表符'))!;
    expect(applied(rewritten, tabs)).toBe(text);
  });

  it('writes nothing that stands for the marks of Markdown', () => {
    const text = reportText().replace('规章\t', '规**章**\t').replace('商业企业', '商业<br>企业');
    for (const place of ['第二十条第（一）项', '自然人']) {
      const bars = actionsAt(text, place, ['refactor']).actions.find((action) => action.title.includes('竖线'))!;
      const after = applied(text, bars);
      expect(after).toMatch(/规章 \||商业企业 \|/);
      expect(after).not.toMatch(/[\u2005\u200c\u200d]/);
    }
  });

  it('says why a layout is not possible when asked for refactorings', () => {
    const { actions } = actionsAt(reportText(), '自然人', ['refactor.rewrite']);
    expect(actions.find((action) => action.disabled)?.disabled?.reason).toBe('表格已是这种写法');
  });

  it('is refused where numbers cannot be told apart', () => {
    const short = { ...balanced, applications: { ...balanced.applications, granted: [9, 0, 0, 9] } };
    const { actions } = actionsAt(reportText(short), '自然人', ['refactor.rewrite']);
    expect(actions.map((action) => Boolean(action.disabled))).toEqual([true, true, true]);
  });

  it('is not offered outside tables', () => {
    expect(actionsAt(reportText(), '全年主动公开', ['refactor']).actions).toEqual([]);
  });

  it('is resolved when chosen, where the client asks for it so', () => {
    const resolving = { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } };
    const { view, actions } = actionsAt(reportText(), '自然人', ['refactor'], { client: resolving });
    expect(actions.map((action) => action.edit)).toEqual([undefined, undefined]);
    expect(resolveCodeAction(view, actions[0]!)?.edit?.changes?.[uri]).toHaveLength(1);
  });

  it('of any report in any layout keeps every number or is refused', () => {
    let offered = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = new Random(seed);
      const { text } = writeReports([randomModel(random)], randomRendering(random), random);
      const view = viewOf(text, { client });
      for (const part of view.parts) {
        for (const table of Object.values(part.report.tables)) {
          const position = view.positions.position(part.start + table!.span.start);
          const range = { start: position, end: position };
          const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ['refactor.rewrite'] } };
          for (const action of codeActions.handle(view, params).filter((a) => a.edit)) {
            offered++;
            expect(valuesOf(applied(text, action)).sort()).toEqual(valuesOf(text).sort());
          }
        }
      }
    }
    expect(offered).toBeGreaterThan(100);
  });
});

describe('inserting a missing table', () => {
  const without = (id: string, text: string) => {
    const lines = text.split('\n');
    const start = lines.findIndex((line) => line.includes(id));
    const end = lines.findIndex((line, i) => i > start && /^[一二三四五六]、/.test(line) && !line.includes('\t'));
    return [...lines.slice(0, start + 1), '', ...lines.slice(end)].join('\n');
  };

  it.each(['二、主动公开政府信息情况', '三、收到和处理', '四、政府信息公开行政复议'])(
    'under %s gives a blank table that is read',
    (heading) => {
      const text = without(heading, reportText());
      const { actions } = actionsAt(text, heading, ['quickfix']);
      const insert = actions.find((action) => action.title === '按表式插入空白表格')!;
      expect(insert.diagnostics?.map((d) => d.code)).toEqual(['missing-table']);
      const after = applied(text, insert);
      const tables = (t: string) => Object.keys(readDocument(t).parts[0]!.report.tables).length;
      expect([tables(text), tables(after)]).toEqual([2, 3]);
      expect(valuesOf(after).filter(([, , , value]) => value !== null).length).toBe(valuesOf(text).length);
    },
  );

  it('is not offered where the table is', () => {
    const { actions } = actionsAt(reportText(), '三、收到和处理', ['quickfix']);
    expect(actions.filter((action) => action.title.includes('插入'))).toEqual([]);
  });
});
