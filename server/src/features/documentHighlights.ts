import { DocumentHighlightKind, type DocumentHighlight, type DocumentHighlightParams } from 'vscode-languageserver';
import type { Cell } from '../report/report';
import { elementAtPosition } from './parts/elementAt';
import { partsOfTotal, termsAround } from './parts/relatedCells';
import { rangeIn, type Feature } from './view';

/** The terms of the relations of the cell at the cursor; on a label the numbers of its row, on a header those of its column. */
export const documentHighlights: Feature<DocumentHighlightParams, DocumentHighlight[] | null> = {
  method: 'textDocument/documentHighlight',
  capability: () => ({ documentHighlightProvider: true }),
  handle(view, params) {
    const place = elementAtPosition(view, params.position);
    if (!place) return null;
    const { part, element } = place;
    const mark = (cell: Cell, kind: DocumentHighlightKind): DocumentHighlight => ({
      range: rangeIn(view, part, cell.span),
      kind,
    });
    if (element.kind === 'label') {
      return Object.values(element.row.cells).map((cell) => mark(cell, DocumentHighlightKind.Read));
    }
    if (element.kind === 'header') {
      const cells = element.table.rows.flatMap((row) => row.cells[element.header.column] ?? []);
      return cells.map((cell) => mark(cell, DocumentHighlightKind.Read));
    }
    if (element.kind !== 'cell') return null;
    const { id } = element.table;
    const { row, column } = element.cell;
    const parts = new Set(partsOfTotal(part.report, id, row, column));
    const around = termsAround(part.report, id, row, column);
    // A total is what its parts write: the editors' two colours tell the two apart.
    return [
      mark(element.cell, parts.size > 0 ? DocumentHighlightKind.Write : DocumentHighlightKind.Read),
      ...around.map((cell) => mark(cell, parts.has(cell) ? DocumentHighlightKind.Read : DocumentHighlightKind.Write)),
    ];
  },
};
