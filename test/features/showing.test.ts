import type { CodeLens, DocumentSymbol, InlayHint, SymbolInformation } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../server/src/features/codeLenses';
import { documentLinks } from '../../server/src/features/documentLinks';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { inlayHints } from '../../server/src/features/inlayHints';
import { goujiReport } from '../../server/src/features/goujiReport';
import { semanticTokens, semanticTokensRange } from '../../server/src/features/semanticTokens';
import type { View } from '../../server/src/features/view';
import { balanced, reportText, totalsForgotten } from '../support/reportText';
import { cellIn, uri, viewOf } from './viewOf';

const textDocument = { uri };
const whole = (view: View) => ({ textDocument, range: view.positions.range({ start: 0, end: view.text.length }) });

describe('inlay hints', () => {
  const labels = (hints: readonly InlayHint[]) => hints.map((hint) => hint.label);

  it('show the right value beside totals that are to blame', () => {
    const view = viewOf(reportText(totalsForgotten));
    const hints = inlayHints.handle(view, whole(view));
    expect(labels(hints)).toEqual(['→ 11', '→ 11']);
    expect(hints[0]?.position).toEqual(
      view.positions.position(cellIn(view, 'applications', 'outcomeTotal', 'naturalPerson').span.end),
    );
    expect(hints[0]?.textEdits?.[0]?.newText).toBe('11');
  });

  it('fill blank totals', () => {
    const view = viewOf(reportText({ ...balanced, disputes: { review: [1, 0, 0, 0, ''] } }));
    expect(labels(inlayHints.handle(view, whole(view)))).toEqual(['→ 1']);
  });

  it.each([
    ['off', 0],
    ['wrong', 0],
    ['all', 25 + 6 + 3],
  ] as const)('of a sound report with the setting %s are %i', (mode, count) => {
    const view = viewOf(reportText(), { settings: { inlayHints: mode } });
    expect(inlayHints.handle(view, whole(view))).toHaveLength(count);
  });

  it('are given for the lines asked about only', () => {
    const view = viewOf(reportText(), { settings: { inlayHints: 'all' } });
    const { span } = cellIn(view, 'applications', 'granted', 'total');
    const { line } = view.positions.position(span.start);
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    expect(inlayHints.handle(view, { textDocument, range })).toHaveLength(1);
  });
});

describe('code lenses', () => {
  const titles = (lenses: readonly CodeLens[]) => lenses.map((lens) => lens.command?.title);

  it('say that tables balance', () => {
    expect(titles(codeLenses.handle(viewOf(reportText()), { textDocument }))).toEqual(['✓ 勾稽平衡', '✓ 勾稽平衡', '✓ 勾稽平衡']);
  });

  it('count what is broken and fix it on a click', () => {
    const view = viewOf(reportText(totalsForgotten));
    const lens = codeLenses.handle(view, { textDocument })[1];
    expect(lens?.command).toMatchObject({
      title: '4 处不平 · 修正合计',
      command: 'gouji.fixTotals',
      arguments: [{ uri, version: 1 }],
    });
  });

  it('say what cannot be judged', () => {
    const view = viewOf(reportText({ ...balanced, disputes: { review: [1, '/', 0, 0, 2] } }));
    expect(titles(codeLenses.handle(view, { textDocument }))[2]).toContain('无法判断');
  });

  it('can be switched off', () => {
    expect(codeLenses.handle(viewOf(reportText(), { settings: { codeLens: false } }), { textDocument })).toEqual([]);
  });
});

describe('semantic tokens', () => {
  const tokens = (view: View, data: readonly number[]) => {
    const found: { text: string; type: number; modifiers: number }[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      line += data[i]!;
      character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
      const start = view.positions.offset({ line, character });
      found.push({ text: view.text.slice(start, start + data[i + 2]!), type: data[i + 3]!, modifiers: data[i + 4]! });
    }
    return found;
  };

  it('mark headings, headers, labels, numbers and totals', () => {
    const view = viewOf(reportText());
    const found = tokens(view, semanticTokens.handle(view, { textDocument }).data);
    expect(found.filter((token) => token.type === 0)).toHaveLength(6);
    expect(found.find((token) => token.text === '自然人')?.type).toBe(1);
    expect(found.find((token) => token.text === '行政许可')?.type).toBe(2);
    expect(found.find((token) => token.text === '12.5')).toMatchObject({ type: 3, modifiers: 0 });
    expect(found.filter((token) => token.modifiers === 1).map((token) => token.text)).toContain('11');
  });

  it('mark wrong numbers', () => {
    const view = viewOf(reportText(totalsForgotten));
    const found = tokens(view, semanticTokens.handle(view, { textDocument }).data);
    expect(found.filter((token) => token.modifiers & 2).map((token) => token.text)).toEqual(['0', '0']);
  });

  it('can be asked for a range', () => {
    const view = viewOf(reportText());
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const found = tokens(view, semanticTokensRange.handle(view, { textDocument, range }).data);
    expect(found.map((token) => token.text)).toEqual(['一、总体情况']);
  });

  it.each(['utf-8', 'utf-32'])('count as the client does, in %s', (encoding) => {
    const view = viewOf(reportText(), { encoding });
    const { data } = semanticTokens.handle(view, { textDocument });
    expect(data[2]).toBe(encoding === 'utf-8' ? 18 : 6);
  });
});

describe('the outline', () => {
  const hierarchical = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
  const outline = (view: View) => documentSymbols.handle(view, { textDocument }) as DocumentSymbol[];

  it('has six sections, in three of them a table with its rows', () => {
    const symbols = outline(viewOf(reportText(), { client: hierarchical }));
    expect(symbols.map((symbol) => symbol.name)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
    expect(symbols.map((symbol) => symbol.children?.[0]?.children?.length ?? 0)).toEqual([0, 6, 25, 3, 0, 0]);
  });

  it('keeps every selection within its range', () => {
    const view = viewOf(reportText(), { client: hierarchical });
    const check = (symbol: DocumentSymbol) => {
      const outer = view.positions.span(symbol.range);
      const inner = view.positions.span(symbol.selectionRange);
      expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
      symbol.children?.forEach(check);
    };
    outline(view).forEach(check);
  });

  it('is flat for clients that cannot nest', () => {
    const symbols = documentSymbols.handle(viewOf(reportText()), { textDocument }) as SymbolInformation[];
    expect(symbols).toHaveLength(6 + 3 + 34);
    expect(symbols[0]).toMatchObject({ name: '一、总体情况', location: { uri } });
  });

  it('has one entry a report where a text holds several', () => {
    const view = viewOf(`${reportText()}\n${reportText({ ...balanced, year: 2022 })}`, { client: hierarchical });
    expect(outline(view).map((symbol) => symbol.name)).toEqual(['青岚县人民政府 2023', '青岚县人民政府 2022']);
  });
});

describe('folding', () => {
  it('covers sections and tables', () => {
    const view = viewOf(reportText());
    const ranges = foldingRanges.handle(view, { textDocument });
    expect(ranges).toHaveLength(6 + 3);
    const lines = view.text.split('\n');
    for (const { startLine, endLine } of ranges) {
      expect(lines[startLine]).not.toBe('');
      expect(lines[endLine]).not.toBe('');
    }
  });

  it('keeps to the client’s limit', () => {
    const view = viewOf(reportText(), { client: { textDocument: { foldingRange: { rangeLimit: 2 } } } });
    expect(foldingRanges.handle(view, { textDocument })).toHaveLength(2);
  });
});

describe('links', () => {
  it('lead to web addresses and to the Regulations', () => {
    const text = `${reportText()}\n详见http://www.example.gov.cn/a?b=1。《政府信息公开条例》第五十条`;
    const view = viewOf(text);
    const links = documentLinks.handle(view, { textDocument });
    const texts = links.map((link) => view.text.slice(...Object.values(view.positions.span(link.range))));
    expect(texts).toEqual([
      '第二十条第（一）项',
      '第二十条第（五）项',
      '第二十条第（六）项',
      '第二十条第（八）项',
      'http://www.example.gov.cn/a?b=1',
      '第五十条',
    ]);
    expect(links.at(-2)?.target).toBe('http://www.example.gov.cn/a?b=1');
  });
});

describe('the read report', () => {
  it('gives sections, tables, cells, relations and findings', () => {
    const view = viewOf(reportText(totalsForgotten));
    const { reports, uri: of, version } = goujiReport.handle(view, { textDocument });
    expect({ of, version, count: reports.length }).toEqual({ of: uri, version: 1, count: 1 });
    const report = reports[0]!;
    expect(report).toMatchObject({ form: '2021', year: 2023, organ: '青岚县人民政府' });
    expect(report.sections.map((section) => section.table)).toEqual([
      undefined,
      'proactive',
      'applications',
      'disputes',
      undefined,
      undefined,
    ]);
    const table = report.tables[1]!;
    expect(table.columns).toHaveLength(7);
    const total = table.rows.find((row) => row.id === 'outcomeTotal')!;
    expect(total.cells[0]).toMatchObject({ column: 'naturalPerson', value: 0, kind: 'number' });
    expect(table.relations.filter((relation) => relation.status === 'violated')).toHaveLength(4);
    expect(report.findings.some((finding) => finding.row === 'outcomeTotal')).toBe(true);
  });

  it('can be sent as JSON', () => {
    const answer = goujiReport.handle(viewOf(reportText()), { textDocument });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});
