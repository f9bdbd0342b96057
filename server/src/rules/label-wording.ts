import { labelFix } from '../fixes/labelFixes';
import { forms } from '../form/form';
import { formInForce } from '../report/formInForce';
import type { LabelText, Report, Table } from '../report/report';
import { foldBare } from '../text/fold';
import { localized } from '../text/localized';
import { readTables } from './parts/cellFindings';
import { isSupersededLabel, officialLabel, type LabelPlace } from './parts/formWordings';
import type { FindingDraft, Rule } from './rule';

export const labelWording: Rule = {
  id: 'label-wording',
  group: 'form',
  severity: 'hint',
  reads: ['prose'],
  summary: localized('行名、列名与表式一致', "Row and column labels have the form's wording"),
  *check(report) {
    for (const table of readTables(report)) {
      for (const header of table.header) {
        const draft = draftOf(report, table, 'columns', header);
        if (draft) yield { ...draft, column: header.column };
      }
      for (const group of table.groups) {
        const draft = draftOf(report, table, 'groups', group);
        if (draft) yield draft;
      }
      for (const row of table.rows) {
        const draft = draftOf(report, table, 'rows', row.label);
        if (draft) yield { ...draft, row: row.id };
      }
    }
  },
};

function draftOf(report: Report, table: Table, place: LabelPlace, label: LabelText): FindingDraft | undefined {
  if (label.match !== 'alias' && label.match !== 'near') return undefined;
  const form = formInForce(report);
  const official = officialLabel(form, table.id, place, label.id);
  // What belongs to the other form is a matter of superseded-form.
  if (!official || !label.forms.includes(form) || isSupersededLabel(form, table.id, place, label)) return undefined;
  // A label over several lines has other cells between its pieces.
  if (table.layout === 'ruledRows' && foldBare(report.text.slice(label.span.start, label.span.end)) !== foldBare(label.text))
    return undefined;
  if (isCutOff(table, label, official.label) || isBrokenOverLines(report.text, label, official.label)) return undefined;
  const fix = labelFix(report.text, label, official);
  if (!fix) return undefined;
  return {
    span: label.span,
    table: table.id,
    message: localized(
      `“${label.text.replace(/\s+/gu, '')}”与表式的写法“${official.label}”不同。请使用表式规定的名称。`,
      `“${label.text.replace(/\s+/gu, '')}” differs from the form's wording “${official.label}”. Use the form's label.`,
    ),
    fixes: [fix],
  };
}

/**
 * Layouts that break or cut cells lose the beginning or the end of a label, and converters put marks before it; only a grid of
 * whole cells shows the author's wording.
 */
function isCutOff(table: Table, label: LabelText, official: string): boolean {
  if (table.layout === 'tabRows') return false;
  if (table.layout === 'pdfText' && label.match === 'near') return true;
  const [written, whole] = [foldBare(label.text), foldBare(official)];
  if (written === whole) return /^[#>*•|-]/u.test(label.text);
  const headings = forms['2021'].tables[table.id].headings.map(foldBare);
  return [whole, ...headings].some((wording) => wording.startsWith(written) || wording.endsWith(written));
}

/** A cell of two lines leaves the beginning of its wording just before the label read, or the rest of it just after. */
function isBrokenOverLines(text: string, label: LabelText, official: string): boolean {
  const [written, whole] = [foldBare(label.text), foldBare(official)];
  if (!written || written === whole) return false;
  const reach = 4 * whole.length;
  const before = foldBare(text.slice(Math.max(0, label.span.start - reach), label.span.start));
  const after = foldBare(text.slice(label.span.end, label.span.end + reach));
  return (
    (whole.endsWith(written) && before.endsWith(whole.slice(0, -written.length))) ||
    (whole.startsWith(written) && after.startsWith(whole.slice(written.length)))
  );
}
