import { expect } from 'vitest';
import type { Report } from '../../server/src/report/report';
import { readDocument } from '../../server/src/service';

/** Every row of the tables and how it was read, with its cells. */
export function rowsOf({ tables }: Report) {
  return Object.values(tables).map(({ id, rows }) => [
    id,
    rows.map((row) => [row.id, row.reading, ...Object.values(row.cells).map((cell) => [cell.column, cell.text, cell.value])]),
  ]);
}

/** Each cell stands in the text where the report has it. */
export function expectCellsInPlace({ tables }: Report, text: string): void {
  for (const { rows } of Object.values(tables)) {
    for (const cell of rows.flatMap((row) => Object.values(row.cells))) {
      expect(text.slice(cell.span.start, cell.span.end)).toBe(cell.text);
    }
  }
}

/** What is typed at several places of a text, one after the other, is read as if each text were read afresh. */
export function expectTypedReadAsAfresh(text: string, typed: readonly string[], shares = [0.31, 0.42, 0.55, 0.68, 0.83]): void {
  let document = readDocument(text);
  for (const at of shares.map((share) => Math.floor(text.length * share))) {
    for (const one of typed) {
      const edited = text.slice(0, at) + one + text.slice(at);
      document = readDocument(edited, document);
      expect(document.parts).toEqual(readDocument(edited).parts);
    }
  }
}
