import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index';
import type { Severity } from '../../server/src/rules/rule';
import { ruleFixtures } from '../support/ruleFixture';

const severityNames: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' };

describe('every rule has its page', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const path = `docs/rules/${id}.md`;
    expect(existsSync(path), path).toBe(true);
    const page = readFileSync(path, 'utf8');
    expect(page.startsWith(`# ${id} `)).toBe(true);
    expect(page).toContain(rule.offByDefault ? '关闭' : `**${severityNames[rule.severity]}**`);
    expect(page).toContain('## In English');
  });
});

describe('every rule on a single report has an invalid and a valid fixture', () => {
  const fixtures = ruleFixtures();
  const single = rules.filter((rule) => rule.group !== 'across' && rule.group !== 'cause');
  test.each(single.map((rule) => [rule.id] as const))('%s', (id) => {
    const names = fixtures.filter((fixture) => fixture.rule === id).map((fixture) => fixture.name);
    expect(names.some((name) => name.startsWith('invalid'))).toBe(true);
    expect(names.some((name) => name.startsWith('valid'))).toBe(true);
  });
});

test('no page and no fixture folder is left over from a rule that is gone', () => {
  const ids = new Set(rules.map((rule) => rule.id));
  const pages = readdirSync('docs/rules')
    .filter((name) => name !== 'README.md')
    .map((name) => name.replace(/\.md$/, ''));
  const folders = readdirSync('test/fixtures/rules');
  expect([...pages, ...folders].filter((id) => !ids.has(id))).toEqual([]);
});

test('rules are listed once, group by group, with a summary in both languages', () => {
  const groups = ['cause', 'arithmetic', 'completeness', 'form', 'dates', 'prose', 'across'];
  const order = rules.map((rule) => groups.indexOf(rule.group));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule.summary.zh.length).toBeGreaterThan(5);
    expect(rule.summary.en.length).toBeGreaterThan(10);
  }
});
