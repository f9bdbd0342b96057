import { proseOf } from '../prose/proseText';
import { sectionOf } from '../report/report';
import { localized } from '../text/localized';
import type { Rule } from './rule';

export const sectionLength: Rule = {
  id: 'section-length',
  group: 'form',
  severity: 'hint',
  offByDefault: true,
  reads: ['prose'],
  summary: localized(
    '总体情况不超过 1000 字（部分省市要求）',
    'Section 一 has at most 1000 characters (asked for in some provinces)',
  ),
  *check(report) {
    const section = sectionOf(report, 'overview');
    const prose = proseOf(report).find((p) => p.place === 'overview');
    if (!section || !prose) return;
    const length = prose.text.replace(/[\n ]/g, '').length;
    if (length <= limit) return;
    yield {
      span: section.heading?.span ?? section.span,
      actual: length,
      expected: limit,
      message: localized(
        `总体情况有 ${length} 字，超过 ${limit} 字。有的省市要求简明概述五个方面，请压缩。`,
        `Section 一 has ${length} characters, more than ${limit}. Some provinces ask for a short summary of the five aspects.`,
      ),
    };
  },
};

/** The limit that some provincial notices set. */
const limit = 1000;
