import type { Repair, RepairPart } from '../repair/repair';
import type { Finding, Fix } from '../rules/rule';
import { relationRules } from '../rules/parts/relationRules';
import type { AcceptedEntry } from './accepted';
import { accepts } from './filterAccepted';

/** What was found in a report, what a person is shown of it, and how it may be mended. */
interface Diagnosed {
  readonly findings: readonly Finding[];
  readonly shown: readonly Finding[];
  readonly repair: Repair | null;
}

/**
 * A diagnosis without what a person has accepted. Whoever accepts a cell accepts the sums that it breaks as well, and nothing may
 * correct it any more. `part` is the number of the report in its file, from 0.
 */
export function withoutAccepted(
  { findings, shown, repair }: Diagnosed,
  text: string,
  part: number,
  entries: readonly AcceptedEntry[],
): Diagnosed {
  const isAccepted = (finding: Finding) => entries.some((entry) => accepts(entry, finding, text, part));
  const causes = shown.filter((finding) => finding.rule === 'wrong-cell');
  const accepted = causes.filter(isAccepted);
  const isExplained = (finding: Finding) => {
    const own = causes.filter((cause) => breaks(cause, finding));
    return own.length > 0 && own.every((cause) => accepted.includes(cause));
  };
  if (accepted.length === 0 || !repair) {
    return { findings: findings.filter((f) => !isAccepted(f)), shown: shown.filter((f) => !isAccepted(f)), repair };
  }
  const dropped = partsOf(repair, accepted);
  const rest = (list: readonly Finding[]) =>
    list
      .filter((finding) => !isAccepted(finding) && !isExplained(finding))
      .map((finding) => (changes(dropped, finding) ? withoutSafeFixes(finding) : finding));
  return { findings: rest(findings), shown: rest(shown), repair: repairWithout(repair, dropped) };
}

/** The parts of a repair that would change an accepted cell. */
function partsOf(repair: Repair, accepted: readonly Finding[]): readonly RepairPart[] {
  return (repair.parts ?? []).filter((part) => accepted.some((finding) => changes([part], finding)));
}

function changes(parts: readonly RepairPart[], cell: Pick<Finding, 'table' | 'row' | 'column'>): boolean {
  return parts.some(({ options }) =>
    options.some((edits) => edits.some((e) => e.table === cell.table && e.row === cell.row && e.column === cell.column)),
  );
}

/** What is proved with the accepted cells changed as well is not proved without them. */
function withoutSafeFixes(finding: Finding): Finding {
  const fixes = finding.fixes.map((fix): Fix => (fix.kind === 'safe' ? { ...fix, kind: 'offered' } : fix));
  return { ...finding, fixes };
}

/** Whether a cell that is to blame breaks the sum that a finding reports. */
function breaks(cause: Finding, { rule, table, row, column }: Finding): boolean {
  if (!relationRules.has(rule) || cause.table !== table) return false;
  return cause.related.some((related) => related.row === row && related.column === column);
}

/** A repair without some of its parts; null when there are no others. */
function repairWithout(repair: Repair, dropped: readonly RepairPart[]): Repair | null {
  const edits = repair.edits.filter((edit) => !changes(dropped, edit));
  if (edits.length === 0) return null;
  return {
    ...repair,
    cost: edits.filter((edit) => edit.actual !== null).length,
    edits,
    alternatives: repair.alternatives.map((others) => others.filter((edit) => !changes(dropped, edit))),
    parts: (repair.parts ?? []).filter((part) => !dropped.includes(part)),
  };
}
