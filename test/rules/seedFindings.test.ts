import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../server/src/text/lines';
import { checkReport, readDocument } from '../../server/src/service';

type Expected = readonly [
  rule: string,
  severity: string,
  line: number,
  start: number | null,
  end: number | null,
  row: string | null,
  column: string | null,
  actual: number | null,
  expected: number | null,
];

const shared = resolve('../shared');
const present = existsSync(`${shared}/spec/seed-findings.json`);

/** The real reports are not part of the project: without them beside it, this is skipped. */
describe.skipIf(!present)('the real reports beside the project give the findings that people agreed on', () => {
  const seeds = present ? JSON.parse(readFileSync(`${shared}/spec/seed-findings.json`, 'utf8')) : {};
  const names = Object.keys(seeds).filter((key) => existsSync(`${shared}/reports/${key}.txt`));

  test.each(names)('%s', (name) => {
    const found = findingsOf(readFileSync(`${shared}/reports/${name}.txt`, 'utf8'));
    const expected = seeds[name].expected as readonly Expected[];
    const unmatched = expected.filter((e) => !found.some((f) => matches(f, e)));
    const unexpected = found.filter((f) => !expected.some((e) => matches(f, e)));
    expect(unmatched).toEqual([]);
    // The one finding that people left open.
    expect(unexpected.filter((f) => f[0] !== 'text-accepted')).toEqual([]);
  });
});

function findingsOf(text: string): Expected[] {
  const lines = linesOf(text);
  return readDocument(text).parts.flatMap(({ start, report }) =>
    checkReport(report).findings.map((f): Expected => {
      const line = lines.findLastIndex((l) => l.start <= f.span.start + start);
      const at = lines[line]!.start - start;
      const place = [f.span.start - at, f.span.end - at] as const;
      return [f.rule, f.severity, line, ...place, f.row ?? null, f.column ?? null, f.actual ?? null, f.expected ?? null];
    }),
  );
}

/** A null of the expectation for a place or a value leaves it open; row and column must agree. */
function matches(found: Expected, expected: Expected): boolean {
  return expected.every((value, i) => found[i] === value || (value === null && i !== 5 && i !== 6));
}
