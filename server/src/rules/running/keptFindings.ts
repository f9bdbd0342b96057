import { smallEditOf } from '../../report/smallEdit';
import type { Report } from '../../report/report';
import { movedSpan, type Change } from '../../text/change';
import type { Edit, Finding, Fix, RuleInput, Related, Rule, RuleContext, RuleSeverities } from '../rule';
import { isSameContext } from './sameContext';
import { KeptWith } from '../../text/remember';

/** What the rules found in a report, before one finding silenced others. */
export interface FoundByRules {
  readonly list: readonly Rule[];
  readonly severities: RuleSeverities;
  readonly context: RuleContext;
  /** One array for each rule of the list. */
  readonly findings: readonly (readonly Finding[])[];
}

const remembered = new KeptWith<Report, FoundByRules>();

export function rememberFindings(report: Report, found: FoundByRules): void {
  remembered.set(report, found);
}

/** The findings of a rule that need not be looked for again; undefined where they may have changed. */
export type KeptFindings = (rule: Rule, index: number) => readonly Finding[] | undefined;

/**
 * What was found in the same report beside others, or in the report before a small edit: rules that read nothing of what changed
 * since found what they would find again, and it only moved with the text.
 */
export function keptFindings(
  report: Report,
  list: readonly Rule[],
  severities: RuleSeverities,
  context: RuleContext,
): KeptFindings | undefined {
  const own = remembered.get(report);
  const edit = own ? undefined : smallEditOf(report);
  const found = own ?? (edit && remembered.get(edit.before));
  if (!found || found.list !== list || found.severities !== severities) return undefined;
  const changed: RuleInput[] = edit ? [edit.within] : [];
  if (!isSameContext(found.context, context)) changed.push('others');
  return (rule, index) => {
    if (changed.some((part) => rule.reads.includes(part))) return undefined;
    const findings = found.findings[index]!;
    return edit && edit.change.by !== 0 ? findings.map((finding) => movedFinding(finding, edit.change)) : findings;
  };
}

function movedFinding(finding: Finding, change: Change): Finding {
  return {
    ...finding,
    span: movedSpan(finding.span, change),
    related: finding.related.map((related) => movedRelated(related, change)),
    fixes: finding.fixes.map((fix) => movedFix(fix, change)),
  };
}

/** A place in another report stays where it is. */
function movedRelated(related: Related, change: Change): Related {
  return related.other ? related : { ...related, span: movedSpan(related.span, change) };
}

function movedFix(fix: Fix, change: Change): Fix {
  return { ...fix, edits: fix.edits.map((edit): Edit => ({ span: movedSpan(edit.span, change), newText: edit.newText })) };
}
