import { equalWordings, forms, type FormLabel, type FormTable, type TableId } from '../../form/form';
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
  const written = report.text.slice(section.body.start, section.body.end);
  if (isInNarrowCells(written)) return true;
  const body = foldBare(written);
  return Object.values(forms).some((form) => namesNearlyAll(body, form.tables[id]));
}

/** Whether most lines are of a few characters, as where each cell is so narrow that its words run down the page, and some are numbers. */
function isInNarrowCells(body: string): boolean {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const narrow = lines.filter((line) => line.replace(/[\s\d|]/g, '').length <= 4);
  return lines.length >= fewestNarrow && narrow.length > 0.8 * lines.length && /^[^\n\d]{0,8}\d[\d\s]*$/m.test(body);
}

const fewestNarrow = 20;

/** Prose about a table uses some of its words; only the table itself has all of them. */
function namesNearlyAll(body: string, table: FormTable): boolean {
  const labels = [...table.rows, ...table.columns];
  return labels.filter((label) => wordings(label).some((wording) => body.includes(wording))).length >= labels.length * 0.9;
}

function wordings(label: FormLabel): string[] {
  return [...equalWordings(label), ...(label.aliases ?? [])].map(foldBare);
}
