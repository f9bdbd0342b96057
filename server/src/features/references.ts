import type { Location, ReferenceParams } from 'vscode-languageserver';
import type { Cell } from '../report/report';
import { cellAtPosition } from './parts/elementAt';
import { lastYearsCell, termsAround } from './parts/relatedCells';
import { rangeIn, type Feature } from './view';

/** Every number that is tied to the one at the cursor by a relation, and the same number in last year's report. */
export const references: Feature<ReferenceParams, Location[] | null> = {
  method: 'textDocument/references',
  capability: () => ({ referencesProvider: true }),
  handle(view, params) {
    const place = cellAtPosition(view, params.position);
    if (!place) return null;
    const { part, cell } = place;
    const { row, column } = cell;
    const { id } = place.table;
    const here = ({ span }: Cell): Location => ({ uri: view.uri, range: rangeIn(view, part, span) });
    const own = params.context?.includeDeclaration ? [here(cell)] : [];
    const { previous } = part.context;
    const before = previous && lastYearsCell(previous.report, id, row, column);
    const location = before && view.locate(previous, before.span);
    return [...own, ...termsAround(part.report, id, row, column).map(here), ...(location ? [location] : [])];
  },
};
