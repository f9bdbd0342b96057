import { describe, expect, test } from 'vitest';
import type { Report } from '../../server/src/report/report';
import type { FindingDraft, Rule, RuleSeverity } from '../../server/src/rules/rule';
import { runRules, severityOf } from '../../server/src/rules/running/runRules';
import { localized } from '../../server/src/text/localized';

const report = { text: '一二三', sections: [], tables: { applications: { form: 'mixed' } } } as unknown as Report;

function rule(id: string, drafts: readonly Partial<FindingDraft>[], more: Partial<Rule> = {}): Rule {
  return {
    id,
    group: 'arithmetic',
    severity: 'error',
    summary: localized('测试', 'test'),
    reads: [],
    *check() {
      for (const draft of drafts) yield { span: { start: 0, end: 1 }, message: localized('测试。', 'A test.'), ...draft };
    },
    ...more,
  };
}

function run(rules: readonly Rule[], severities: Record<string, RuleSeverity> = {}) {
  return runRules(report, severities, {}, rules).map((f) => `${f.rule} ${f.severity} ${f.span.start}`);
}

describe('severities', () => {
  const cases: readonly [string, Partial<Rule>, Partial<FindingDraft>, RuleSeverity | undefined, string[]][] = [
    ['the default', {}, {}, undefined, ['a error 0']],
    ['a draft lowers it', {}, { severity: 'hint' }, undefined, ['a hint 0']],
    ['a draft never raises it', { severity: 'hint' }, { severity: 'error' }, undefined, ['a hint 0']],
    ['a setting wins over the default', {}, {}, 'warning', ['a warning 0']],
    ['a setting wins over the draft', {}, { severity: 'hint' }, 'error', ['a error 0']],
    ['off', {}, {}, 'off', []],
    ['off by default', { offByDefault: true }, {}, undefined, []],
    ['a setting turns on what is off by default', { offByDefault: true }, {}, 'hint', ['a hint 0']],
  ];
  test.each(cases)('%s', (_, more, draft, setting, expected) => {
    expect(run([rule('a', [draft], more)], setting ? { a: setting } : {})).toEqual(expected);
    expect(severityOf(rule('a', [], more), setting ? { a: setting } : {})).toBe(
      setting ?? (more.offByDefault ? 'off' : (more.severity ?? 'error')),
    );
  });
});

test('findings stand in text order, on the same text in the order given', () => {
  const rules = [rule('b', [{ span: { start: 2, end: 3 } }, { span: { start: 0, end: 2 } }]), rule('a', [{}])];
  expect(run(rules)).toEqual(['a error 0', 'b error 0', 'b error 2']);
});

test('a rule that fails says so once, keeps what it found, and silences no other', () => {
  const failing = rule('bad', [], {
    *check() {
      yield { span: { start: 1, end: 2 }, message: localized('测试。', 'A test.') };
      throw new Error('broken');
    },
  });
  const findings = runRules(report, {}, {}, [failing, rule('good', [{}])]);
  expect(findings.map((f) => `${f.rule} ${f.severity} ${f.span.start}-${f.span.end}`)).toEqual([
    'bad hint 0-0',
    'good error 0-1',
    'bad error 1-2',
  ]);
  expect(findings[0]!.message.zh).toContain('broken');
});

describe('what a finding explains is not reported', () => {
  const arithmetic = rule('row-total', [{ table: 'applications', row: 'granted', column: 'total' }]);
  const balance = rule('balance', [
    {
      table: 'applications',
      row: 'outcomeTotal',
      related: [{ span: { start: 0, end: 1 }, row: 'received', message: localized('', '') }],
    },
  ]);
  const missing = rule('missing-value', [{ table: 'applications', row: 'other' }], { group: 'completeness' });
  const note = rule('missing-note', [{ table: 'applications' }], { group: 'form' });
  const all = [arithmetic, balance, missing, note];
  const cases: readonly [string, Rule, string[]][] = [
    ['an incomplete table', rule('incomplete-table', [{ table: 'applications' }]), []],
    [
      'an incomplete table elsewhere',
      rule('incomplete-table', [{ table: 'disputes' }]),
      ['row-total', 'balance', 'missing-value', 'missing-note'],
    ],
    [
      'a split number',
      rule('split-number', [{ table: 'applications', row: 'granted' }]),
      ['balance', 'missing-value', 'missing-note'],
    ],
    [
      'a split number among the terms',
      rule('split-number', [{ table: 'applications', row: 'received' }]),
      ['row-total', 'missing-value', 'missing-note'],
    ],
    [
      'a row of the other form',
      rule('superseded-form', [{ table: 'applications', row: 'other' }]),
      ['row-total', 'balance', 'missing-note'],
    ],
  ];
  test.each(cases)('%s', (_, explaining, expected) => {
    const left = runRules(report, {}, {}, [...all, explaining]).filter((f) => f.rule !== explaining.id);
    expect(left.map((f) => f.rule)).toEqual(expected);
  });

  test('also when the explanation itself is switched off', () => {
    const explaining = rule('incomplete-table', [{ table: 'applications' }], { group: 'completeness' });
    expect(run([...all, explaining], { 'incomplete-table': 'off' })).toEqual([]);
  });
});
