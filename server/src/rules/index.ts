import { amountScale } from './amount-scale';
import { balance } from './balance';
import { carryOver } from './carry-over';
import { caseTotal } from './case-total';
import { copiedText } from './copied-text';
import { doubleCounting } from './double-counting';
import { duplicateRow } from './duplicate-row';
import { extraRow } from './extra-row';
import { extractionResidue } from './extraction-residue';
import { growthRate } from './growth-rate';
import { incompleteTable } from './incomplete-table';
import { labelWording } from './label-wording';
import { madeNotPublished } from './made-not-published';
import { missingColumn } from './missing-column';
import { missingNote } from './missing-note';
import { missingRow } from './missing-row';
import { missingSection } from './missing-section';
import { missingTable } from './missing-table';
import { missingTitle } from './missing-title';
import { missingValue } from './missing-value';
import { negativeStock } from './negative-stock';
import { notACount } from './not-a-count';
import { notAnAmount } from './not-an-amount';
import { outcomeTotal } from './outcome-total';
import { partExceedsWhole } from './part-exceeds-whole';
import { previousItems } from './previous-items';
import { procurementItems } from './procurement-items';
import { publishedTotal } from './published-total';
import { rowTotal } from './row-total';
import { ruleMakingPower } from './rule-making-power';
import { sectionEmpty } from './section-empty';
import { sectionNumber } from './section-number';
import { sectionOrder } from './section-order';
import { sectionTitle } from './section-title';
import { splitNumber } from './split-number';
import { stockContinuity } from './stock-continuity';
import { subtotal } from './subtotal';
import { supersededForm } from './superseded-form';
import { wholeNotSum } from './whole-not-sum';
import type { Rule } from './rule';

/** Every rule, in the order of the documentation: one line each, under its group. */
export const rules: readonly Rule[] = [
  // The cause of broken relations.
  // Arithmetic of one report.
  rowTotal,
  outcomeTotal,
  balance,
  caseTotal,
  subtotal,
  notACount,
  notAnAmount,
  negativeStock,
  publishedTotal,
  procurementItems,
  doubleCounting,
  madeNotPublished,
  ruleMakingPower,
  amountScale,
  splitNumber,
  // Completeness of the tables.
  missingTable,
  missingRow,
  missingColumn,
  missingValue,
  duplicateRow,
  extraRow,
  incompleteTable,
  // Form and structure.
  missingSection,
  sectionOrder,
  sectionTitle,
  sectionNumber,
  sectionEmpty,
  supersededForm,
  labelWording,
  missingNote,
  missingTitle,
  extractionResidue,
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
