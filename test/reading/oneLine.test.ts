import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Report } from '../../server/src/report/report';
import { readDocument } from '../../server/src/service';
import { expectCellsInPlace, expectTypedReadAsAfresh } from '../support/sameReading';

const lines = readFileSync('test/fixtures/layouts/plainCells.clean.txt', 'utf8').split(/\r?\n/);
const oneLine = lines
  .map((line) => line.trim())
  .filter((line) => line !== '')
  .join(' ');

const read = (text: string) => readDocument(text).parts[0]!.report;
const values = ({ tables }: Report) =>
  Object.values(tables).flatMap(({ id, rows }) =>
    rows.flatMap((row) => Object.values(row.cells).map((cell) => [id, row.id, cell.column, cell.value])),
  );

it('a report of which all lines were joined with blanks is read as it was', () => {
  const report = read(oneLine);
  expect(values(report)).toEqual(values(read(lines.join('\n'))));
  expect(values(report).length).toBeGreaterThan(180);
  expectCellsInPlace(report, oneLine);
});

it('what is typed into it is read as if it were read afresh', () => {
  expectTypedReadAsAfresh(oneLine, ['7', ' ', '。', '\n'], [0.1, 0.31, 0.42, 0.55, 0.68, 0.83]);
});

it('a line that lost a number, or the blanks between two, is not taken apart', () => {
  const long = [...oneLine.matchAll(/(?:\d+ ){14}\d+/g)][0]![0];
  for (const damaged of [long.replace(/^\d+ /, ''), long.replace(' ', '')]) {
    expect(values(read(oneLine.replace(long, damaged)))).toEqual([]);
  }
});

it('tabs that indent the source of a page are no empty cells', () => {
  const indented = (text: string) => text.replace(/^(?=.)/gm, '\t\t\t\t').replaceAll('\n', '\n\t\t\t\n\t\t\t\n');
  const page = lines.filter((line) => line !== '').join('\n');
  expect(values(read(indented(page)))).toEqual(values(read(page)));
  const own = page.split('\n');
  own[own.findIndex((line) => /^\d+$/.test(line.trim()))] = '\t';
  const right = values(read(page));
  for (const cell of values(read(indented(own.join('\n'))))) if (cell[3] !== null) expect(right).toContainEqual(cell);
});
