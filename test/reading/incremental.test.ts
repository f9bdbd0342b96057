import { expect, it } from 'vitest';
import { readReports } from '../../server/src/report/readReports';
import { smallEditOf } from '../../server/src/report/smallEdit';
import { foldProse, proseOf } from '../../server/src/prose/proseText';
import type { ReportPart } from '../../server/src/report/report';
import { checkReport } from '../../server/src/service';
import { reportText } from '../support/reportText';
import { tableLayouts } from '../support/layouts';
import { Random } from '../support/random';
import { randomRendering, writeReports } from '../support/renderReport';
import { randomModel } from '../support/reportModel';

const documents = Number(process.env.INCREMENTAL_DOCUMENTS ?? 40);

it('any sequence of edits is read and checked as if the text were read afresh', { timeout: 600_000 }, async () => {
  for (let seed = 1; seed <= documents; seed++) {
    await new Promise(setImmediate);
    const random = new Random(seed);
    let text = severalReports(random);
    let parts = readReports(text);
    for (let n = 1; n <= 12; n++) {
      const edited = edit(text, parts, random);
      const incremental = readReports(edited, parts);
      const afresh = readReports(edited);
      expect(incremental, `seed ${seed}, edit ${n}`).toEqual(afresh);
      expect(checked(incremental), `seed ${seed}, edit ${n}`).toEqual(checked(afresh));
      [text, parts] = [edited, incremental];
    }
  }
});

it(
  'what is typed into a number or a paragraph is read and checked as if the text were read afresh',
  { timeout: 600_000 },
  async () => {
    const small: Record<string, number> = { proactive: 0, applications: 0, disputes: 0, prose: 0 };
    for (let seed = 1; seed <= 4 * documents; seed++) {
      await new Promise(setImmediate);
      const random = new Random(seed);
      let text = severalReports(random);
      let parts = readReports(text);
      checked(parts);
      for (let n = 1; n <= 12; n++) {
        const edited = random.chance(0.6) ? editNumber(text, parts, random) : editParagraph(text, random);
        const incremental = readReports(edited, parts);
        const edits = incremental.flatMap(({ report }) =>
          parts.some((p) => p.report === report) ? [] : (smallEditOf(report) ?? []),
        );
        for (const { within } of edits) small[within]!++;
        const findings = checked(incremental);
        if (edits.length > 0) {
          const afresh = readReports(edited);
          expect(incremental, `seed ${seed}, edit ${n}`).toEqual(afresh);
          expect(findings, `seed ${seed}, edit ${n}`).toEqual(checked(afresh));
        }
        [text, parts] = [edited, incremental];
      }
    }
    // The shortcut is taken where it should be.
    for (const within of Object.keys(small)) expect(small[within], within).toBeGreaterThan(0);
    expect(small.applications! + small.prose!).toBeGreaterThan(documents);
  },
);

it('digits typed into a number leave everything else as it was', () => {
  const text = reportText();
  const parts = readReports(text);
  const cell = parts[0]!.report.tables.applications!.rows[2]!.cells.total!;
  const edited = readReports(`${text.slice(0, cell.span.end)}5${text.slice(cell.span.end)}`, parts);
  const [before, after] = [parts[0]!.report, edited[0]!.report];
  expect(smallEditOf(after)?.within).toBe('applications');
  expect(after.tables.proactive).toBe(before.tables.proactive);
  expect(after.tables.applications!.rows[1]).toBe(before.tables.applications!.rows[1]);
  expect(after.tables.applications!.rows[2]!.cells.total!.text).toBe(`${cell.text}5`);
});

it('prose that only moved is folded as if it were folded afresh', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = new Random(seed);
    let text = oneReport(random, 'tabRows');
    for (let n = 1; n <= 8; n++) {
      const at = random.int(0, text.length);
      text = text.slice(0, at) + random.pick(['', '5', '。', '\n', '说明']) + text.slice(at + random.int(0, 2));
      for (const { report } of readReports(text)) {
        const sections = report.sections.map((section) => foldProse(report.text, section.id, section.prose));
        expect(proseOf(report).slice(report.preamble ? 1 : 0), `seed ${seed}, edit ${n}`).toEqual(sections);
      }
    }
  }
});

it('an edit inside one report leaves the readings of the others as they are', () => {
  const random = new Random(3);
  const text = Array.from({ length: 6 }, () => oneReport(random, 'tabRows')).join('\n');
  const parts = readReports(text);
  expect(parts.length).toBe(6);
  const at = text.indexOf('\n', parts[3]!.start + 400);
  const edited = readReports(`${text.slice(0, at)}改${text.slice(at)}`, parts);
  expect(edited.map((part, i) => part.report === parts[i]!.report)).toEqual([true, true, true, false, true, true]);
  expect(edited.map((part, i) => part.start - parts[i]!.start)).toEqual([0, 0, 0, 0, 1, 1]);
});

it('a report put before the others moves them', () => {
  const random = new Random(5);
  const text = Array.from({ length: 4 }, () => oneReport(random, 'pipeRows')).join('\n');
  const parts = readReports(text);
  const edited = readReports(`${oneReport(random, 'pipeRows')}\n${text}`, parts);
  expect(edited.length).toBe(5);
  expect(edited.slice(1).map((part) => part.report)).toEqual(parts.map((part) => part.report));
});

it('an edit in prose leaves the tables before it as they are, and moves those behind it', () => {
  const text = reportText();
  const parts = readReports(text);
  const at = text.indexOf('二、');
  const edited = readReports(`${text.slice(0, at)}改\n${text.slice(at)}`, parts);
  const [before, after] = [parts[0]!.report.tables.applications!, edited[0]!.report.tables.applications!];
  expect(after.span).toEqual({ start: before.span.start + 2, end: before.span.end + 2 });
  const end = `${text}改`;
  expect(readReports(end, parts)[0]!.report.tables.proactive).toBe(parts[0]!.report.tables.proactive);
});

function checked(parts: readonly ReportPart[]) {
  return parts.map(({ report }) => checkReport(report));
}

function oneReport(random: Random, layout: string): string {
  const rendering = randomRendering(
    random,
    tableLayouts.find((one) => one.name === layout),
  );
  const wording = { ...rendering.wording, traditional: false };
  const plain = { ...rendering, wording, headings: 'chinese', around: 'plain', secondNumbering: false, lineEnd: '\n' } as const;
  return writeReports([randomModel(random)], plain, random).text;
}

function severalReports(random: Random): string {
  const count = random.int(1, 4);
  const texts = Array.from({ length: count }, () => writeReports([randomModel(random)], randomRendering(random), random).text);
  return texts.join(random.pick(['', ' ', '\n', '\n\n', '\r\n', '\r', '目录\n']));
}

const pieces = [
  '5',
  '　',
  '\n',
  '\r',
  '\r\n',
  '|',
  '\t',
  '三、',
  '一、总体情况\n',
  '\n二、主动公开政府信息情况\n',
  '第二十条第（一）项',
  '关于',
];

/** What a person may do to a text, and what a program may: type, delete, paste, cut, move, join. */
function edit(text: string, parts: readonly ReportPart[], random: Random): string {
  const somewhere = () => random.int(0, text.length);
  const boundary = () =>
    Math.min(text.length, Math.max(0, (parts.length > 0 ? random.pick(parts).start : 0) + random.int(-3, 3)));
  const place = () => (random.chance(0.4) ? boundary() : somewhere());
  const replace = (from: number, to: number, by: string) => text.slice(0, from) + by + text.slice(to);
  const [a, b] = [place(), place()].sort((x, y) => x - y) as [number, number];
  const kind = random.int(0, 7);
  if (kind <= 1) return replace(a, a, random.pick(pieces));
  if (kind === 2) return replace(a, Math.min(text.length, a + random.int(1, 40)), '');
  if (kind === 3) return replace(a, a, text.slice(b, b + random.int(1, 3000)));
  if (kind === 4 && text.length > 4000) return replace(a, b, '');
  if (kind === 5) return withoutLine(text, a);
  if (kind === 6 && text.length < 60_000) {
    return replace(a, a, writeReports([randomModel(random)], randomRendering(random), random).text);
  }
  const end = text.indexOf('\n', a);
  return end < 0 ? `${text}\n` : replace(end, end + 1, random.pick(['', ' | ', '\r', '\n\n']));
}

/** Digits mostly, typed into a cell, around it or over it; in each table as often, however few cells it has. */
function editNumber(text: string, parts: readonly ReportPart[], random: Random): string {
  const tables = parts.flatMap(({ start, report }) =>
    Object.values(report.tables).map(({ rows }) =>
      rows.flatMap((row) => Object.values(row.cells).map(({ span }) => ({ start: start + span.start, end: start + span.end }))),
    ),
  );
  const filled = tables.filter((cells) => cells.length > 0);
  if (filled.length === 0) return edit(text, parts, random);
  const cell = random.pick(random.pick(filled));
  const from = random.int(cell.start, cell.end);
  const to = random.chance(0.4) ? Math.min(cell.end, from + random.int(0, 2)) : from;
  return text.slice(0, from) + random.pick(['', '1', '5', '0', '23', '2021', '-', '/', '.', 'x', ' ', '\n']) + text.slice(to);
}

/** Words and marks typed into a long line, some of which make it something else. */
function editParagraph(text: string, random: Random): string {
  const lines = [...text.matchAll(/[^\n\r]{100,}/g)];
  if (lines.length === 0) return text;
  const line = random.pick(lines);
  const from = line.index + random.int(0, line[0].length);
  const to = Math.min(line.index + line[0].length, from + random.int(0, 3));
  return text.slice(0, from) + random.pick(typed) + text.slice(random.chance(0.4) ? to : from);
}

const typed = [
  ...['', '1', '改', '。', '5件', '勾稽', '\n', '|', '一、'],
  '二、主动公开政府信息情况',
  '2023年1月1日至12月31日统计',
  '收到政府信息公开申请5件',
];

function withoutLine(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(0, start) + (end < 0 ? '' : text.slice(end + 1));
}
