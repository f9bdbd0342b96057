import { amountScale } from './amount-scale';
import { balance } from './balance';
import { carryOver } from './carry-over';
import { caseTotal } from './case-total';
import { citation } from './citation';
import { copiedText } from './copied-text';
import { deadline } from './deadline';
import { doubleCounting } from './double-counting';
import { duplicateRow } from './duplicate-row';
import { extraRow } from './extra-row';
import { extractionResidue } from './extraction-residue';
import { feeStatement } from './fee-statement';
import { feeSum } from './fee-sum';
import { fiveAspects } from './five-aspects';
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
import { reportingPeriod } from './reporting-period';
import { rowTotal } from './row-total';
import { ruleMakingPower } from './rule-making-power';
import { sectionEmpty } from './section-empty';
import { sectionLength } from './section-length';
import { sectionNumber } from './section-number';
import { sectionOrder } from './section-order';
import { sectionTitle } from './section-title';
import { signatureDate } from './signature-date';
import { splitNumber } from './split-number';
import { staleYear } from './stale-year';
import { stockContinuity } from './stock-continuity';
import { subtotal } from './subtotal';
import { supersededForm } from './superseded-form';
import { textAccepted } from './text-accepted';
import { textAllUpheld } from './text-all-upheld';
import { textApplicants } from './text-applicants';
import { textCarried } from './text-carried';
import { textClosed } from './text-closed';
import { textDocuments } from './text-documents';
import { textEnumeration } from './text-enumeration';
import { textLitigation } from './text-litigation';
import { textOutcomes } from './text-outcomes';
import { textPercentage } from './text-percentage';
import { textReceived } from './text-received';
import { textReview } from './text-review';
import { wholeNotSum } from './whole-not-sum';
import { wrongCell } from './wrong-cell';
import { yearMismatch } from './year-mismatch';
import type { Rule } from './rule';

/** Every rule, in the order of the documentation: one line each, under its group. */
export const rules: readonly Rule[] = [
  // The cause of broken relations.
  wrongCell,
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
  fiveAspects,
  sectionLength,
  supersededForm,
  labelWording,
  missingNote,
  missingTitle,
  citation,
  extractionResidue,
  // Dates.
  reportingPeriod,
  yearMismatch,
  signatureDate,
  deadline,
  staleYear,
  // Text against tables.
  textReceived,
  textAccepted,
  textClosed,
  textCarried,
  textApplicants,
  textOutcomes,
  textReview,
  textLitigation,
  textDocuments,
  textPercentage,
  textAllUpheld,
  textEnumeration,
  feeStatement,
  feeSum,
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
