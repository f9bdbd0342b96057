import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankSource, formGrid } from '../../server/src/features/tableText/formGrid';
import { tableIds, type FormId } from '../../server/src/form/form';
import { mergeCells } from '../../client/src/preview/mergeCells';

const isValue = (text: string) => text.startsWith('#');

describe('merged cells', () => {
  it('join headings as the form prints them', () => {
    const grid = [
      ['note', '', 'applicants', '', ''],
      ['', '', 'persons', 'bodies', ''],
      ['outer', 'first', '#1', '#2', '#3'],
      ['', 'second', '#4', '#5', '#6'],
      ['last', '', '#7', '#8', '#9'],
    ];
    expect(mergeCells(grid, isValue).map((line) => line.map(({ text, columns, rows }) => `${text} ${columns}x${rows}`))).toEqual([
      ['note 2x2', 'applicants 3x1'],
      ['persons 1x1', 'bodies 2x1'],
      ['outer 1x2', 'first 1x1', '#1 1x1', '#2 1x1', '#3 1x1'],
      ['second 1x1', '#4 1x1', '#5 1x1', '#6 1x1'],
      ['last 2x1', '#7 1x1', '#8 1x1', '#9 1x1'],
    ]);
  });

  it('cover every place of every form exactly once, whichever rows a report has', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<FormId>('2021', '2019'),
        fc.constantFrom(...tableIds),
        fc.infiniteStream(fc.boolean()),
        (form, table, coins) => {
          const chosen = new Map<string, boolean>();
          const has = (row: string) => {
            if (!chosen.has(row)) chosen.set(row, coins.next().value);
            return table === 'disputes' || chosen.get(row)!;
          };
          const grid = formGrid(form, table, { ...blankSource(form, table), has, value: (row, column) => `#${row}/${column}` });
          const covered = grid.map((line) => line.map(() => 0));
          mergeCells(grid, isValue).forEach((line, row) => {
            for (const cell of line) {
              const column = columnOf(covered, row);
              for (let y = row; y < row + cell.rows; y++) for (let x = column; x < column + cell.columns; x++) covered[y]![x]!++;
            }
          });
          expect(covered.flat().every((times) => times === 1)).toBe(true);
        },
      ),
    );
  });
});

/** Where a browser puts the next cell of a row. */
function columnOf(covered: readonly (readonly number[])[], row: number): number {
  return covered[row]!.indexOf(0);
}
