import type { Report } from '../report/report';
import type { Finding, RuleContext, RuleSeverity } from './rule';

export function runRules(
  _report: Report,
  _severities: Readonly<Record<string, RuleSeverity>>,
  _context: RuleContext,
): readonly Finding[] {
  return [];
}
