import type { Random } from '../random';
import type { Line, Piece } from '../renderedText';
import { hasBlankValue, type GridCell, type GridRow, type TableGrid } from '../reportGrid';
import { border, cellPiece, tableLine, type LayoutOptions, type TableLayout } from './renderLayout';
import { chunks } from './pdfText';

/** What PDF-to-Markdown converters write: many small tables, some rows detached from their labels, invented headers. */
export const markdownTables: TableLayout = {
  name: 'markdownTables',
  read: ['pipeRows', 'pdfText'],
  choose: (random) => ({
    style: random.pick(['smallTables', 'smallTables', 'headingPerRow']),
    detached: random.pick(['none', 'some']),
    title: random.pick(['yes', 'no']),
  }),
  render(grid, options, random) {
    if (grid.table === 'proactive') return proactiveLines(grid, random);
    const lines: Line[] = headerText(grid, options);
    let inTable = false;
    for (const row of grid.rows.filter((r) => r.id !== 'header')) {
      const label = row.cells.find((cell) => cell.role === 'label');
      const values = row.cells.filter((cell) => cell.role === 'value');
      const group = row.cells.filter((cell) => cell.role === 'group').map((cell) => textLine(grid, row, [cell.text]));
      if (options.style === 'headingPerRow' && label) {
        lines.push(...group, blank(grid), textLine(grid, row, [`### ${label.text}`]), ...invented(grid, row, values.length));
        lines.push(barLine(grid, row, values, hasBlankValue(row)));
        inTable = false;
      } else if (label && options.detached === 'some' && label.text.length > 10 && random.chance(0.5)) {
        // A value row by itself may be anyone's: leaving it unread is right.
        const values7 = barLine(grid, row, values, true);
        const texts = chunks(label.text, 11).map((text) => textLine(grid, row, [text]));
        lines.push(
          blank(grid),
          ...(random.chance(0.7)
            ? [...texts, values7, rule(grid, row, values.length)]
            : [values7, rule(grid, row, values.length), blank(grid), ...texts]),
        );
        inTable = false;
      } else {
        const cells = row.cells.filter((cell) => cell.role !== 'group');
        const lead = group.length > 0 && random.chance(0.5) ? row.cells.filter((cell) => cell.role === 'group') : [];
        if (lead.length === 0 && group.length > 0) {
          lines.push(blank(grid), ...group);
          inTable = false;
        }
        if (!inTable) lines.push(blank(grid));
        lines.push(barLine(grid, row, [...lead, ...cells], hasBlankValue(row) && !label));
        if (!inTable) lines.push(rule(grid, row, lead.length + cells.length));
        inTable = true;
        if (random.chance(0.3)) inTable = false;
      }
    }
    return [...lines, blank(grid)];
  },
};

/** The first block as a table; the single-number rows as plain text, as converters leave them. */
function proactiveLines(grid: TableGrid, random: Random): Line[] {
  const asTable = random.chance(0.5);
  return grid.rows.flatMap((row): Line[] => {
    const values = row.cells.filter((cell) => cell.role === 'value');
    if (values.length > 1 || (asTable && values.length === 1)) {
      return [barLine(grid, row, row.cells, false)];
    }
    if (row.cells.length === 1) return [blank(grid), textLine(grid, row, [`### ${row.cells[0]!.text}`])];
    if (row.cells.length === 4 || asTable) return [barLine(grid, row, row.cells, false), rule(grid, row, row.cells.length)];
    const pieces = row.cells.flatMap((cell): Piece[] => [cellPiece(cell, hasBlankValue(row)), { text: ' ', role: 'padding' }]);
    return [tableLine(grid, row, pieces)];
  });
}

function headerText(grid: TableGrid, options: LayoutOptions): Line[] {
  const rows = grid.rows.filter((r) => r.id === 'header');
  const lines = options.title === 'yes' && rows.length > 0 ? [textLine(grid, rows[0]!, ['## 表格'])] : [];
  for (const row of rows)
    lines.push(
      textLine(
        grid,
        row,
        row.cells.map((cell) => cell.text),
      ),
    );
  return lines;
}

function invented(grid: TableGrid, row: GridRow, count: number): Line[] {
  const names = Array.from({ length: count }, (_, n) => ` 数据${n + 1} |`).join('');
  return [blank(grid), tableLine(grid, row, [border('|'), { text: names, role: 'debris' }]), rule(grid, row, count)];
}

function barLine(grid: TableGrid, row: GridRow, cells: readonly GridCell[], optional: boolean): Line {
  const fields = cells.flatMap((cell) => [
    border('|'),
    { text: ' ', role: 'padding' as const },
    cellPiece(cell, optional),
    { text: ' ', role: 'padding' as const },
  ]);
  return tableLine(grid, row, [...fields, border('|')]);
}

function rule(grid: TableGrid, row: GridRow, count: number): Line {
  return tableLine(grid, row, [border('|' + '---|'.repeat(count))]);
}

function textLine(grid: TableGrid, row: GridRow, texts: readonly string[]): Line {
  return tableLine(grid, row, [{ text: texts.join(''), role: 'header' }]);
}

function blank(grid: TableGrid): Line {
  return { pieces: [], table: grid.table };
}
