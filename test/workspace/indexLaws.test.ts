import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RuleContext } from '../../server/src/rules/rule';
import { listIndex } from '../../server/src/workspace/indexListing';
import { compareOrgans, parseOrganName } from '../../server/src/workspace/organName';
import { WorkspaceIndex, type WorkspaceSettings } from '../../server/src/workspace/workspaceIndex';
import { handReport } from '../support/handReport';

const names = [
  '青岚县',
  '青岚县人民政府',
  '云岭市青岚县政府',
  '县人民政府',
  '澄江市青岚县',
  '青岚县政府办',
  '县政府办公室',
  '青岚县财政局',
  '云岭市青岚县财政局',
  '财政局',
  '县财政局',
  '白鹿县财政局',
  '青岚县白溪镇',
  '白溪镇人民政府',
  '青岚县扶贫开发办公室',
  '青岚县乡村振兴局',
  null,
];

const settings: WorkspaceSettings[] = [
  {},
  { governments: [{ name: '青岚县', organs: ['财政局', '办公室', '白溪镇'], complete: true }] },
  { organs: [{ name: '青岚县乡村振兴局', otherNames: ['青岚县扶贫开发办公室'] }], governments: [{ name: '白鹿县' }] },
];

const report = fc.record({ organ: fc.constantFrom(...names), year: fc.constantFrom(2022, 2023, 2024, null) });
const change = fc.record({
  file: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  reports: fc.oneof(fc.constant(null), fc.array(report, { minLength: 1, maxLength: 2 })),
});

/** Who a context speaks about, without the reports themselves. */
function outline(context: RuleContext): unknown {
  const place = (other: RuleContext['previous']) => other && `${other.file}@${other.start}`;
  return [place(context.previous), place(context.whole), context.parts?.complete, context.parts?.reports.map(place).sort()];
}

function outlines(index: WorkspaceIndex): Map<string, string> {
  const found = new Map<string, string>();
  for (const { file } of index.entries()) {
    const contexts = index.entriesOf(file).map((entry) => outline(index.contextFor(file, entry.part)));
    found.set(file, JSON.stringify(contexts));
  }
  return found;
}

test('changing files one by one gives the same index as reading them all, and names every file that is affected', () => {
  fc.assert(
    fc.property(fc.constantFrom(...settings), fc.array(change, { maxLength: 14 }), (given, changes) => {
      const index = new WorkspaceIndex(given);
      const files = new Map<string, { start: number; report: ReturnType<typeof handReport> }[]>();
      for (const { file, reports } of changes) {
        const before = outlines(index);
        const parts = reports?.map((r, i) => ({ start: i * 1000, report: handReport(r) }));
        const affected = parts ? index.setFile(file, parts) : index.removeFile(file);
        if (parts) files.set(file, parts);
        else files.delete(file);
        for (const [other, now] of outlines(index)) {
          if (other !== file && before.get(other) !== now) expect(affected, `${other} after ${file}`).toContain(other);
        }
      }
      const fresh = new WorkspaceIndex(given);
      for (const [file, parts] of files) fresh.setFile(file, parts);
      expect(sorted(listIndex(index))).toEqual(sorted(listIndex(fresh)));
    }),
    { numRuns: 300 },
  );
});

/** The order in which files came must not matter, except for the order of lists. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(sorted(item))).sort();
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'reason' ? null : sorted(item)]));
}

test('comparing names is symmetric, and a name is the same as itself', () => {
  const written = fc.constantFrom(...names.filter((name) => name !== null));
  fc.assert(
    fc.property(written, written, (a, b) => {
      const [x, y] = [parseOrganName(a)!, parseOrganName(b)!];
      expect(compareOrgans(x, y)).toBe(compareOrgans(y, x));
      expect(compareOrgans(x, x)).toBe('same');
    }),
  );
});

test('any text is taken apart without an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'省市县区镇乡街道政府办公室财局中国我〇 ()') }), (text) => {
      const name = parseOrganName(text);
      if (name) expect(name.body.length).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});
