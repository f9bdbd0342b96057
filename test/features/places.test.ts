import { DocumentHighlightKind, type Location, type Range } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { definition } from '../../server/src/features/definition';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { references } from '../../server/src/features/references';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import type { View } from '../../server/src/features/view';
import { readDocument } from '../../server/src/service';
import { balanced, reportText } from '../support/reportText';
import { cellIn, onCell, onText, uri, viewOf } from './viewOf';

const textAt = (view: View, range: Range) => view.text.slice(...Object.values(view.positions.span(range)));
const nonZero = (view: View, places: readonly { range: Range }[] | null) =>
  places?.map((place) => textAt(view, place.range)).filter((text) => text !== '0');

describe('highlights', () => {
  it('show the terms of every relation of a number', () => {
    const view = viewOf(reportText());
    const marks = documentHighlights.handle(view, onCell(view, 'applications', 'outcomeTotal', 'naturalPerson'))!;
    // Itself, 19 other outcomes, 一, 二, 四 of its column and the seven columns of its row.
    expect(marks).toHaveLength(1 + 21 + 3 + 6);
    expect(marks[0]).toMatchObject({ kind: DocumentHighlightKind.Write });
    expect(nonZero(view, marks)?.sort()).toEqual(['11', '11', '11', '2', '9']);
  });

  it('show the row of a label and the column of a header', () => {
    const view = viewOf(reportText());
    expect(documentHighlights.handle(view, onText(view, '（一）予以公开'))).toHaveLength(7);
    expect(documentHighlights.handle(view, onText(view, '自然人'))).toHaveLength(25);
  });

  it('are none on prose', () => {
    const view = viewOf(reportText());
    expect(documentHighlights.handle(view, onText(view, '全年主动公开'))).toBeNull();
  });
});

describe('definition', () => {
  it('of a total is its parts, those that count first', () => {
    const view = viewOf(reportText());
    const places = definition.handle(view, onCell(view, 'applications', 'outcomeTotal', 'naturalPerson'))!;
    expect(places.slice(0, 2).map((place) => textAt(view, place.range))).toEqual(['9', '2']);
    expect(places).toHaveLength(21);
  });

  it('of a part is the totals that it enters', () => {
    const view = viewOf(reportText());
    const places = definition.handle(view, onCell(view, 'applications', 'granted', 'naturalPerson'))!;
    expect(places.map((place) => textAt(view, place.range))).toEqual(['9', '11']);
  });
});

describe('last year’s report', () => {
  const before = reportText({
    ...balanced,
    year: 2022,
    applications: { ...balanced.applications, carriedOut: [3, 0, 0, 0, 0, 0, 3] },
  });
  const previous = { file: 'file:///2022.txt', start: 0, report: readDocument(before).parts[0]!.report };
  const found: Location = { uri: previous.file, range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } } };
  const options = {
    context: { previous },
    locate: (_: unknown, span: { start: number; end: number }) =>
      before.slice(span.start, span.end) === '3' ? found : undefined,
  };

  it('is where a number carried over comes from', () => {
    const view = viewOf(reportText(), options);
    expect(definition.handle(view, onCell(view, 'applications', 'carriedIn', 'naturalPerson'))).toEqual([found]);
  });

  it('is among the references of a number', () => {
    const view = viewOf(reportText(), options);
    const params = { ...onCell(view, 'applications', 'carriedIn', 'naturalPerson'), context: { includeDeclaration: false } };
    expect(references.handle(view, params)).toContainEqual(found);
  });
});

describe('references', () => {
  it('are the terms of every relation of a number, itself when asked for', () => {
    const view = viewOf(reportText());
    const params = onCell(view, 'disputes', 'review', 'total');
    const places = references.handle(view, { ...params, context: { includeDeclaration: true } })!;
    expect(places.every((place) => place.uri === uri)).toBe(true);
    expect(nonZero(view, places)).toEqual(['1', '1']);
    expect(places).toHaveLength(5);
  });
});

describe('selection', () => {
  it('grows from the number to its row, table, section and report', () => {
    const view = viewOf(reportText());
    const { position } = onCell(view, 'applications', 'granted', 'naturalPerson');
    const steps: string[] = [];
    for (
      let range = selectionRanges.handle(view, { textDocument: { uri }, positions: [position] })[0];
      range;
      range = range.parent!
    ) {
      steps.push(textAt(view, range.range));
    }
    expect(steps[0]).toBe('9');
    expect(steps.at(-1)).toBe(view.text);
    expect(steps.some((step) => step.startsWith('三、收到和处理'))).toBe(true);
    for (const [i, step] of steps.entries()) if (i > 0) expect(step).toContain(steps[i - 1]);
  });

  it('is at least the line on prose, for several cursors', () => {
    const view = viewOf(reportText());
    const positions = [
      onText(view, '全年主动公开').position,
      view.positions.position(cellIn(view, 'disputes', 'review', 'total').span.start),
    ];
    expect(selectionRanges.handle(view, { textDocument: { uri }, positions })).toHaveLength(2);
  });
});
