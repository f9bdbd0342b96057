import { forms, tableIds, type FormId, type SectionId, type TableId } from '../form/form';
import { readGrid } from '../layouts';
import { readingLines, type Line } from '../text/lines';
import type { Span } from '../text/span';
import { bindApplications } from './binding/bindApplications';
import { bindDisputes } from './binding/bindDisputes';
import { bindProactive } from './binding/bindProactive';
import { readIdentity } from './identity/identity';
import { keptTable } from './keptTable';
import { areLinesDisordered, isDisordered, onlyWholeLines, rememberDisorder } from './lineOrder';
import { headingOfLine, headingsInside, type FoundHeading } from './outline/headings';
import { regionsOf, type Region } from './outline/regions';
import { withoutSubHeadings } from './outline/subHeadings';
import type { Report, Section, Table } from './report';
import { residueOf } from './residue';

const sectionOrder: readonly SectionId[] = forms['2021'].sections.map((s) => s.id);

/**
 * Reads one report. Never throws: what cannot be read is missing from the result, or said in it. `before` is a reading of nearly
 * the same text: tables whose text did not change are taken from it.
 */
export function readReport(text: string, before?: Report): Report {
  const lines = readingLines(text);
  const candidates = findHeadings(text, lines);
  const regions = regionsOf(text, lines, candidates);
  const headings = chooseHeadings(candidates, regions, lines);
  const firstHeading = Math.min(
    text.length,
    ...headings.map((h) => h.heading.span.start),
    ...regions.map((r) => lines[r.firstLine]!.start),
  );
  const lastHeading = Math.max(0, ...headings.map((h) => h.heading.span.start), ...regions.map((r) => lines[r.endLine - 1]!.end));
  const identity = readIdentity(text, lines, firstHeading, lastHeading);
  const year = identity.title?.year ?? identity.named.year ?? identity.period?.from?.year ?? null;
  const tables: { [T in TableId]?: Table } = {};
  const headed = headings.map((h) => h.section);
  const disordered = regions.length > 0 && areLinesDisordered(text, headed);
  const known = disordered || (before && isDisordered(before)) ? undefined : before;
  for (const region of regions) {
    const table = readTable(text, lines, region, year, known);
    if (table) tables[region.table] = disordered ? onlyWholeLines(text, table) : table;
  }
  const all = tableIds.flatMap((id) => tables[id] ?? []);
  const sections = sectionsOf(text, headings, all);
  const title = identity.title;
  const start = title ? title.span.end : 0;
  const organ =
    identity.titleOrgan ??
    (identity.signature?.organ ? { name: identity.signature.organ, span: identity.signature.organSpan! } : null) ??
    identity.named.organ;
  const report: Report = {
    text,
    form: formOf(all),
    year,
    yearSpan: title?.year ? title.span : (identity.named.span ?? identity.period?.span ?? null),
    organ: organ?.name ?? null,
    organSpan: organ?.span ?? null,
    title,
    period: identity.period,
    signature: identity.signature,
    preamble: firstHeading > start && text.slice(start, firstHeading).trim() !== '' ? { start, end: firstHeading } : null,
    sections,
    tables,
    residue: residueOf(text, lines, all),
  };
  if (regions.length > 0) rememberDisorder(report, disordered);
  return report;
}

function readTable(
  text: string,
  lines: readonly Line[],
  region: Region,
  year: number | null,
  before: Report | undefined,
): Table | undefined {
  const own = lines.slice(region.firstLine, region.endLine);
  const from = own[0]!.start;
  const to = own.at(-1)!.end;
  const kept = before && keptTable(before, region.table, text, from, to, year);
  if (kept) return kept;
  const grid = readGrid(text, own);
  if (region.table === 'applications') return bindApplications(text, grid, from, to);
  if (region.table === 'proactive') return bindProactive(text, grid, from, to, year);
  return bindDisputes(text, grid, from, to);
}

function findHeadings(text: string, lines: readonly Line[]): FoundHeading[] {
  const found: FoundHeading[] = [];
  for (const line of lines) {
    const heading = headingOfLine(text, line);
    if (heading) found.push(heading);
  }
  const own = withoutSubHeadings(text, lines, found);
  const missing = sectionOrder.filter((id) => !own.some((h) => h.section === id));
  if (missing.length === 0) return own;
  const inside = headingsInside(text, 0, text.length).filter((h) => missing.includes(h.section));
  return [...own, ...inside].sort((a, b) => a.heading.span.start - b.heading.span.start);
}

/**
 * One heading for each section: of several, the first for 一, the one right above its table for 二 to 四, the last for 五 and 六.
 */
function chooseHeadings(found: readonly FoundHeading[], regions: readonly Region[], lines: readonly Line[]): FoundHeading[] {
  const chosen: FoundHeading[] = [];
  for (const id of sectionOrder) {
    const own = found.filter((h) => h.section === id);
    if (own.length === 0) continue;
    const region = regions.find((r) => r.table === id);
    const above = region && own.filter((h) => h.heading.span.start <= lines[region.firstLine]!.end).at(-1);
    const pick = above ?? (id === 'problems' || id === 'otherMatters' ? own.at(-1)! : own[0]!);
    chosen.push(pick);
  }
  return chosen.sort((a, b) => a.heading.span.start - b.heading.span.start);
}

function sectionsOf(text: string, headings: readonly FoundHeading[], tables: readonly Table[]): Section[] {
  const starts: { id: SectionId; heading: FoundHeading['heading'] | null; start: number }[] = headings.map((h) => ({
    id: h.section,
    heading: h.heading,
    start: h.heading.span.start,
  }));
  for (const table of tables) {
    if (!starts.some((s) => s.id === table.id)) starts.push({ id: table.id, heading: null, start: table.span.start });
  }
  starts.sort((a, b) => a.start - b.start);
  return starts.map((s, i) => {
    const end = starts[i + 1]?.start ?? text.length;
    const body: Span = { start: s.heading ? s.heading.span.end : s.start, end };
    return { id: s.id, heading: s.heading, span: { start: s.start, end }, body, prose: withoutTables(body, tables) };
  });
}

function withoutTables(body: Span, tables: readonly Table[]): Span[] {
  const prose: Span[] = [];
  let at = body.start;
  for (const t of [...tables].sort((a, b) => a.span.start - b.span.start)) {
    if (t.span.end <= at || t.span.start >= body.end) continue;
    if (t.span.start > at) prose.push({ start: at, end: t.span.start });
    at = Math.max(at, t.span.end);
  }
  if (at < body.end) prose.push({ start: at, end: body.end });
  return prose;
}

function formOf(tables: readonly Table[]): Report['form'] {
  const shown = new Set<FormId | 'mixed'>(tables.filter((t) => t.id !== 'disputes' && t.rows.length > 0).map((t) => t.form));
  if (shown.size === 0) return tables.length > 0 ? '2021' : null;
  return shown.size === 1 ? [...shown][0]! : 'mixed';
}
