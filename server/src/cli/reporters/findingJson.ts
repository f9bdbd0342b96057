import type { RepairEdit } from '../../repair/repair';
import { cellOf, type Report } from '../../report/report';
import type { Finding, Related } from '../../rules/rule';
import { inLocale, type Locale } from '../../text/localized';
import { rangesIn, type Range, type RangeOf } from '../ranges';
import type { CheckedReport } from './reporter';

/** One report with its findings as `check` prints it in JSON; the names are a contract that other programs rely on. */
export function checkedJson(checked: CheckedReport, locale: Locale) {
  const { path, encoding, part, report, diagnosis, rangeOf } = checked;
  const { repair } = diagnosis;
  return {
    path,
    encoding,
    form: report.form,
    year: report.year,
    organ: report.organ,
    part,
    findings: diagnosis.findings.map((finding) => findingJson(finding, rangeOf, locale)),
    repair: repair && {
      status: repair.status,
      cost: repair.cost,
      unique: repair.unique,
      edits: repair.edits.map((edit) => repairEditJson(edit, report, rangeOf)),
      alternatives: repair.alternatives.map((edits) => edits.map((edit) => repairEditJson(edit, report, rangeOf))),
    },
  };
}

function findingJson(finding: Finding, rangeOf: RangeOf, locale: Locale) {
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
      range: relatedRange(related, rangeOf),
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

/** A place in another file is counted from the start of its report: only its text is at hand, not the whole file. */
export function relatedRange(related: Related, rangeOf: RangeOf): Range {
  return related.other ? rangesIn(related.other.report.text)(0)(related.span) : rangeOf(related.span);
}

function repairEditJson(edit: RepairEdit, report: Report, rangeOf: RangeOf) {
  const { table, row, column, actual, value } = edit;
  const cell = cellOf(report, table, row, column);
  return { table, row, column, range: cell && rangeOf(cell.span), actual, value };
}
