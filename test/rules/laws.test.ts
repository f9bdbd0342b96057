import { expect, test } from 'vitest';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import { relationsOf } from '../../server/src/report/relations';
import { checkReport, readDocument } from '../../server/src/service';
import { Random } from '../support/random';
import { randomChoice, randomModel } from '../support/reportModel';
import { describeRendering, randomRendering, writeReports } from '../support/renderReport';

const firstSeed = 20260;
const seeds = Array.from({ length: 120 }, (_, i) => firstSeed + i);
const sums = ['row-total', 'outcome-total', 'balance', 'case-total', 'subtotal', 'not-a-count', 'split-number'];

test('a report without mistakes has no arithmetic findings in any layout', () => {
  for (const seed of seeds) {
    const random = new Random(seed);
    const model = randomModel(random, { ...randomChoice(random), mistakes: 0 });
    const rendering = randomRendering(random);
    const { text } = writeReports([model], rendering, random);
    const found = findings(text).filter((finding) => sums.includes(finding.rule));
    expect(found.map((f) => `${seed} ${describeRendering(rendering)}: ${f.rule} ${f.message.en}`)).toEqual([]);
  }
});

test('safe fixes of totals break no sum that could be checked before, and end', () => {
  for (const seed of seeds) {
    const random = new Random(seed);
    const model = randomModel(random, { ...randomChoice(random), mistakes: random.int(1, 3), blanks: 'none' });
    const rendering = randomRendering(random);
    const before = writeReports([model], rendering, random).text;
    let text = before;
    let broken = violated(text);
    for (let round = 0; round < 8; round++) {
      const fixed = safelyFixed(text);
      if (fixed === text) break;
      const left = violated(fixed);
      expect(left, `${seed} ${describeRendering(rendering)}`).toBeLessThanOrEqual(broken);
      [text, broken] = [fixed, left];
    }
    expect(safelyFixed(text), `${seed}: fixing does not end`).toBe(text);
    expect(text.replace(/[\d０-９,，]/g, '')).toBe(before.replace(/[\d０-９,，]/g, ''));
  }
});

function findings(text: string) {
  return readDocument(text).parts.flatMap((part) => checkReport(part.report).findings);
}

function violated(text: string): number {
  const relations = readDocument(text).parts.flatMap((part) => relationsOf(part.report));
  return relations.filter((relation) => relation.status === 'violated').length;
}

function safelyFixed(text: string): string {
  const edits = readDocument(text).parts.flatMap(({ start, report }) =>
    checkReport(report)
      .findings.filter((finding) => sums.includes(finding.rule))
      .flatMap((finding) => finding.fixes.filter((fix) => fix.kind === 'safe').flatMap((fix) => fix.edits))
      .map((edit) => ({ ...edit, span: { start: edit.span.start + start, end: edit.span.end + start } })),
  );
  return applyEdits(text, edits);
}
