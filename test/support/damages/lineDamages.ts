import { lineText, piece, type Line, type Piece } from '../renderedText';
import { countsAreSure, pickTable, rangeOf, replaced, rowPlace, rowsAround, type Damage } from './damage';

/** Two lines of a table run together, a blank between them. */
export const mergedLines: Damage = {
  name: 'mergedLines',
  strike(lines, random) {
    const stretch = pickTable(lines, random);
    if (!stretch || stretch.to - stretch.from < 3) return undefined;
    const starts = random.sample(rangeOf(stretch.to - stretch.from - 1), random.int(1, 3)).map((n) => n + stretch.from);
    let result = [...lines];
    for (const at of starts.reverse()) {
      const [first, second] = [result[at]!, result[at + 1]!];
      const joined = [...first.pieces, piece(' ', 'padding'), ...second.pieces];
      result = replaced(result, at, at + 2, [{ ...(first.row ? first : second), pieces: joined }]);
    }
    return result;
  },
};

/** The blank between a label and its first number, or between two numbers, is gone. */
export const runTogether: Damage = {
  name: 'runTogether',
  strike(lines, random, ledger) {
    const stretch = pickTable(lines, random);
    if (!stretch) return undefined;
    let result = [...lines];
    const candidates = rangeOf(stretch.to - stretch.from).filter((n) => joints(lines[n + stretch.from]!).length > 0);
    if (candidates.length === 0) return undefined;
    for (const n of random.sample(candidates, random.int(1, 3))) {
      const line = result[n + stretch.from]!;
      const at = random.pick(joints(line));
      const numbers = line.pieces[at - 1]!.role === 'value';
      if (numbers && (line.pieces.some((p) => p.optional) || !ledger.takeRow(line))) continue;
      const pieces = line.pieces.filter((_, i) => i !== at);
      result = replaced(result, n + stretch.from, n + stretch.from + 1, [{ ...line, pieces }]);
    }
    return result;
  },
};

/** The blanks between a label and a number or between two numbers. */
function joints(line: Line): number[] {
  return rangeOf(line.pieces.length).filter((n) => {
    const [before, gap, after] = [line.pieces[n - 1], line.pieces[n], line.pieces[n + 1]];
    const starts = before?.role === 'label' ? /[^0-9０-９.．]$/.test(before.text) : /^[0-9]+$/.test(before?.text ?? '');
    return gap?.role === 'padding' && starts && after?.role === 'value' && /^[0-9]/.test(after.text);
  });
}

/** A line broken in two at a cell border. */
export const splitLines: Damage = {
  name: 'splitLines',
  strike(lines, random) {
    const stretch = pickTable(lines, random);
    if (!stretch) return undefined;
    let result = [...lines];
    const candidates = rangeOf(stretch.to - stretch.from).filter((n) => breaks(lines[n + stretch.from]!).length > 0);
    if (candidates.length === 0) return undefined;
    for (const n of random.sample(candidates, random.int(1, 3)).reverse()) {
      const line = result[n + stretch.from]!;
      const at = random.pick(breaks(line));
      const halves = [line.pieces.slice(0, at), line.pieces.slice(at)].map((pieces): Line => ({ ...line, pieces }));
      result = replaced(result, n + stretch.from, n + stretch.from + 1, halves);
    }
    return result;
  },
};

/** The places between two pieces of a line where both sides keep some text. */
function breaks(line: Line): number[] {
  const shown = (pieces: readonly Piece[]) =>
    pieces.some((p) => p.role !== 'border' && p.role !== 'padding' && p.text.trim() !== '');
  return rangeOf(line.pieces.length).filter((n) => n > 0 && shown(line.pieces.slice(0, n)) && shown(line.pieces.slice(n)));
}

/** The rest of the file is gone from a cell border on. */
export const cutOff: Damage = {
  name: 'cutOff',
  strike(lines, random, ledger) {
    const stretch = pickTable(lines, random);
    if (!stretch) return undefined;
    const at = random.int(stretch.from + 1, stretch.to - 1);
    const line = lines[at];
    if (!line || ![line, ...rowsAround(lines, at)].every((own, n, all) => sameRow(own, all.slice(0, n)) || ledger.takeRow(own))) {
      return undefined;
    }
    const keep = random.int(0, line.pieces.length);
    return [...lines.slice(0, at), { ...line, pieces: line.pieces.slice(0, keep) }];
  },
};

function sameRow(line: Line, before: readonly Line[]): boolean {
  return before.some((other) => rowPlace(other) === rowPlace(line));
}

/** The crawler printed every distinct line once: repeated values are gone. */
export const deduplicated: Damage = {
  name: 'deduplicated',
  alone: true,
  strike(lines) {
    if (!showsEachRowOnce(lines)) return undefined;
    const seen = new Set<string>();
    return lines.filter((line) => {
      const text = lineText(line).trim();
      if (text === '') return true;
      if (seen.has(text)) return false;
      seen.add(text);
      return true;
    });
  },
};

/** Every distinct cell once, a cell per line, as crawlers that collect text nodes do. */
export const deduplicatedCells: Damage = {
  name: 'deduplicatedCells',
  alone: true,
  strike(lines) {
    if (!showsEachRowOnce(lines)) return undefined;
    const seen = new Set<string>();
    return lines.flatMap((line): Line[] => {
      if (!line.table) return [line];
      const texts = line.pieces.filter((p) => p.role !== 'border' && p.role !== 'padding' && p.text.trim() !== '');
      return texts.flatMap((p): Line[] => {
        if (seen.has(p.text)) return [];
        seen.add(p.text);
        return [{ ...line, pieces: [p] }];
      });
    });
  },
};

/**
 * False for two reports in one file, where the second would lose its labels to the first, and for value rows detached from
 * their labels, which could then stand beside another label: no person could read either.
 */
function showsEachRowOnce(lines: readonly Line[]): boolean {
  const cells = lines.flatMap((line) => line.pieces.filter((p) => p.cell));
  return cells.every((p) => p.cell!.part === 0 && !(p.optional && p.text !== ''));
}

const furniture = [
  '- 4 -',
  '— 5 —',
  '第 3 页 共 9 页',
  '扫一扫在手机打开当前页',
  '【 字体：大 中 小 】 分享到：',
  '首页 > 政务公开 > 年报',
];

/** Page numbers, running titles and website furniture inside a table. */
export const pageFurniture: Damage = {
  name: 'pageFurniture',
  strike(lines, random) {
    const stretch = pickTable(lines, random);
    if (!stretch || stretch.to - stretch.from < 2) return undefined;
    const at = random.int(stretch.from + 1, stretch.to - 1);
    const title = lines.map(lineText).find((text) => /年度報?报?告$/.test(text));
    const texts = random.sample(title && random.chance(0.2) ? [title] : furniture, random.int(1, 2));
    return replaced(
      lines,
      at,
      at,
      texts.map((text) => debrisLine(text, lines[at]!)),
    );
  },
};

/** A page number without any mark beside it, alone on its line. */
export const barePageNumber: Damage = {
  name: 'barePageNumber',
  strike(lines, random, ledger) {
    const stretch = pickTable(lines, random);
    if (!stretch || stretch.to - stretch.from < 2 || !countsAreSure(lines, stretch)) return undefined;
    const at = random.int(stretch.from + 1, stretch.to - 1);
    // The number may count for the row above or below.
    if (!rowsAround(lines, at).every((line) => ledger.takeRow(line))) return undefined;
    return replaced(lines, at, at, [debrisLine(String(random.int(2, 9)), lines[at]!)]);
  },
};

const scraps = [
  '三、',
  '本',
  '年',
  '度',
  '办',
  '理',
  '结 果',
  '三、本法提供',
  '三 、 本 年 度',
  '[bookmark: _GoBack]',
  '法提供',
  '予公开',
  '续表',
];

/** Scraps of vertical words and bookmarks between the lines of a table. */
export const debris: Damage = {
  name: 'debris',
  strike(lines, random) {
    const stretch = pickTable(lines, random);
    if (!stretch || stretch.to - stretch.from < 2) return undefined;
    let result = [...lines];
    for (let n = random.int(1, 4); n > 0; n--) {
      const at = random.int(stretch.from + 1, stretch.to - 1);
      result = replaced(result, at, at, [debrisLine(random.pick(scraps), result[at - 1]!)]);
    }
    return result;
  },
};

function debrisLine(text: string, beside: Line): Line {
  return { pieces: [piece(text, 'debris')], table: beside.table, row: beside.row };
}
