/** One printed cell of a grid: its text and how many columns and rows it covers. */
export interface MergedCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Joins the cells that a form prints as one: in the grid, an empty text continues the cell above it or to its left.
 * Beside values only a cell of the leading columns goes on downwards, and a value (`isValue`) never does.
 */
export function mergeCells(grid: readonly (readonly string[])[], isValue: (text: string) => boolean): MergedCell[][] {
  const covered = grid.map(() => new Set<number>());
  return grid.map((line, row) => {
    const besideValues = line.some(isValue);
    const merged: MergedCell[] = [];
    for (let column = 0; column < line.length; column++) {
      const text = line[column]!;
      if (text === '' || covered[row]!.has(column)) continue;
      let end = column + 1;
      while (end < line.length && line[end] === '' && !covered[row]!.has(end)) end++;
      let below = row + 1;
      while (!isValue(text) && below < grid.length && isBlank(grid[below]!, besideValues ? 0 : column, end)) {
        for (let at = column; at < end; at++) covered[below]!.add(at);
        below++;
      }
      merged.push({ text, columns: end - column, rows: below - row });
    }
    return merged;
  });
}

function isBlank(line: readonly string[], start: number, end: number): boolean {
  return line.slice(start, end).every((text) => text === '');
}
