import type { RowId, TableId } from '../../form/form';
import type { Report } from '../../report/report';
import { contains, overlaps } from '../../text/span';
import { cutOff, type CutOff } from '../parts/cutOff';
import { blockOf } from '../parts/formWordings';
import { isGarbled } from '../parts/garbledText';
import { isScrambled } from '../parts/scrambledText';
import type { Finding, Rule, RuleGroup } from '../rule';

/** The rules whose findings silence others. */
export const explainingRules: ReadonlySet<string> = new Set(['incomplete-table', 'split-number', 'superseded-form']);

/**
 * The visible step between rules and output. A finding that explains others silences them: a table that was cut has no
 * arithmetic, a number that the extraction split is not the author's mistake, and in a table that mixes the forms a block
 * of the other form lacks nothing. Nor does a section that the text breaks off in, one that holds garbled characters, or one whose lines stand in
 * no order.
 */
export function suppress(report: Report, findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const explanations = findings.filter((finding) => explainingRules.has(finding.rule));
  const cut = findings.length > 0 ? cutOff(report) : undefined;
  const groups = new Map(rules.map((rule) => [rule.id, rule.group]));
  // All of the text is looked at for it: not where nothing depends on it.
  const scrambled = findings.some((finding) => isOfOrder(finding, groups.get(finding.rule))) && isScrambled(report);
  return findings.filter(
    (finding) =>
      !(cut && isCutAway(cut, finding)) &&
      !isInGarbledSection(report, finding) &&
      !(scrambled && isOfOrder(finding, groups.get(finding.rule))) &&
      !explanations.some((by) => explains(report, by, finding, groups.get(finding.rule))),
  );
}

/** What stands in the part that was lost, or in the line that was not finished, is no mistake of the author. */
function isCutAway({ section, rest }: CutOff, { rule, span }: Finding): boolean {
  if (explainingRules.has(rule) || rule === 'missing-section') return false;
  return overlaps(span, rest) || (ofWholeSection.has(rule) && section !== undefined && contains(section.span, span.start));
}

/** What a section seems to lack may stand in it, in characters that cannot be read. */
function isInGarbledSection(report: Report, { rule, severity, span }: Finding): boolean {
  if (!ofWholeSection.has(rule) || severity === 'hint') return false;
  const section = report.sections.findLast((one) => contains(one.span, span.start));
  return section !== undefined && isGarbled(report, section.span);
}

/** Rules that look for something anywhere in a section. */
const ofWholeSection: ReadonlySet<string> = new Set([
  'five-aspects',
  'fee-statement',
  'missing-note',
  'missing-table',
  'section-empty',
]);

/** What a section or a table seems to lack; `missing-section` says itself that nothing can be told. */
function isOfOrder({ rule }: Finding, group: RuleGroup | undefined): boolean {
  return rule === 'section-order' || ofWholeSection.has(rule) || (group === 'completeness' && !explainingRules.has(rule));
}

function explains(report: Report, by: Finding, finding: Finding, group: RuleGroup | undefined): boolean {
  if (by === finding || by.table === undefined || by.table !== finding.table) return false;
  switch (by.rule) {
    case 'incomplete-table':
      return group === 'arithmetic' || group === 'completeness' || finding.rule === 'missing-note';
    case 'split-number':
      return (group === 'arithmetic' || group === 'completeness') && by.row !== undefined && involves(finding, by.row);
    case 'superseded-form':
      return group === 'completeness' && report.tables[by.table]?.form === 'mixed' && sameBlock(by.table, by, finding);
    default:
      return false;
  }
}

function involves(finding: Finding, row: RowId): boolean {
  return finding.row === row || finding.related.some((related) => related.row === row);
}

/** A superseded header carries the rows of its block in its related information. */
function sameBlock(table: TableId, by: Finding, finding: Finding): boolean {
  if (finding.row === undefined) return false;
  const block = blockOf(table, finding.row);
  return [by, ...by.related].some((part) => part.row !== undefined && blockOf(table, part.row) === block);
}
