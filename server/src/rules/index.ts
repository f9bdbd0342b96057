import { carryOver } from './carry-over';
import { copiedText } from './copied-text';
import { growthRate } from './growth-rate';
import { partExceedsWhole } from './part-exceeds-whole';
import { previousItems } from './previous-items';
import { stockContinuity } from './stock-continuity';
import { wholeNotSum } from './whole-not-sum';
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
  carryOver,
  stockContinuity,
  previousItems,
  growthRate,
  copiedText,
  partExceedsWhole,
  wholeNotSum,
];

const positions = new Map(rules.map((rule, index) => [rule.id, index]));

export function ruleById(id: string): Rule | undefined {
  return rules[positions.get(id) ?? -1];
}

/** The place of a rule in the list, which orders findings that stand on the same text. */
export function rulePosition(id: string): number {
  return positions.get(id) ?? rules.length;
}
