import type { ColumnId } from '../../form/form';
import type { RawGrid } from '../../layouts/layout';
import { relationsOfTable } from '../relations';
import type { Row, Table } from '../report';
import type { JoinedRows } from './joinedNumbers';
import { orderOf } from './nameRowsByOrder';
import { countValues, type Segment } from './segments';
import { bindValues } from './values';

/**
 * Whether labels and values can have stayed together: where rows without a label stand between two named ones, the form has just as
 * many rows between them. Otherwise rows and labels came apart, and a label on another line is no proof any more.
 */
export function isInOrder(segments: readonly Segment[]): boolean {
  const oneOther = segments.some((s) => s.label?.match.id === 'other');
  const wanted = orderOf('applications', !oneOther);
  let last = -1;
  let nameless = 0;
  for (const segment of segments) {
    if (!segment.label) {
      if (segment.texts.length === 0 && countValues(segment) >= 2) nameless++;
      continue;
    }
    const at = wanted.indexOf(segment.label.match.id);
    if (nameless > 0 && at - last - 1 !== nameless) return false;
    last = at;
    nameless = 0;
  }
  return nameless === 0 || wanted.length - last - 1 === nameless;
}

/**
 * Gives rows of values that no label names for certain to the rows of the form that are missing between their neighbours, where there are
 * exactly as many of the one as of the other, no label says otherwise and every column adds up afterwards.
 */
export function fillByOrder(
  rows: readonly Row[],
  unnamed: readonly Segment[],
  columns: readonly ColumnId[],
  grid: RawGrid,
  joined: JoinedRows,
): { rows: Row[]; assigned: ReadonlySet<Segment> } {
  const unfilled = { rows: [...rows], assigned: new Set<Segment>() };
  if (unnamed.length === 0) return unfilled;
  const sorted = rows.filter((r) => r.reading === 'complete').sort((a, b) => a.span.start - b.span.start);
  const wanted = orderOf('applications', !sorted.some((r) => r.id === 'other'));
  const places = sorted.map((r) => wanted.indexOf(r.id));
  if (places.some((p, i) => i > 0 && p <= places[i - 1]!)) return unfilled;
  const inOrder = [...unnamed].sort((a, b) => a.values[0]!.start - b.values[0]!.start);
  const added: Row[] = [];
  const assigned = new Set<Segment>();
  for (let i = 0; i <= sorted.length; i++) {
    const after = i === 0 ? -1 : places[i - 1]!;
    const before = i === sorted.length ? wanted.length : places[i]!;
    const missing = wanted.slice(after + 1, before);
    const start = i === 0 ? -1 : sorted[i - 1]!.span.start;
    const end = i === sorted.length ? Infinity : sorted[i]!.span.start;
    const between = inOrder.filter((segment) => segment.values[0]!.start > start && segment.values[0]!.start < end);
    if (between.length === 0 || between.length !== missing.length) continue;
    if (between.some(({ label }, k) => label && label.match.id !== missing[k])) continue;
    between.forEach((segment, k) => {
      assigned.add(segment);
      const id = missing[k]!;
      const first = segment.values[0]!;
      const values = bindValues(id, columns, segment.values, grid.showsBlanks, () => undefined);
      const place = { start: first.start, end: segment.values.at(-1)!.end };
      const label = {
        id,
        text: '',
        span: { start: first.start, end: first.start },
        match: 'truncated' as const,
        forms: ['2021' as const],
      };
      added.push({ id, label, expected: columns, span: place, ...values });
    });
  }
  if (added.length === 0) return unfilled;
  const ids = new Set(added.map((r) => r.id));
  const whole = joined.settled([...rows.filter((r) => !(ids.has(r.id) && r.reading !== 'complete')), ...added]);
  const relations = relationsOfTable({ id: 'applications', rows: whole } as unknown as Table).filter(
    (r) => r.rule !== 'row-total' || ids.has(r.key),
  );
  const sound =
    relations.every((r) => r.status !== 'violated') && relations.some((r) => r.rule === 'outcome-total' && r.status === 'holds');
  return sound ? { rows: [...whole], assigned } : unfilled;
}
