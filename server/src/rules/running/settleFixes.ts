import type { Repair } from '../../repair/repair';
import { relationRules } from '../parts/relationRules';
import type { Finding, Fix } from '../rule';

/** The rules whose fix sets one total of one broken sum; the sums that a report adds by itself are no relations of the form. */
const sumRules: ReadonlySet<string> = new Set([...relationRules, 'subtotal']);

/**
 * Setting a total is safe only where the least-change repair proves it: the same cell and value in its one explanation. A fix that
 * a single sum suggests and the repair does not confirm is only offered.
 */
export function settleFixes(findings: readonly Finding[], repair: Repair | null): readonly Finding[] {
  if (!repair) return findings;
  const certain = new Set(
    (repair.parts ?? [])
      .filter((part) => part.unique)
      .flatMap((part) => part.options[0]!.map((edit) => `${edit.table}/${edit.row}/${edit.column}=${edit.value}`)),
  );
  const isProved = (finding: Finding, fix: Fix) =>
    certain.has(`${finding.table}/${finding.row}/${finding.column}=${fix.edits[0]?.newText.trim()}`);
  return findings.map((finding) => {
    if (!sumRules.has(finding.rule) || !finding.fixes.some((fix) => fix.kind === 'safe')) return finding;
    const fixes = finding.fixes.map((fix) =>
      fix.kind === 'safe' && !isProved(finding, fix) ? { ...fix, kind: 'offered' as const } : fix,
    );
    return { ...finding, fixes };
  });
}
