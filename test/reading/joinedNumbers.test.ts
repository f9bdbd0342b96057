import { describe, expect, it } from 'vitest';
import { columnsOfRow, forms, tableIds, type TableId } from '../../server/src/form/form';
import { waysApart } from '../../server/src/report/binding/joinedNumbers';
import { cellOf } from '../../server/src/report/report';
import { checkReport, readDocument } from '../../server/src/service';
import { Random } from '../support/random';
import { randomChoice, randomModel, type ReportModel } from '../support/reportModel';

/** A report as extractors give it that run the cells of a row together, the label with them. */
function joinedText(model: ReportModel): string {
  return textOf(model, (cells) => cells.join(''));
}

/** A report as extractors give it that run the first two cells of a row together where they fill their columns. */
function partlyJoinedText(model: ReportModel): string {
  return textOf(model, (cells) => ` ${cells.join(' ')}`.replace(/^( \d{3,}) (?=\d{2,} )/, '$1'));
}

function textOf({ year, organ, tables }: ReportModel, rowOf: (cells: readonly string[]) => string): string {
  const lines = [`${organ}${year}年政府信息公开工作年度报告`];
  const joined = (table: TableId, row: string) =>
    rowOf(columnsOfRow(table, row, '2021').map((column) => tables[table][row]![column]!.text));
  for (const { id, number, title, kind } of forms['2021'].sections) {
    lines.push(`${number}、${title}`);
    const table = tableIds.find((one) => one === id);
    if (kind === 'prose' || !table) lines.push('2023年，全县政务公开工作平稳有序。');
    else if (table === 'disputes') {
      lines.push('行政复议行政诉讼', '未经复议直接起诉复议后起诉', '结果维持结果纠正其他结果尚未审结总计'.repeat(3));
      lines.push(forms['2021'].tables.disputes.rows.map((row) => joined(table, row.id)).join(''));
    } else for (const row of forms['2021'].tables[table].rows) lines.push(row.label + joined(table, row.id));
  }
  return lines.join('\n');
}

function models(count: number, mistakes: number): ReportModel[] {
  const form = { proactive: '2021', applications: '2021', disputes: '2021' } as const;
  return Array.from({ length: count }, (_, i) => {
    const random = new Random(4_000 + i);
    const plain = { blanks: 'none', annotations: false, digits: 'plain', forms: form, mistakes } as const;
    return randomModel(random, { ...randomChoice(random), ...plain });
  });
}

/** The cells of a table that are read: as they should be, and otherwise. */
function cellsOf(model: ReportModel, table: TableId, write = joinedText): { right: number; wrong: number; all: number } {
  const { report } = readDocument(write(model)).parts[0]!;
  const counts = { right: 0, wrong: 0, all: 0 };
  for (const [row, cells] of Object.entries(model.tables[table])) {
    for (const [column, { value }] of Object.entries(cells)) {
      const read = cellOf(report, table, row, column);
      counts.all++;
      if (read?.value === value) counts.right++;
      else if (read) counts.wrong++;
    }
  }
  return counts;
}

function sumOf(all: readonly ReturnType<typeof cellsOf>[]): ReturnType<typeof cellsOf> {
  return all.reduce((a, b) => ({ right: a.right + b.right, wrong: a.wrong + b.wrong, all: a.all + b.all }));
}

describe('numbers that ran together', () => {
  it('of a balanced table of applications are nearly always read, and no number is wrong', () => {
    const { right, wrong, all } = sumOf(models(60, 0).map((model) => cellsOf(model, 'applications')));
    expect(wrong).toBe(0);
    expect(right / all).toBeGreaterThan(0.9);
  });

  it('are read right or not at all where the author got some of them wrong', () => {
    for (const table of tableIds) expect(sumOf(models(150, 3).map((model) => cellsOf(model, table))).wrong).toBe(0);
  });

  it('are read too where only two of a row did, and no number is wrong', () => {
    const isJoined = (model: ReportModel) => /\d{5,} \d+ \d+ \d+ \d+ \d+$/m.test(partlyJoinedText(model));
    const joined = models(300, 0).filter(isJoined);
    expect(joined.length).toBeGreaterThan(10);
    const { right, wrong, all } = sumOf(joined.map((model) => cellsOf(model, 'applications', partlyJoinedText)));
    expect(wrong).toBe(0);
    expect(right / all).toBeGreaterThan(0.99);
    const mistaken = models(300, 3).filter(isJoined);
    expect(sumOf(mistaken.map((model) => cellsOf(model, 'applications', partlyJoinedText))).wrong).toBe(0);
  });

  it('are not the author’s mistake', () => {
    for (const model of models(40, 0)) {
      const { findings } = checkReport(readDocument(joinedText(model)).parts[0]!.report);
      const blamed = findings.filter(({ severity, table }) => severity !== 'hint' && table !== undefined);
      expect(blamed, joinedText(model)).toEqual([]);
    }
  });

  it('of the disputes are read where each is one digit', () => {
    const report = (digits: string) =>
      readDocument(joinedText(models(1, 0)[0]!).replace(/^\d{15,}$/m, digits)).parts[0]!.report.tables.disputes!;
    expect(report('100000000000000').rows).toHaveLength(0);
    const { rows } = report('100010000002114');
    expect(
      rows.map((row) =>
        Object.values(row.cells)
          .map((cell) => cell.value)
          .join(' '),
      ),
    ).toEqual(['1 0 0 0 1', '0 0 0 0 0', '0 2 1 1 4']);
  });

  it('of a row are taken apart in every way that adds up', () => {
    expect(waysApart('320000032', 7)).toEqual([[32, 0, 0, 0, 0, 0, 32]]);
    expect(waysApart('1111111', 7)).toBeUndefined();
    expect(waysApart('1212000024', 7)).toEqual([[12, 12, 0, 0, 0, 0, 24]]);
  });

  it('are not looked for in digits longer than any count, or in more lines than the table has rows', () => {
    const digits = (length: number) => '1234567891234567'.repeat(4).slice(0, length);
    expect(waysApart(digits(60), 7)).toBeUndefined();
    const lines = Array.from({ length: 3000 }, () => `1.属于国家秘密${digits(30)}`);
    const text = joinedText(models(1, 0)[0]!).replace(/^1\.属于国家秘密\d+$/m, lines.join('\n'));
    const { applications } = readDocument(text).parts[0]!.report.tables;
    expect(applications!.rows.filter(({ reading }) => reading === 'complete')).toEqual([]);
  });
});
