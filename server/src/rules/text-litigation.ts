import { localized } from '../text/localized';
import type { Rule } from './rule';
import { statementFindings } from './parts/textAgainstTables';

export const textLitigation: Rule = {
  id: 'text-litigation',
  group: 'prose',
  severity: 'warning',
  reads: ['disputes', 'prose'],
  summary: localized('行政诉讼件数与行政复议、行政诉讼情况表一致', 'The number of lawsuits agrees with the disputes table'),
  *check(report) {
    yield* statementFindings(report, 'litigation');
  },
};
