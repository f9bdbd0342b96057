import { forms, tableIds, type FormSection, type TableId } from '../../server/src/form/form';
import { tableLayouts } from './layouts';
import type { LayoutOptions, TableLayout } from './layouts/renderLayout';
import { chunks } from './layouts/pdfText';
import type { Random } from './random';
import { lineText, piece, proseLine, writeLines, type Line, type WrittenText } from './renderedText';
import { tableGrid } from './reportGrid';
import type { ReportModel } from './reportModel';
import {
  otherMattersText,
  overviewText,
  pageBottom,
  pageTop,
  preambleText,
  problemsText,
  signatureText,
  tableLeads,
} from './reportProse';
import { randomWording, write, type Wording } from './wording';

/** Everything that decides how a report looks, so that a failure can be told in one line. */
export interface Rendering {
  readonly layout: TableLayout;
  readonly options: LayoutOptions;
  readonly wording: Wording;
  readonly headings: 'chinese' | 'arabic' | 'mixed' | 'markdown' | 'indented' | 'doubled' | 'glued' | 'someLost' | 'numbersLost';
  readonly around: 'plain' | 'blankLines' | 'furniture';
  readonly secondNumbering: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

export function randomRendering(random: Random, layout = random.pick(tableLayouts)): Rendering {
  return {
    layout,
    options: layout.choose(random),
    wording: randomWording(random),
    headings: random.pick([
      'chinese',
      'chinese',
      'arabic',
      'mixed',
      'markdown',
      'indented',
      'doubled',
      'glued',
      'someLost',
      'numbersLost',
    ] as const),
    around: random.pick(['plain', 'blankLines', 'furniture'] as const),
    secondNumbering: random.chance(0.1),
    lineEnd: random.chance(0.1) ? '\r\n' : '\n',
  };
}

/** Writes a model as a whole report. `part` is the report's place in its file. */
export function renderReport(model: ReportModel, rendering: Rendering, random: Random, part = 0): Line[] {
  const narrow = rendering.layout.name === 'pdfText' || rendering.layout.name === 'markdownTables';
  const prose = (texts: readonly string[]) =>
    texts.flatMap((text) => (narrow ? chunks(text, 28) : [text])).map((text) => proseLine(worded(text, rendering)));
  const lines = [...(rendering.around === 'furniture' ? pageTop.map((text) => proseLine(text, 'debris')) : [])];
  lines.push(...prose(preambleText(model)));
  const sections = forms[model.forms.applications].sections;
  const tableSections = sections.filter((s) => s.kind === 'table');
  for (const section of sections) {
    const body = sectionBody(section.id, model, rendering, random, part, prose);
    const numbered =
      rendering.secondNumbering && section.kind === 'table' ? ordinals[tableSections.indexOf(section)]! : section.number;
    appendSection(lines, headingLines(section, numbered, rendering, random), body, rendering);
  }
  lines.push(...prose(signatureText(model)));
  if (rendering.around === 'furniture') lines.push(...pageBottom.map((text) => proseLine(text, 'debris')));
  return lines;
}

/** The last step of a rendering, after any damage: some pages come as one line as a whole. */
export function writeRendering(lines: readonly Line[], rendering: Rendering): WrittenText {
  return writeLines(rendering.options.whole === 'yes' ? [oneLine(lines)] : lines, rendering.lineEnd);
}

/** A page whose whole text stood in one table cell: everything in a single line. */
function oneLine(lines: readonly Line[]): Line {
  const shown = lines.filter((line) => line.pieces.length > 0);
  const pieces = shown.flatMap((line, n) => {
    const bar = line.table !== undefined || shown[n - 1]?.table !== undefined;
    return n === 0 ? line.pieces : [piece(bar ? ' | ' : ' ', 'border'), ...line.pieces];
  });
  return { pieces };
}

/** Renders one file with a report for each model. */
export function writeReports(models: readonly ReportModel[], rendering: Rendering, random: Random): WrittenText {
  const lines = models.flatMap((model, part) => renderReport(model, rendering, random, part));
  return writeRendering(lines, rendering);
}

export function describeRendering(rendering: Rendering): string {
  const { layout, options, wording, headings, around, secondNumbering, lineEnd } = rendering;
  const wordingText = Object.entries(wording).filter(([, value]) => value !== false);
  const end = lineEnd === '\n' ? '' : ' CRLF';
  return `${layout.name} ${JSON.stringify(options)} ${JSON.stringify(Object.fromEntries(wordingText))} headings=${headings} around=${around}${secondNumbering ? ' secondNumbering' : ''}${end}`;
}

const ordinals = ['一', '二', '三', '四', '五', '六'];

function sectionBody(
  id: FormSection['id'],
  model: ReportModel,
  rendering: Rendering,
  random: Random,
  part: number,
  prose: (texts: readonly string[]) => Line[],
): Line[] {
  if (id === 'overview') return prose(overviewText(model, random));
  if (id === 'problems') return prose(problemsText(random));
  if (id === 'otherMatters') return prose(otherMattersText(model, random));
  const table = tableIds.find((t): t is TableId => t === id)!;
  const grid = tableGrid(table, model, part, rendering.wording, random);
  const lead = random.chance(0.2) ? prose([random.pick(tableLeads(table, model))]) : [];
  const foot = table === 'disputes' && random.chance(0.05) ? prose(['注：行政复议、行政诉讼数量含上年度结转数量。']) : [];
  return [...lead, ...rendering.layout.render(grid, rendering.options, random), ...foot];
}

function headingLines(section: FormSection, number: string, rendering: Rendering, random: Random): Line[] {
  const title = write(section.title, rendering.wording, random);
  const arabic = `${ordinals.indexOf(section.number) + 1}、 `;
  const style = rendering.headings;
  const lost = style === 'someLost' && section.id !== 'disputes' && random.chance(0.4);
  if (lost) return [];
  const useArabic = style === 'arabic' || (style === 'mixed' && random.chance(0.5));
  const mark = style === 'numbersLost' ? '- ' : useArabic ? arabic : write(`${number}、`, rendering.wording, random);
  const before = style === 'markdown' ? '## ' : style === 'indented' ? random.pick(['    ', '　　']) : '';
  const line: Line = { pieces: [piece(before, 'padding'), piece(mark + title, 'heading')] };
  return style === 'doubled' && random.chance(0.5) ? [line, line] : [line];
}

function appendSection(lines: Line[], heading: readonly Line[], body: readonly Line[], rendering: Rendering): void {
  const last = lines[lines.length - 1];
  const glued = rendering.headings === 'glued' && heading.length > 0 && last && !last.table && body[0];
  if (glued) {
    const first = body[0]!;
    const isProse = !first.table;
    const joined = [...last.pieces, piece(' ', 'padding'), ...heading[0]!.pieces];
    lines[lines.length - 1] = { pieces: isProse ? [...joined, piece(' ', 'padding'), ...first.pieces] : joined };
    lines.push(...body.slice(isProse ? 1 : 0));
    return;
  }
  if (rendering.around === 'blankLines' && heading.length > 0)
    lines.push({ pieces: [] }, ...heading, { pieces: [] }, ...body, { pieces: [] });
  else lines.push(...heading, ...body);
}

function worded(text: string, rendering: Rendering): string {
  return rendering.wording.traditional
    ? lineText({ pieces: [piece(write(text, { ...rendering.wording, innerSpaces: false }, noRandom), 'prose')] })
    : text;
}

/** Prose is never broken by strewn spaces, so its wording needs no chance. */
const noRandom = { chance: () => false } as unknown as Random;
