import { equalWordings, forms, tableIds, type TableId } from '../../form/form';
import { fold, foldUnit } from '../../text/fold';
import type { Line } from '../../text/lines';
import { anchorOf } from './regions';

/** The table that a line opens: it holds the first group, row or heading of it, nothing that may stand elsewhere. */
export function tableOpenedBy(text: string, line: Line): TableId | undefined {
  const seen = marksIn(text, line);
  if (!openers.some((o) => (seen & o.marks) === o.marks)) return undefined;
  const folded = fold(text.slice(line.start, line.end));
  const held = openers.filter((o) => folded.includes(o.label));
  if (held.length === 0) return undefined;
  const table = anchorOf(text, line);
  return held.some((o) => o.table === table) ? table : undefined;
}

const labels = tableIds.flatMap((table) => {
  const t = forms['2021'].tables[table];
  const first = table === 'proactive' ? t.groups[0]! : t.rows[table === 'applications' ? 0 : 1]!;
  return equalWordings(first).map((label) => ({ table, label: fold(label) }));
});

/** Some characters of the labels, a bit each: a line without all those of a label cannot hold it and need not be folded. */
const characters = [...new Set(labels.flatMap(({ label }) => [...label].slice(-6)))].slice(0, 30);

function bitOf(character: string): number {
  const index = characters.indexOf(character);
  return index < 0 ? 0 : 1 << index;
}

const openers = labels.map((o) => ({ ...o, marks: [...o.label].reduce((marks, c) => marks | bitOf(c), 0) }));

/** The bits of every UTF-16 unit, filled as they are met; the highest bit tells that a unit is known. */
const bitsOfUnit = new Int32Array(0x10000);
const isKnown = 1 << 31;

function marksIn(text: string, line: Line): number {
  let marks = 0;
  for (let i = line.start; i < line.end; i++) {
    const unit = text.charCodeAt(i);
    marks |= bitsOfUnit[unit] || (bitsOfUnit[unit] = isKnown | [...foldUnit(unit)].reduce((bits, c) => bits | bitOf(c), 0));
  }
  return marks;
}
