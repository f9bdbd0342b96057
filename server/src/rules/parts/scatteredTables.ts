import { forms, type FormLabel, type FormTable, type TableId } from '../../form/form';
import { sectionOf, type Report } from '../../report/report';
import { foldBare } from '../../text/fold';

/**
 * Whether the section of a table that was not read still holds the table's wording: the table is there, but its rows and
 * columns were run together when it was copied.
 */
export function isScattered(report: Report, id: TableId): boolean {
  if (report.tables[id]) return false;
  const section = sectionOf(report, forms['2021'].tables[id].section);
  if (!section?.heading) return false;
  const body = foldBare(report.text.slice(section.body.start, section.body.end));
  return Object.values(forms).some((form) => namesNearlyAll(body, form.tables[id]));
}

/** Prose about a table uses some of its words; only the table itself has all of them. */
function namesNearlyAll(body: string, table: FormTable): boolean {
  const labels = [...table.rows, ...table.columns];
  return labels.filter((label) => wordings(label).some((wording) => body.includes(wording))).length >= labels.length * 0.9;
}

function wordings(label: FormLabel): string[] {
  return [label.label, ...(label.accepted ?? []), ...(label.aliases ?? [])].map(foldBare);
}
