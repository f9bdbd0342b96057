import { expect, it } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';
import { tableLayouts } from '../support/layouts';
import { Random } from '../support/random';
import { randomRendering, writeReports } from '../support/renderReport';
import { randomModel } from '../support/reportModel';

const random = new Random(4711);
const [one, other] = [made(), made()];

it('reads and checks each copy of a report as the first, where it stands', () => {
  const alone = readDocument(one).parts[0]!;
  const { parts } = readDocument([one, one, other, one, other, one].join(''));
  expect(parts.map((part) => part.start)).toEqual([0, 1, 2, 3, 4, 5].map((i) => startOf(i)));
  expect(parts[5]!.report).toEqual(alone.report);
  expect(parts[5]!.report).toBe(parts[3]!.report);
  expect(checkReport(parts[5]!.report)).toEqual(checkReport(alone.report));
  expect(parts[4]!.report.text).toBe(other);
});

it('reads a file that is the same as others no more than twice', () => {
  const [, second, third] = [1, 2, 3].map(() => readDocument(`${other}\n`).parts[0]!.report);
  expect(third).toBe(second);
  expect(readDocument(other).parts[0]!.report).not.toBe(second);
});

it('answers anew when the severities or the neighbours differ', () => {
  const { report } = readDocument(one).parts[0]!;
  const [first] = checkReport(report).findings;
  const without = checkReport(report, { severities: { [first!.rule]: 'off' } });
  expect(without.findings.map((finding) => finding.rule)).not.toContain(first!.rule);
  expect(checkReport(report).findings).toContainEqual(first);
});

/** Without what a website writes above the title. */
function made(): string {
  const layout = tableLayouts.find(({ name }) => name === 'tabRows');
  const { text } = writeReports([randomModel(random)], { ...randomRendering(random, layout), lineEnd: '\n' }, random);
  return text.slice(text.search(/^.*年度报告$/m));
}

function startOf(index: number): number {
  return [one, one, other, one, other].slice(0, index).reduce((sum, text) => sum + text.length, 0);
}
