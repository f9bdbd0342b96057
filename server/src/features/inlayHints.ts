import { InlayHintKind, type InlayHint, type InlayHintParams } from 'vscode-languageserver';
import { setCellValue } from '../fixes/cellEdits';
import { relationsOf } from '../report/relations';
import { cellOf, type Cell } from '../report/report';
import { localized, type Localized } from '../text/localized';
import { shiftSpan, type Span } from '../text/span';
import { relationName, relationText } from './parts/relationText';
import { blamedCells } from './parts/repairText';
import { isSum } from './parts/totals';
import { partsIn, rangeIn, say, touches, type Feature, type View, type ViewPart } from './view';

/** The computed value beside totals: `→ 11` where this cell is to blame or blank, `Σ 11` where the sum only differs. */
export const inlayHints: Feature<InlayHintParams, InlayHint[]> = {
  method: 'textDocument/inlayHint',
  capability: () => ({ inlayHintProvider: true }),
  handle(view, params) {
    if (view.settings.inlayHints === 'off') return [];
    const asked = view.positions.span(params.range);
    return partsIn(view, asked).flatMap((part) =>
      [...marksOf(view, part).values()]
        .filter((mark) => touches(asked, shiftSpan(mark.cell.span, part.start)))
        .map((mark) => toHint(view, part, mark)),
    );
  },
};

interface Mark {
  readonly cell: Cell;
  readonly label: string;
  readonly why: Localized;
  /** The value to write when the hint is accepted. */
  readonly value?: number;
}

function marksOf(view: View, part: ViewPart): Map<Cell, Mark> {
  const { report } = part;
  const marks = new Map<Cell, Mark>();
  for (const { table, row, column, expected: value } of blamedCells(part)) {
    const cell = table && row && column ? cellOf(report, table, row, column) : undefined;
    const why = localized('改动最少的办法：把此数改为提示的值。', 'The fewest changes: give this cell the value shown.');
    if (cell) marks.set(cell, { cell, label: `→ ${value}`, why, value: value! });
  }
  for (const relation of relationsOf(report).filter(isSum)) {
    const cell = relation.marked;
    if (!cell || marks.has(cell)) continue;
    const name = relationName(relation);
    const text = relationText(relation);
    const why = localized(`${name.zh}：${text.zh}`, `${name.en}: ${text.en}`);
    const parts = relation.left.map((term) => term.cell?.value);
    if (parts.some((value) => value === null || value === undefined)) continue;
    const sum = parts.reduce((total: number, value) => total + value!, 0);
    if (cell.kind === 'blank') marks.set(cell, { cell, label: `→ ${sum}`, why, value: sum });
    else if (relation.status === 'violated') marks.set(cell, { cell, label: `Σ ${sum}`, why });
    else if (relation.status === 'holds' && view.settings.inlayHints === 'all') marks.set(cell, { cell, label: '✓', why });
  }
  return marks;
}

function toHint(view: View, part: ViewPart, { cell, label, why, value }: Mark): InlayHint {
  const place: Span = { start: cell.span.end, end: cell.span.end };
  const hint: InlayHint = {
    position: rangeIn(view, part, place).start,
    label,
    kind: InlayHintKind.Parameter,
    tooltip: say(view, why),
    paddingLeft: true,
  };
  if (value !== undefined) {
    const edit = setCellValue(cell, value);
    hint.textEdits = [{ range: rangeIn(view, part, edit.span), newText: edit.newText }];
  }
  return hint;
}
