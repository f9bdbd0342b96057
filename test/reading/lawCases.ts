import { tableIds, type TableId } from '../../server/src/form/form';
import { checkReport, readDocument, type ReportDocument } from '../../server/src/service';
import { damage } from '../support/damages';
import type { Damage } from '../support/damages/damage';
import type { TableLayout } from '../support/layouts/renderLayout';
import { Random } from '../support/random';
import { lineText, type Line, type WrittenText } from '../support/renderedText';
import { describeRendering, randomRendering, renderReport, writeRendering, type Rendering } from '../support/renderReport';
import { randomModel, type ReportModel } from '../support/reportModel';
import { compareReading, type Comparison, type Difference } from './compareReading';

/** One rendering and how it was read. */
export interface LawCase {
  readonly seed: number;
  readonly layout: string;
  readonly struck: readonly string[];
  /** The tables whose text the damage changed; all of them where it struck around the tables. */
  readonly harmed: readonly TableId[];
  readonly description: string;
  readonly written: WrittenText;
  readonly models: readonly ReportModel[];
  readonly read: ReportDocument;
  readonly comparison: Comparison;
}

/** Renders a random model in a layout and reads it back: everything the text shows must be read, and at its place. */
export function undamagedCase(seed: number, layout: TableLayout): LawCase {
  const random = new Random(seed);
  const models = random.chance(0.1) ? [randomModel(random), randomModel(random)] : [randomModel(random)];
  const rendering = renderingFor(models, random, layout);
  const lines = models.flatMap((model, part) => renderReport(model, rendering, random, part));
  const written = writeRendering(lines, rendering);
  const read = readDocument(written.text);
  const comparison = compareReading(read, written);
  return {
    seed,
    layout: layout.name,
    struck: [],
    harmed: [],
    description: describeRendering(rendering),
    written,
    models,
    read,
    comparison,
  };
}

/** The same after damage: a cell may stay unread, but no number may be wrong or stand in for another. */
export function damagedCase(seed: number, layout: TableLayout, first: Damage): LawCase {
  const random = new Random(seed);
  const models = random.chance(0.05) ? [randomModel(random), randomModel(random)] : [randomModel(random)];
  const rendering = renderingFor(models, random, layout);
  const whole = models.flatMap((model, part) => renderReport(model, rendering, random, part));
  const { lines, struck } = damage(whole, first, random);
  const written = writeRendering(lines, rendering);
  const read = readDocument(written.text);
  const compared = compareReading(read, written, true);
  const comparison = { ...compared, differences: compared.differences.filter((d) => !isDoubted(d, read)) };
  return {
    seed,
    layout: layout.name,
    struck,
    harmed: harmedTables(whole, lines),
    description: describeRendering(rendering),
    written,
    models,
    read,
    comparison,
  };
}

/** Two whole reports never share one single line: where the second starts nobody could say. */
function renderingFor(models: readonly ReportModel[], random: Random, layout: TableLayout): Rendering {
  const rendering = randomRendering(random, layout);
  return models.length > 1 ? { ...rendering, options: { ...rendering.options, whole: 'no' } } : rendering;
}

/** A row whose numbers do not add up because one was split is no accusation when the finding says so. */
function isDoubted(difference: Difference, read: ReportDocument): boolean {
  const part = read.parts[difference.part];
  if (!part) return false;
  const findings = checkReport(part.report).findings;
  return findings.some((f) => f.rule === 'split-number' && f.table === difference.table && f.row === difference.row);
}

export type TableOutcome = 'complete' | 'incomplete' | 'refused';

/** How much of a model's table was read: every number it has, some of them, or none. */
function tableOutcome(law: LawCase, part: number, table: TableId): TableOutcome {
  const rows = law.read.parts[part]?.report.tables[table]?.rows ?? [];
  const read = rows.flatMap((row) => Object.values(row.cells)).filter((cell) => cell.value !== null).length;
  const model = Object.values(law.models[part]!.tables[table]).flatMap((row) => Object.values(row));
  const numbers = model.filter((cell) => cell.value !== null).length;
  return read >= numbers ? 'complete' : read > 0 ? 'incomplete' : 'refused';
}

/** The outcomes of the harmed tables of a file with one report. */
export function outcomes(law: LawCase): TableOutcome[] {
  return law.models.length > 1 ? [] : law.harmed.map((table) => tableOutcome(law, 0, table));
}

function harmedTables(before: readonly Line[], after: readonly Line[]): TableId[] {
  const textOf = (lines: readonly Line[], table: TableId) =>
    lines
      .filter((line) => line.table === table)
      .map(lineText)
      .join('\n');
  const changed = tableIds.filter((table) => textOf(before, table) !== textOf(after, table));
  return changed.length > 0 ? changed : [...tableIds];
}

/** The first differences of a failing case, for a person: what was read and what the text says. */
export function describeCase(law: LawCase): string {
  const lines = law.comparison.differences.slice(0, 4).map((d) => {
    const at = d.expected ?? d.read!;
    const context = JSON.stringify(law.written.text.slice(Math.max(0, at.start - 60), at.end + 30));
    const name = `${d.table}/${d.row}/${d.column} (report ${d.part + 1})`;
    return `  ${d.kind} ${name}: expected ${JSON.stringify(d.expected?.text)} = ${d.expected?.value}, read ${JSON.stringify(d.read?.text)} = ${d.read?.value} near ${context}`;
  });
  const more = law.comparison.differences.length - lines.length;
  const struck = law.struck.length > 0 ? ` damaged by ${law.struck.join(', ')}` : '';
  return [`seed ${law.seed}: ${law.description}${struck}`, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
}
