import { describe, expect, it } from 'vitest';
import { readDocument, type ReportDocument } from '../../server/src/service';
import { Random } from '../support/random';
import { randomRendering, renderReport } from '../support/renderReport';
import { lineText } from '../support/renderedText';
import { randomModel } from '../support/reportModel';

const firstSeed = Number(process.env.READING_SEED ?? 1);

describe('a text read again after an edit', () => {
  it('gives what a fresh reading gives, whatever was edited', () => {
    for (let seed = firstSeed; seed < firstSeed + 40; seed++) {
      const random = new Random(seed);
      let text = manyReports(random);
      let read = readDocument(text);
      for (let edit = 0; edit < 8; edit++) {
        text = edited(text, random);
        const again = readDocument(text, read);
        expect(outline(again), `seed ${seed}, edit ${edit}`).toEqual(outline(readDocument(text)));
        read = again;
      }
    }
  });
});

function manyReports(random: Random): string {
  const count = random.int(1, 3);
  const reports = Array.from({ length: count }, () => {
    const lines = renderReport(randomModel(random), randomRendering(random), random);
    return lines.map(lineText).join('\n');
  });
  return reports.join('\n') + '\n';
}

/** One change as an editor makes it: a digit, a cut, a line moved, a title typed or removed. */
function edited(text: string, random: Random): string {
  const at = random.int(0, text.length);
  const to = Math.min(text.length, at + random.int(0, random.pick([2, 40, 900])));
  const typed = random.pick([
    '',
    '7',
    '\t',
    '\n',
    '0 0',
    '一、',
    '\n云岭市水利局2023年政府信息公开工作年度报告\n',
    text.slice(at, to),
  ]);
  return random.chance(0.2) ? text.slice(0, at) + typed + text.slice(at) : text.slice(0, at) + typed + text.slice(to);
}

/** Everything a reading says, without the shared texts that only repeat it. */
function outline(read: ReportDocument): unknown {
  return read.parts.map(({ start, report }) => ({ start, report }));
}
