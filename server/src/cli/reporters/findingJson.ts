import type { RepairEdit } from '../../repair/repair';
import { cellOf, type Report } from '../../report/report';
import type { Finding, Related } from '../../rules/rule';
import { inLocale, type Locale } from '../../text/localized';
import type { Range, RangeOf } from '../ranges';
import { reportJson } from './reportJson';
import type { CheckedReport } from './reporter';

/** One report with its findings as `check` prints it in JSON; the names are a contract that other programs rely on. */
export function checkedJson(checked: CheckedReport, locale: Locale) {
  const { report, diagnosis, rangeOf } = checked;
  const { repair } = diagnosis;
  return {
    ...reportJson(checked),
    findings: diagnosis.findings.map((finding) => findingJson(finding, checked, locale)),
    repair: repair && {
      status: repair.status,
      cost: repair.cost,
      unique: repair.unique,
      edits: repair.edits.map((edit) => repairEditJson(edit, report, rangeOf)),
      alternatives: repair.alternatives.map((edits) => edits.map((edit) => repairEditJson(edit, report, rangeOf))),
    },
  };
}

function findingJson(finding: Finding, checked: CheckedReport, locale: Locale) {
  const { rangeOf } = checked;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: inLocale(finding.message, locale),
    range: rangeOf(finding.span),
    table: finding.table,
    row: finding.row,
    column: finding.column,
    actual: finding.actual,
    expected: finding.expected,
    related: finding.related.map((related) => ({
      path: related.other?.file,
      range: relatedRange(related, checked),
      row: related.row,
      column: related.column,
      value: related.value,
      message: inLocale(related.message, locale),
    })),
    fixes: finding.fixes.map((fix) => ({
      title: inLocale(fix.title, locale),
      safe: fix.kind === 'safe',
      edits: fix.edits.map((edit) => ({ range: rangeOf(edit.span), newText: edit.newText })),
    })),
  };
}

/** Where a related place stands: in the report's own file or in that of the other report. */
export function relatedRange({ other, span }: Related, { rangeOf, rangeOfOther }: CheckedReport): Range {
  return (other ? rangeOfOther(other) : rangeOf)(span);
}

function repairEditJson(edit: RepairEdit, report: Report, rangeOf: RangeOf) {
  const { table, row, column, actual, value } = edit;
  const cell = cellOf(report, table, row, column);
  return { table, row, column, range: cell && rangeOf(cell.span), actual, value };
}
