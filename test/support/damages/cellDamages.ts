import type { Random } from '../random';
import type { Line, Piece } from '../renderedText';
import {
  countsAreSure,
  pickTable,
  rangeOf,
  replaced,
  rowPlace,
  type Damage,
  type DamageLedger,
  type TableStretch,
} from './damage';

/** Empty cells leave no trace: their borders are gone too. */
export const lostBlanks: Damage = {
  name: 'lostBlanks',
  strike(lines, random, ledger) {
    const stretch = pickTable(lines, random);
    if (!stretch || !ledger.takeTable(stretch.place)) return undefined;
    const inside = lines.slice(stretch.from, stretch.to);
    for (const line of inside) if (line.pieces.some((p) => p.cell && p.text === '')) ledger.takeRow(line);
    const kept = inside.map((line) => ({ ...line, pieces: withoutBlanks(line.pieces) }));
    const shown = kept.filter(
      (line, n) => inside[n]!.pieces.length === 0 || line.pieces.some((p) => p.text.trim() !== '' || p.cell),
    );
    return replaced(lines, stretch.from, stretch.to, shown);
  },
};

function withoutBlanks(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const p of pieces) {
    if (p.cell && p.text === '') continue;
    const last = kept[kept.length - 1];
    const bar = p.role === 'border' || p.role === 'padding';
    if (bar && last?.role === 'border' && (p.text === '\t' || /^[\s|]+$/.test(p.text))) continue;
    kept.push(
      p.role === 'border' && /^[\s|]*\|[\s|]*$/.test(p.text) && p.text !== '||'
        ? { ...p, text: p.text.replace(/\|[\s|]*\|/, '|') }
        : p,
    );
  }
  return kept;
}

/** A label at the start of its line, alone on a line before its values, or behind them. */
export const movedLabels: Damage = {
  name: 'movedLabels',
  strike(lines, random, ledger) {
    const stretch = pickTable(lines, random);
    if (!stretch) return undefined;
    const labelled = indices(lines, stretch, (line) => labelAt(line) >= 0 && line.pieces.some((p) => p.cell) && oneRow(line));
    if (labelled.length === 0) return undefined;
    const behind = countsAreSure(lines, stretch) && random.chance(0.3) && ledger.takeTable(stretch.place);
    let result = [...lines];
    for (const at of random.sample(labelled, behind ? 1 : random.int(1, 3)).reverse()) {
      const line = result[at]!;
      const label = line.pieces[labelAt(line)]!;
      const rest = line.pieces.filter((p) => p !== label);
      const gap: Piece = { text: ' ', role: 'padding' };
      if (behind) result = replaced(result, at, at + 1, [{ ...line, pieces: [...rest, gap, label] }]);
      else if (random.chance(0.5)) result = replaced(result, at, at + 1, [{ ...line, pieces: [label, gap, ...rest] }]);
      else
        result = replaced(result, at, at + 1, [
          { ...line, pieces: [label] },
          { ...line, pieces: rest },
        ]);
    }
    return result;
  },
};

/** Whole rows are gone. */
export const rowLost: Damage = {
  name: 'rowLost',
  strike(lines, random) {
    const stretch = pickTable(lines, random);
    if (!stretch) return undefined;
    const rows = rowsOf(lines, stretch);
    if (rows.length < 2) return undefined;
    const lost = random.sample(rows, random.int(1, 3));
    const kept = lines.slice(stretch.from, stretch.to).filter((line) => !line.row || !lost.includes(line.row));
    return replaced(lines, stretch.from, stretch.to, kept);
  },
};

/** The label of a row is gone, its values stay. */
export const labelLost: Damage = {
  name: 'labelLost',
  strike: (lines, random, ledger) => loseFromRow(lines, random, ledger, (p) => p.role === 'label'),
};

/** The values of a row are gone, its label stays. */
export const valuesLost: Damage = {
  name: 'valuesLost',
  strike: (lines, random, ledger) => loseFromRow(lines, random, ledger, (p) => p.cell !== undefined),
};

function loseFromRow(
  lines: readonly Line[],
  random: Random,
  ledger: DamageLedger,
  lost: (p: Piece) => boolean,
): Line[] | undefined {
  const stretch = pickTable(lines, random);
  if (!stretch || !countsAreSure(lines, stretch) || !ledger.takeTable(stretch.place)) return undefined;
  const rows = rowsOf(lines, stretch);
  if (rows.length < 2) return undefined;
  const row = random.pick(rows);
  const inside = lines.slice(stretch.from, stretch.to);
  // A page number may stand in the place of lost values already.
  if (!ledger.takeRow(inside.find((line) => line.row === row)!)) return undefined;
  const kept = inside.flatMap((line): Line[] => {
    if (line.row !== row) return [line];
    const pieces = line.pieces.filter((p) => !lost(p));
    return pieces.every((p) => p.role === 'border' || p.role === 'padding') ? [] : [{ ...line, pieces }];
  });
  return replaced(lines, stretch.from, stretch.to, kept);
}

/** The column headers of a table are gone. */
export const headerLost: Damage = {
  name: 'headerLost',
  strike(lines, random) {
    const stretch = pickTable(lines, random);
    if (!stretch) return undefined;
    const some = random.chance(0.4);
    const header = indices(lines, stretch, (line) => line.row === 'header' && !line.pieces.some((p) => p.cell));
    if (header.length === 0) return undefined;
    const lost = new Set(some ? random.sample(header, random.int(1, header.length)) : header);
    return lines.filter((_, n) => !lost.has(n));
  },
};

/** The headings of one or two sections are gone. */
export const headingLost: Damage = {
  name: 'headingLost',
  strike(lines, random) {
    const found = rangeOf(lines.length).filter((n) => lines[n]!.pieces.some((p) => p.role === 'heading'));
    if (found.length === 0) return undefined;
    const lost = new Set(random.sample(found, random.int(1, 2)));
    return lines.flatMap((line, n) =>
      lost.has(n) ? [{ ...line, pieces: line.pieces.filter((p) => p.role !== 'heading') }] : [line],
    );
  },
};

/** A number printed as two: `10` as `1 0`. */
export const splitNumber: Damage = {
  name: 'splitNumber',
  strike(lines, random, ledger) {
    const stretch = pickTable(lines, random);
    if (!stretch) return undefined;
    const candidates = indices(lines, stretch, (line) => line.pieces.some(splittable));
    if (candidates.length === 0) return undefined;
    let result = [...lines];
    for (const at of random.sample(candidates, random.int(1, 2))) {
      const line = result[at]!;
      if (line.pieces.some((p) => p.optional) || !ledger.takeRow(line)) continue;
      const n = random.pick(rangeOf(line.pieces.length).filter((i) => splittable(line.pieces[i]!)));
      const p = line.pieces[n]!;
      const cut = random.int(1, p.text.length - 1);
      const split = { ...p, text: `${p.text.slice(0, cut)} ${p.text.slice(cut)}` };
      result = replaced(result, at, at + 1, [{ ...line, pieces: line.pieces.map((own, i) => (i === n ? split : own)) }]);
    }
    return result;
  },
};

function splittable(p: Piece): boolean {
  return p.cell !== undefined && /^[0-9]{2,}$/.test(p.text);
}

function indices(lines: readonly Line[], stretch: TableStretch, wanted: (line: Line) => boolean): number[] {
  return rangeOf(stretch.to - stretch.from)
    .map((n) => n + stretch.from)
    .filter((n) => wanted(lines[n]!));
}

function rowsOf(lines: readonly Line[], stretch: TableStretch): string[] {
  const rows = lines.slice(stretch.from, stretch.to).flatMap((line) => (line.row && line.row !== 'header' ? [line.row] : []));
  return [...new Set(rows)];
}

function labelAt(line: Line): number {
  return line.pieces.findIndex((p) => p.role === 'label');
}

/** False for a line that holds several rows, or only a part of its row. */
function oneRow(line: Line): boolean {
  const rows = new Set(line.pieces.flatMap((p) => (p.cell ? [p.cell.row] : [])));
  return rows.size === 1 && line.pieces.filter((p) => p.role === 'label').length === 1 && rowPlace(line).endsWith([...rows][0]!);
}
