import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import type { Finding } from '../../server/src/rules/rule';
import { acceptedEdit, acceptedEntry } from '../../server/src/workspace/acceptFinding';
import { parseAccepted, type AcceptedEntry } from '../../server/src/workspace/accepted';
import { acceptedFor, filterAccepted, type ReportFindings } from '../../server/src/workspace/filterAccepted';
import schema from '../../server/src/workspace/gouji.accepted.schema.json';
import { withoutAccepted } from '../../server/src/workspace/withoutAccepted';
import { handReport } from '../support/handReport';

const text = '青岚县财政局2022年共收到申请 5 件';
const cell: Finding = {
  rule: 'balance',
  severity: 'error',
  span: { start: 0, end: 0 },
  message: { zh: '', en: '' },
  table: 'applications',
  row: 'outcomeTotal',
  column: 'total',
  actual: 11,
  expected: 12,
  related: [],
  fixes: [],
};
const prose: Finding = {
  ...cell,
  rule: 'stale-year',
  span: { start: 6, end: 11 },
  table: undefined,
  row: undefined,
  column: undefined,
};
const carried: Finding = { ...cell, rule: 'carry-over', row: 'carriedIn' };
const file = '2023/财政局.txt';
const acceptance = { file, text, reason: '已核实', date: '2024-01-20' };

function filtered(findings: readonly Finding[], entries: readonly AcceptedEntry[], more: Partial<ReportFindings> = {}) {
  const { kept, stale } = filterAccepted([{ text, findings, ...more }], entries);
  return { kept: kept[0]!.length, stale: stale.length };
}

describe('accepted findings are taken out', () => {
  const exact = acceptedEntry(cell, acceptance);
  const inText = acceptedEntry({ ...prose, actual: undefined, expected: undefined }, acceptance);
  const byHand: AcceptedEntry = { rule: 'balance', file, reason: '口径不同', date: '2024-01-20' };
  const cases: readonly (readonly [string, readonly Finding[], readonly AcceptedEntry[], { kept: number; stale: number }])[] = [
    ['nothing accepted', [cell], [], { kept: 1, stale: 0 }],
    ['the finding itself', [cell], [exact], { kept: 0, stale: 0 }],
    ['another column', [{ ...cell, column: 'business' }], [exact], { kept: 1, stale: 1 }],
    ['another value', [{ ...cell, actual: 10 }], [exact], { kept: 1, stale: 1 }],
    ['another expected value', [{ ...cell, expected: 30 }], [exact], { kept: 1, stale: 1 }],
    ['another rule', [{ ...cell, rule: 'outcome-total' }], [exact], { kept: 1, stale: 1 }],
    ['every finding of a rule', [cell, { ...cell, column: 'business' }], [byHand], { kept: 0, stale: 0 }],
    ['no longer found', [], [exact, byHand], { kept: 0, stale: 2 }],
    ['by its text', [prose], [inText], { kept: 0, stale: 0 }],
    ['the text has changed', [{ ...prose, span: { start: 0, end: 6 } }], [inText], { kept: 1, stale: 1 }],
    ['two entries for one finding', [cell], [exact, byHand], { kept: 0, stale: 0 }],
    ['another report of the file', [cell], [{ ...exact, part: 2 }], { kept: 1, stale: 1 }],
    ['blank cell', [{ ...cell, actual: null }], [{ ...byHand, value: null }], { kept: 0, stale: 0 }],
  ];
  test.each(cases)('%s', (_, findings, entries, expected) => {
    expect(filtered(findings, entries)).toEqual(expected);
  });

  test('an entry is not stale where its rule could not speak', () => {
    const entry = acceptedEntry(carried, acceptance);
    expect(filtered([], [entry])).toEqual({ kept: 0, stale: 0 });
    const previous = { file: 'a', start: 0, report: handReport() };
    expect(filtered([], [entry], { context: { previous } })).toEqual({ kept: 0, stale: 1 });
    expect(filtered([], [exact], { severities: { balance: 'off' } })).toEqual({ kept: 0, stale: 0 });
    expect(filtered([], [{ ...exact, rule: 'no-such-rule' }])).toEqual({ kept: 0, stale: 1 });
  });

  test('entries are found by the path of their file', () => {
    const entries = [
      exact,
      { ...exact, file: './2023/财政局.txt' },
      { ...exact, file: '2023\\财政局.txt' },
      { ...exact, file: '财政局.txt' },
    ];
    expect(acceptedFor(entries, file)).toHaveLength(3);
  });
});

describe('reading the side file', () => {
  const entry = (more: object) =>
    JSON.stringify({ accepted: [{ rule: 'balance', file, reason: '已核实', date: '2024-01-20', ...more }] });
  test.each([
    ['a good entry', entry({ value: null, part: 2 }), 1, []],
    ['no date', '{"accepted":[{"rule":"balance","file":"a","reason":"b"}]}', 1, []],
    ['an unknown field', entry({ colour: 'red' }), 1, ['warning']],
    ['a wrong field accepts nothing', entry({ row: 5 }), 0, ['warning']],
    ['no reason', '{"accepted":[{"rule":"balance","file":"a"}]}', 0, ['warning']],
    ['no list', '{}', 0, ['warning']],
    ['broken', '{"accepted":[', 0, ['error']],
    ['not an object', '{"accepted":[1]}', 0, ['warning']],
  ])('%s', (_, json, entries, problems) => {
    const read = parseAccepted(json);
    expect(read.entries).toHaveLength(entries);
    expect(read.problems.map((problem) => problem.severity)).toEqual(problems);
  });
});

describe('accepting a finding writes the side file', () => {
  const entry = acceptedEntry(cell, acceptance);
  const valid = new Ajv({ allowUnionTypes: true }).compile(schema);
  const written = (before: string | null) => {
    const result = acceptedEdit(before, entry);
    if ('problem' in result) return result.problem.zh;
    return applyEdits(before ?? '', [result.edit]);
  };

  test('a new file', () => {
    const after = written(null);
    expect(after).toBe(`${JSON.stringify({ accepted: [entry] }, null, 2)}\n`);
    expect(written(' \n')).toBe(after);
    expect(valid(JSON.parse(after))).toBe(true);
  });

  test('a rule drawn in a comment behind the last entry stays where it is', () => {
    const first = JSON.stringify(entry);
    const rule = `//${'/'.repeat(60)}`;
    expect(written(`{"accepted": [\n  ${first} ${rule}\n]}`)).toContain(`${first},\n`);
    expect(written(`{"accepted": [\n  ${first} ${rule}\n  ,\n]}`)).toContain(`${first} ${rule}\n  ,\n`);
  });

  test('the day may be left out of an entry, for the reader as for the schema', () => {
    const json = { accepted: [{ ...entry, date: undefined }] };
    const text = JSON.stringify(json);
    expect(valid(JSON.parse(text))).toBe(true);
    expect(parseAccepted(text).problems).toEqual([]);
  });

  test('a second entry leaves the first as it is', () => {
    const first = written(null);
    expect(written(first)).toBe(`${JSON.stringify({ accepted: [entry, entry] }, null, 2)}\n`);
  });

  test.each([
    ['an empty list', '{ "accepted": [] }', 1],
    ['no list yet', '{\n\t"$schema": "./x.json"\n}\n', 1],
    ['an empty object', '{}', 1],
    [
      'Windows line ends',
      '{\r\n  "accepted": [\r\n    { "rule": "a", "file": "b", "reason": "c", "date": "d" }\r\n  ]\r\n}\r\n',
      2,
    ],
    ['one line', '{"accepted":[{"rule":"a","file":"b","reason":"c","date":"d"}],"x":1}', 2],
    ['comments and a last comma', '{"accepted":[\n  {"rule":"a","file":"b","reason":"c","date":"d"}, // 注\n]}', 2],
    ['only a comment', '{"accepted":[ // 空\n]}', 1],
  ])('%s', (_, before, count) => {
    const after = written(before);
    const { entries } = parseAccepted(after);
    expect(entries).toHaveLength(count);
    expect(entries.at(-1)).toEqual(entry);
    expect(after.includes('\r\n') && /[^\r]\n/.test(after)).toBe(false);
    for (const piece of before.split(/[\s{}[\],]+/)) expect(after).toContain(piece);
  });

  test.each(['{"accepted":', '[]', '{"accepted": 3}'])('%s is never overwritten', (before) => {
    expect(written(before)).toMatch(/接受清单/);
  });

  test('accepting any number of findings one after the other gives the plain list', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 6 }), (reasons) => {
        let json: string | null = null;
        const entries = reasons.map((reason) => ({ ...entry, reason }));
        for (const one of entries) {
          const result = acceptedEdit(json, one);
          if (!('edit' in result)) throw new Error(result.problem.en);
          json = applyEdits(json ?? '', [result.edit]);
        }
        expect(json).toBe(entries.length === 0 ? null : `${JSON.stringify({ accepted: entries }, null, 2)}\n`);
      }),
      { numRuns: 100 },
    );
  });
});

describe('an accepted cell', () => {
  const edit = (column: string, value: number) => ({ table: 'applications', row: 'granted', column, actual: 1, value }) as const;
  const cause = (column: string): Finding => ({
    ...cell,
    rule: 'wrong-cell',
    row: 'granted',
    column,
    related: [{ span: cell.span, message: cell.message, row: 'granted', column: 'total' }],
    fixes: [{ title: cell.message, kind: 'safe', edits: [] }],
  });
  const sum: Finding = { ...cell, rule: 'row-total', row: 'granted', column: 'total' };
  const options = [[edit('business', 3), edit('researchBody', 4)]];
  const repair = {
    status: 'proved',
    cost: 2,
    unique: true,
    edits: options[0]!,
    alternatives: [],
    parts: [{ table: 'applications', status: 'proved', unique: true, options }],
  } as const;
  const diagnosis = { findings: [sum, prose], shown: [cause('business'), cause('researchBody'), prose], repair };
  const accept = (column?: string): AcceptedEntry[] => [
    { rule: 'wrong-cell', file, reason: '原文如此', date: '', ...(column ? { column } : {}) },
  ];

  test('takes the sums with it once every cell that breaks them is accepted', () => {
    const rest = withoutAccepted(diagnosis, text, 0, accept());
    expect(rest).toEqual({ findings: [prose], shown: [prose], repair: null });
  });

  test('leaves what was proved together with it to be offered only', () => {
    const rest = withoutAccepted(diagnosis, text, 0, accept('business'));
    expect(rest.findings.map((f) => f.rule)).toEqual(['row-total', 'stale-year']);
    expect(rest.shown.map((f) => [f.column, f.fixes.map((fix) => fix.kind)])).toEqual([
      ['researchBody', ['offered']],
      [undefined, []],
    ]);
    expect(rest.repair).toBeNull();
  });

  test('of another report is none of this one', () => {
    expect(withoutAccepted(diagnosis, text, 0, [{ ...accept()[0]!, part: 2 }])).toEqual(diagnosis);
  });
});
