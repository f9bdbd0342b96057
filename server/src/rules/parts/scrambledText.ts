import { forms } from '../../form/form';
import { isDisordered } from '../../report/lineOrder';
import type { Report } from '../../report/report';
import { KeptWith } from '../../text/remember';
import { isCutAtPageEdges } from './pageEdges';

/**
 * Whether a program that took the text out of a PDF gave its lines in another order than the page has them. Which section a line belongs
 * to, and which sections there are, can then not be told.
 */
export function isScrambled(report: Report): boolean {
  let known = ofReports.get(report);
  if (!known)
    ofReports.set(report, (known = { scrambled: isDisordered(report) || isTornApart(report) || isCutAtPageEdges(report) }));
  return known.scrambled;
}

const ofReports = new KeptWith<Report, { readonly scrambled: boolean }>();

/** Whether a table came apart, so that most of it could not be bound, and the headings do not stand in order either. */
function isTornApart({ tables, sections }: Report): boolean {
  if (!Object.values(tables).some(({ status }) => status === 'incomplete')) return false;
  const places = sections.map(({ id }) => forms['2021'].sections.findIndex((section) => section.id === id));
  return places.some((place, i) => i > 0 && place < places[i - 1]!);
}
