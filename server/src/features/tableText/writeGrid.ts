import { withoutFillers } from '../../text/fillers';

/** The ways in which a table can be written so that a person can read it. */
export type WritableLayout = 'tabRows' | 'pipeRows' | 'markdown';

export const writableLayouts: readonly WritableLayout[] = ['tabRows', 'pipeRows', 'markdown'];

/** The lines of a grid in a layout. */
export function writeGrid(grid: readonly (readonly string[])[], layout: WritableLayout): string[] {
  if (layout === 'tabRows') return grid.map((row) => row.join('\t'));
  if (layout === 'pipeRows') return grid.map((row) => row.join(' | ').trimEnd());
  const lines = grid.map((row) => `| ${row.join(' | ')} |`);
  // Markdown knows one header row: the first one.
  return [lines[0]!, `|${grid[0]!.map(() => ' --- |').join('')}`, ...lines.slice(1)];
}

/** Text that fits into one cell: no bar, tab or line break of its own, and nothing that stands for marks. */
export function cellText(text: string): string {
  return withoutFillers(text)
    .replace(/[\t\r\n]+ */g, '')
    .replace(/\|/g, '／')
    .trim();
}
