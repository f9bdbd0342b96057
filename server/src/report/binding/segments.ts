import { isGroupDebris, type LabelMatch } from '../labels';
import { isBlank, isText, isValue, type CellToken, type TokenRow } from './cellTokens';

/** A label with its place: one token, or several that an extractor broke it into. */
export interface BoundLabel {
  readonly match: LabelMatch;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Text tokens and the values that follow them: what may be one row of the form. Values hold the blanks between and after them as
 * the layout shows them.
 */
export interface Segment {
  /** Index of the layout's row that it stands in; all segments of a text without row breaks have the same. */
  readonly row: number;
  readonly texts: readonly CellToken[];
  readonly values: readonly CellToken[];
  /** The field of the layout's row where the last text stands. */
  readonly field: number;
  /** The last text and the labels of groups right before it. */
  readonly labels: number;
  /** The values end with the layout's row, or where it shows no rows at a label; else something unknown cut them off. */
  readonly closed: boolean;
  /** The row label, where it is known. */
  label?: BoundLabel;
  /** The values next to the label may be another row's: the row is here, and its values are left unread. */
  doubtful?: boolean;
}

/** Cuts the rows of a layout into segments, in text order: a text behind filled values begins the next one. */
export function segmentsOf(rows: readonly TokenRow[], rowsKnown: boolean): Segment[] {
  const segments: Segment[] = [];
  rows.forEach((row, index) => {
    let texts: CellToken[] = [];
    let values: CellToken[] = [];
    let field = 0;
    let labels = 0;
    row.tokens.forEach((token, at) => {
      if (isText(token)) {
        if (values.some(isValue) || (values.length > 0 && isRowLabel(texts.at(-1)))) {
          segments.push({ row: index, texts, values, field, labels, closed: !rowsKnown && token.labels.length > 0 });
          texts = [];
        }
        values = [];
        labels = at > 0 && isText(row.tokens[at - 1]!) && isGroupLabel(row.tokens[at - 1]!) ? labels + 1 : 1;
        field = at;
        texts.push(token);
      } else values.push(token);
    });
    if (texts.length > 0 || values.some((v) => !isBlank(v)) || values.length > 3)
      segments.push({ row: index, texts, values, field, labels, closed: true });
  });
  return segments;
}

/** （六） heads three rows here; in the form of 2019 it is a row itself. */
export function hasOtherSubRows(segments: readonly Segment[]): boolean {
  return segments.some((s) =>
    s.texts.some((t) => t.labels.some((l) => l.kind === 'row' && l.id.startsWith('other.') && !l.weak)),
  );
}

export function isGroupLabel(token: CellToken): boolean {
  return token.labels.some((l) => l.kind === 'group');
}

function isRowLabel(token: CellToken | undefined): boolean {
  return token !== undefined && token.labels.some((l) => l.kind === 'row' && !l.weak);
}

/** How many of the values are filled: numbers, placeholders and what cannot be read. */
export function countValues(segment: Segment): number {
  return segment.values.reduce((n, v) => n + (isValue(v) ? 1 : 0), 0);
}

/** The next line of a table of fields has no label, and numbers in fields of its own: they may be the rest of this row's numbers. */
export function isWrapped(rows: readonly TokenRow[], segment: Segment, next: Segment | undefined): boolean {
  if (!segment.label || !next || next.label || next.row === segment.row || countValues(next) === 0) return false;
  const fields = rows[segment.row]!.tokens.length;
  return fields > 1 && rows[next.row]!.tokens.length === fields && next.texts.every((t) => isGroupDebris(t.text));
}
