import { describe, expect, test } from 'vitest';
import { findingsIn, fixText, readMarked, ruleFixtures, withMarks } from '../support/ruleFixture';

const fixtures = ruleFixtures();

describe('a rule reports what the fixture marks and nothing else', () => {
  test.each(fixtures.map((fixture) => [`${fixture.rule} / ${fixture.name}`, fixture] as const))('%s', (_, fixture) => {
    const { text, marks } = readMarked(fixture.text);
    const found = findingsIn(text, fixture.rule).map(({ start, end }) => ({ rule: fixture.rule, start, end }));
    expect(withMarks(text, found)).toBe(fixture.text);
    expect(marks.every((mark) => mark.rule === fixture.rule)).toBe(true);
    expect(marks.length > 0).toBe(fixture.name.startsWith('invalid'));
  });
});

describe('a fix gives the text that the fixture expects, and then there is nothing left to fix', () => {
  const fixed = fixtures.filter((fixture) => fixture.fixed !== undefined);
  test.each(fixed.map((fixture) => [`${fixture.rule} / ${fixture.name}`, fixture] as const))('%s', (_, fixture) => {
    const after = fixText(readMarked(fixture.text).text, fixture.rule);
    expect(after).toBe(fixture.fixed);
    expect(fixText(after, fixture.rule)).toBe(after);
  });
});

describe('every message says what is wrong in both languages', () => {
  const invalid = fixtures.filter((fixture) => fixture.name.startsWith('invalid'));
  test.each(invalid.map((fixture) => [`${fixture.rule} / ${fixture.name}`, fixture] as const))('%s', (_, fixture) => {
    for (const { finding } of findingsIn(readMarked(fixture.text).text, fixture.rule)) {
      expect(finding.message.zh).toMatch(/^.{10,}。$/su);
      expect(finding.message.en).toMatch(/^[^{}]{20,}[.]$/su);
      expect(finding.message.zh + finding.message.en).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
