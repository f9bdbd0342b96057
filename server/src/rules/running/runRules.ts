import { isFreeForm } from '../../report/formInForce';
import type { Report } from '../../report/report';
import { localized } from '../../text/localized';
import { span } from '../../text/span';
import { rulePosition, rules } from '../index';
import type { Finding, FindingDraft, Rule, RuleContext, RuleSeverities, RuleSeverity, Severity } from '../rule';
import { keptFindings, rememberFindings } from './keptFindings';
import { explainingRules, suppress } from './suppress';

/**
 * Runs every rule that is on: run, silence what another finding explains, sort by text order.
 * `list` is the list of all rules except in tests.
 */
export function runRules(
  report: Report,
  severities: RuleSeverities,
  context: RuleContext,
  list: readonly Rule[] = rules,
): readonly Finding[] {
  const kept = keptFindings(report, list, severities, context);
  const free = isFreeForm(report);
  const findings = list.map((rule, i) => {
    // A rule that explains others runs even when it is off: switching off the explanation must not bring false alarms back.
    if (severityOf(rule, severities) === 'off' && !explainingRules.has(rule.id)) return nothing;
    if (free && needsForm(rule)) return nothing;
    return kept?.(rule, i) ?? run(rule, report, context).map((draft) => finish(rule, draft, severities));
  });
  rememberFindings(report, { list, severities, context, findings });
  return suppress(report, findings.flat(), list)
    .filter((finding) => severities[finding.rule] !== 'off')
    .sort(byTextOrder);
}

const nothing: readonly Finding[] = [];

function needsForm({ group, anyForm }: Rule): boolean {
  return (group === 'form' || group === 'completeness') && !anyForm;
}

/** The severity in force for a rule before its drafts lower it. */
export function severityOf(rule: Rule, severities: RuleSeverities): RuleSeverity {
  return severities[rule.id] ?? (rule.offByDefault ? 'off' : rule.severity);
}

function run(rule: Rule, report: Report, context: RuleContext): FindingDraft[] {
  const drafts: FindingDraft[] = [];
  try {
    for (const draft of rule.check(report, context)) drafts.push(draft);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    drafts.push({
      span: span(0, 0),
      severity: 'hint',
      message: localized(
        `规则 ${rule.id} 在本报告上运行失败（${reason}），其余规则不受影响。请把报告文本反馈给开发者。`,
        `Rule ${rule.id} failed on this report (${reason}); the other rules are not affected. Please report it with the text.`,
      ),
    });
  }
  return drafts;
}

function finish(rule: Rule, draft: FindingDraft, severities: RuleSeverities): Finding {
  const chosen = severities[rule.id];
  const severity = chosen && chosen !== 'off' ? chosen : lower(rule.severity, draft.severity ?? rule.severity);
  return { ...draft, rule: rule.id, severity, related: draft.related ?? [], fixes: draft.fixes ?? [] };
}

const ranks: Readonly<Record<Severity, number>> = { hint: 0, warning: 1, error: 2 };

function lower(a: Severity, b: Severity): Severity {
  return ranks[a] <= ranks[b] ? a : b;
}

function byTextOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || rulePosition(a.rule) - rulePosition(b.rule);
}
