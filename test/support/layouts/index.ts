import { paragraphCells, plainCells } from './cellLines';
import { columnTables } from './columnTables';
import { gluedLine } from './gluedLine';
import { markdownTables } from './markdownTables';
import { pdfText } from './pdfText';
import { pipeCells } from './pipeCells';
import { pipeRows } from './pipeRows';
import type { TableLayout } from './renderLayout';
import { ruledRows } from './ruledRows';
import { tabCells } from './tabCells';
import { tabRows } from './tabRows';
import { wikiCells } from './wikiCells';

export const tableLayouts: readonly TableLayout[] = [
  tabRows,
  pipeRows,
  pipeCells,
  tabCells,
  plainCells,
  paragraphCells,
  pdfText,
  gluedLine,
  markdownTables,
  ruledRows,
  wikiCells,
  columnTables,
];
