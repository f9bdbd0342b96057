import type { InspectedReport } from './reporter';

/** What both commands print about a report first; the names are a contract that other programs rely on. */
export function reportJson({ path, encoding, part, report }: InspectedReport) {
  return { path, encoding, form: report.form, year: report.year, organ: report.organ, part };
}
