import type { WritableLayout } from '../../server/src/features/tableText/writeGrid';
import { cellText, writeGrid } from '../../server/src/features/tableText/writeGrid';

/** Where a table is pasted. */
export interface PastePlace {
  /** The layout around. */
  readonly layout: WritableLayout;
  /** Its rows go on in a table that begins above. */
  readonly isInTable: boolean;
  /** It stands at the beginning of a line that goes on with other text: that text then moves to a line of its own. */
  readonly isBeforeText: boolean;
}

/** The text that a table replaces, by lines and characters from 0. */
export interface PasteRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A table of the clipboard in a layout of reports; undefined where the clipboard holds no table. */
export function pastedTable(html: string | undefined, text: string | undefined, place: PastePlace): string | undefined {
  const grid = gridOfHtml(html ?? '') ?? gridOfTabs(text ?? '');
  if (!grid) return undefined;
  const width = Math.max(...grid.map((row) => row.length));
  const full = grid.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const lines = writeGrid(full, place.layout);
  // Rows of a Markdown table have no header of their own.
  if (place.layout === 'markdown' && place.isInTable) lines.splice(1, 1);
  return `${lines.join('\n')}${place.isBeforeText ? '\n' : ''}`;
}

/** What a table pasted at the beginning of a line, or in it, has to look like. */
export function pastePlace(lines: readonly string[], { start, end }: PasteRange): PastePlace {
  return {
    layout: layoutAround(lines, start.line),
    isInTable: /\t|\|/.test(lines[start.line - 1] ?? ''),
    isBeforeText: start.character === 0 && (lines[end.line]?.length ?? 0) > end.character,
  };
}

/** The layout that the text around a place is written in, by its nearest line with cells. */
function layoutAround(lines: readonly string[], line: number): WritableLayout {
  const near = (distance: number) => [lines[line - distance], lines[line + distance]].filter((text) => text !== undefined);
  for (let distance = 0; distance < lines.length; distance++) {
    const found = near(distance).find((text) => /\t|\|/.test(text));
    if (found === undefined) continue;
    if (found.includes('\t')) return 'tabRows';
    return /^\s*\|/.test(found) ? 'markdown' : 'pipeRows';
  }
  return 'tabRows';
}

function gridOfTabs(text: string): string[][] | undefined {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (!lines.some((line) => line.includes('\t'))) return undefined;
  return lines.map((line) => line.split('\t').map(cellText));
}

/** The first table of a page, its merged cells as one text followed by blanks, as a form's text has them. */
function gridOfHtml(html: string): string[][] | undefined {
  const table = /<table[\s\S]*?<\/table>/i.exec(html)?.[0];
  if (!table) return undefined;
  const grid: string[][] = [];
  const rows = [...table.matchAll(/<tr[\s>][\s\S]*?(?=<\/tr>|<tr[\s>]|<\/table>)/gi)];
  rows.forEach(([source], row) => {
    const line = (grid[row] ??= []);
    for (const [, attributes = '', content = ''] of source.matchAll(/<t[dh]([^>]*)>([\s\S]*?)(?=<\/t[dh]>|<t[dh][\s>]|$)/gi)) {
      const column = firstFree(line);
      for (let down = 0; down < spanOf(attributes, 'rowspan'); down++) {
        const target = (grid[row + down] ??= []);
        for (let right = 0; right < spanOf(attributes, 'colspan'); right++) target[column + right] = '';
      }
      line[column] = cellText(plainText(content));
    }
  });
  return grid.map((line) => Array.from(line, (cell) => cell ?? ''));
}

function firstFree(line: readonly (string | undefined)[]): number {
  const free = Array.from(line).findIndex((cell) => cell === undefined);
  return free < 0 ? line.length : free;
}

/** Spans beyond the largest form are no spans of a form. */
function spanOf(attributes: string, name: string): number {
  const found = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,2})`, 'i').exec(attributes);
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), 40);
}

function plainText(html: string): string {
  const named: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', ldquo: '“', rdquo: '”' };
  return html
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (whole, code: string) => characterOf(Number(code)) ?? whole)
    .replace(/&#x([0-9a-f]+);/gi, (whole, code: string) => characterOf(parseInt(code, 16)) ?? whole)
    .replace(/&(\w+);/g, (whole, name: string) => (Object.hasOwn(named, name) ? named[name]! : whole))
    .replace(/\s+/g, ' ');
}

/** The character with that number; undefined for a number beyond all characters, or of half of one. */
function characterOf(code: number): string | undefined {
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}
