import { SymbolKind, type Location, type SymbolInformation } from 'vscode-languageserver';
import type { Report } from '../report/report';
import type { Span } from '../text/span';

/** A report of the workspace and how a span of it becomes a location. */
export interface KnownReport {
  readonly report: Report;
  locate(span: Span): Location;
}

/** Enough for a list to choose from; a longer query narrows it. */
const maximumSymbols = 500;

/** Organs with their years, and the sections, whose names contain what was typed. */
export function workspaceSymbols(reports: Iterable<KnownReport>, query: string): SymbolInformation[] {
  const found: SymbolInformation[] = [];
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (name: string) => wanted.every((word) => name.toLowerCase().includes(word));
  for (const { report, locate } of reports) {
    const name = reportName(report);
    const whole = report.title?.span ?? { start: 0, end: 0 };
    if (matches(name)) found.push({ name, kind: SymbolKind.Module, location: locate(whole) });
    for (const section of report.sections) {
      if (!section.heading || !matches(`${name} ${section.heading.text}`)) continue;
      const location = locate(section.heading.span);
      found.push({ name: section.heading.text, kind: SymbolKind.Namespace, location, containerName: name });
    }
    if (found.length >= maximumSymbols) break;
  }
  return found.slice(0, maximumSymbols);
}

function reportName(report: Report): string {
  return [report.organ, report.year === null ? null : `${report.year}年`].filter((word) => word !== null).join(' ') || '—';
}
