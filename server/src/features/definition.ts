import type { DefinitionParams, Location } from 'vscode-languageserver';
import type { Cell } from '../report/report';
import { cellAtPosition } from './parts/elementAt';
import { lastYearsCell, partsOfTotal, totalsOf } from './parts/relatedCells';
import { rangeIn, type Feature } from './view';

/** Where a number comes from: a total from its parts, what was carried in from last year's report, a part from its totals. */
export const definition: Feature<DefinitionParams, Location[] | null> = {
  method: 'textDocument/definition',
  capability: () => ({ definitionProvider: true }),
  handle(view, params) {
    const place = cellAtPosition(view, params.position);
    if (!place) return null;
    const { part } = place;
    const { row, column } = place.cell;
    const { id } = place.table;
    const here = ({ span }: Cell): Location => ({ uri: view.uri, range: rangeIn(view, part, span) });
    const { previous } = part.context;
    const carried = row === 'carriedIn' && previous ? lastYearsCell(previous.report, id, row, column) : undefined;
    const before = carried && view.locate(previous!, carried.span);
    if (before) return [before];
    const parts = partsOfTotal(part.report, id, row, column);
    return (parts.length > 0 ? parts : totalsOf(part.report, id, row, column)).map(here);
  },
};
