import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules';
import { readDocument } from '../../server/src/service';
import { readMarked, withMarks } from '../support/ruleFixture';
import { consistentSentences } from './consistentSentences';
import { harmlessSentences } from './harmlessSentences';
import { nearMisses } from './nearMisses';
import { proseReportText } from './proseReport';
import { realFailures } from './realFailures';

const checked = rules.filter(
  (rule) => rule.group === 'dates' || rule.group === 'prose' || ['five-aspects', 'citation'].includes(rule.id),
);

/** The text with a mark around everything that the rules about prose and dates report; of those that are off only `withRule`. */
function reported(text: string, withRule = 'text-enumeration'): string {
  const marks = readDocument(text).parts.flatMap(({ start, report }) =>
    checked
      .filter((rule) => !rule.offByDefault || rule.id === withRule)
      .flatMap((rule) =>
        [...rule.check(report, {})].map(({ span }) => ({ rule: rule.id, start: start + span.start, end: start + span.end })),
      ),
  );
  return withMarks(text, marks);
}

/** Only the lines that carry prose: a failing case then shows its sentence and not the tables. */
function proseLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.includes('\t'))
    .join('\n');
}

describe('a mistake in the prose is found, and nothing else is said', () => {
  test.each(realFailures)('%s', (_, report) => {
    const marked = proseReportText(report);
    const { text, marks } = readMarked(marked);
    expect(marks.length).toBeGreaterThan(0);
    expect(proseLines(reported(text, marks[0]!.rule))).toBe(proseLines(marked));
  });
});

describe('what looks like a mistake and is none is left alone', () => {
  test.each(nearMisses)('%s', (_, report) => {
    const text = proseReportText(report);
    expect(proseLines(reported(text))).toBe(proseLines(text));
  });
});

describe('of a sentence that agrees with the tables every number counts', () => {
  const found = (overview: string) => {
    const { report } = readDocument(proseReportText({ overview })).parts[0]!;
    return checked.filter((rule) => !rule.offByDefault).flatMap((rule) => [...rule.check(report, {})].map(() => rule.id));
  };

  test.each(consistentSentences)('%s', (sentence) => {
    expect(found(sentence)).toEqual([]);
    for (const { index, 0: count } of sentence.matchAll(/\d+(?=件|份)|(?:十[一三]|二)(?=件)/g)) {
      const other = /\d/.test(count) ? String(Number(count) + 7) : '二十九';
      const changed = sentence.slice(0, index) + other + sentence.slice(index + count.length);
      expect([changed, found(changed).length]).not.toEqual([changed, 0]);
    }
  });
});

describe('what belongs to a part, to others or to another time is not held against the tables', () => {
  test.each(harmlessSentences)('%s', (sentence, organ) => {
    const text = proseReportText({ overview: sentence, ...(organ === undefined ? {} : { organ }) });
    expect(proseLines(reported(text, ''))).toBe(proseLines(text));
  });
});
