// Texts of the same size in each server's own language, made up from the same reports.
import { tableLayouts } from '../test/support/layouts/index.js';
import { Random } from '../test/support/random.js';
import { randomRendering, writeReports } from '../test/support/renderReport.js';
import { randomChoice, randomModel, type ReportModel } from '../test/support/reportModel.js';
import { plainWording } from '../test/support/wording.js';
import type { BenchDocument } from './measureServer.mjs';
import { paragraph, withProse } from './prose.mjs';

export interface BenchTexts {
  readonly title: string;
  readonly report: BenchDocument;
  readonly json: BenchDocument;
  readonly markdown: BenchDocument;
}

/** Sizes are in bytes of UTF-8. */
export function benchTexts(): BenchTexts[] {
  return [
    textsOf('10 KB, one report', joinedReports(10_000, 10_000), 10_000),
    textsOf('1 MB, 100 reports in one text', joinedReports(1_000_000, 10_000), 1_000_000),
    textsOf('1 MB, one report with long prose', joinedReports(1_000_000, 1_000_000), 1_000_000),
  ];
}

function textsOf(title: string, report: string, bytes: number): BenchTexts {
  return {
    title,
    report: editedAfter(report, /本年新收政府信息公开申请数量\t+(?=\d)/g, '789'),
    json: editedAfter(jsonText(bytes), /"total": /g, '}]}'),
    markdown: editedAfter(markdownText(bytes), /\]\[note/g, 'xyz'),
  };
}

/** The edit goes behind the match in the middle of the text. */
function editedAfter(text: string, place: RegExp, typed: string): BenchDocument {
  const matches = [...text.matchAll(place)];
  const match = matches[Math.floor(matches.length / 2)]!;
  return { text, at: match.index + match[0].length, typed };
}

function joinedReports(bytes: number, bytesOfOne: number): string {
  const texts: string[] = [];
  for (let seed = 1, written = 0; written < bytes * 0.95; seed++) {
    const random = new Random(seed);
    const layout = tableLayouts.find((one) => one.name === 'tabRows')!;
    const rendering = {
      ...randomRendering(random, layout),
      options: { spans: 'grid', trailing: 'keep', pageBreak: 'none', blankLines: 'none', pad: 'none' },
      wording: plainWording,
      headings: 'chinese',
      around: 'plain',
      secondNumbering: false,
      lineEnd: '\n',
    } as const;
    const { text } = writeReports([plainModel(random)], rendering, random);
    texts.push(withProse(text, Math.floor((bytesOfOne - Buffer.byteLength(text)) / Buffer.byteLength(paragraph))));
    written += Buffer.byteLength(texts.at(-1)!);
  }
  return texts.join('\n');
}

function plainModel(random: Random): ReportModel {
  const forms = { proactive: '2021', applications: '2021', disputes: '2021' } as const;
  const choice = { magnitude: 'medium', mistakes: 0, blanks: 'none', annotations: false, digits: 'plain', forms } as const;
  return randomModel(random, { ...randomChoice(random), ...choice });
}

function jsonText(bytes: number): string {
  const reports: unknown[] = [];
  for (let seed = 1, written = 0; written < bytes * 0.95; seed++) {
    const { year, organ, tables } = plainModel(new Random(seed));
    const rows = Object.values(tables).flatMap((table) =>
      Object.entries(table).map(([row, cells]) => ({
        row,
        ...Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell.value])),
      })),
    );
    const report = { year, organ, rows, total: rows.length };
    reports.push(report);
    written += Buffer.byteLength(JSON.stringify(report, null, 1));
  }
  return JSON.stringify({ reports }, null, 1);
}

function markdownText(bytes: number): string {
  const section = (n: number) =>
    `## ${n}、收到和处理政府信息公开申请情况\n\n${paragraph}\n见[说明][note${n}]和[总体情况](#1收到和处理政府信息公开申请情况)。\n\n| 申请 | 件数 |\n|---|---|\n| 新收 | ${n} |\n| 结转 | 0 |\n\n[note${n}]: https://example.org/${n}\n\n`;
  let text = '';
  for (let n = 1; Buffer.byteLength(text) < Math.min(bytes * 0.95, 9_500); n++) text += section(n);
  const block = text;
  for (let n = 1000; text.length < (bytes * 0.95 * block.length) / Buffer.byteLength(block); n += 1000) {
    text += block.replace(/note(\d+)/g, (_, digits: string) => `note${n + Number(digits)}`);
  }
  return text;
}
