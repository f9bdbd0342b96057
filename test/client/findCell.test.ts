import { describe, expect, it } from 'vitest';
import { findCell } from '../../client/src/preview/findCell';
import type { ReadDocument } from '../../server/src/features/goujiReport';

const shown = { report: 0, table: 'applications', name: 'received/total', text: '12' };

describe('a cell of the preview in a text that changed since', () => {
  it.each([
    ['is found where it stands now', [row('carriedIn', '3', 7), row('received', '12', 9)], [9, 4, 9, 6]],
    ['is not found once it is gone', [row('carriedIn', '12', 9)], undefined],
    ['is not found where it holds another number', [row('received', '13', 9)], undefined],
    ['is not found where there are two of it', [row('received', '12', 9), row('received', '12', 10)], undefined],
  ])('%s', (_, rows, expected) => {
    const read = { reports: [{ tables: [{ id: 'applications', rows }] }] } as unknown as ReadDocument;
    expect(findCell(read, shown)).toEqual(expected);
  });

  it('is not found in a text without a report', () => {
    expect(findCell({ reports: [] } as unknown as ReadDocument, shown)).toBeUndefined();
  });
});

function row(id: string, text: string, line: number) {
  const range = { start: { line, character: 4 }, end: { line, character: 4 + text.length } };
  return { id, cells: [{ column: 'total', text, range }] };
}
