import type { Rule } from './rule';

/** Every rule, in the order of the documentation: one line each, under its group. */
export const rules: readonly Rule[] = [
  // The cause of broken relations.
  // Arithmetic of one report.
  // Completeness of the tables.
  // Form and structure.
  // Dates.
  // Text against tables.
  // Several reports.
];

const positions = new Map(rules.map((rule, index) => [rule.id, index]));

export function ruleById(id: string): Rule | undefined {
  return rules[positions.get(id) ?? -1];
}

/** The place of a rule in the list, which orders findings that stand on the same text. */
export function rulePosition(id: string): number {
  return positions.get(id) ?? rules.length;
}
