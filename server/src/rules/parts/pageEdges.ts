import type { Report } from '../../report/report';

/**
 * Whether the lines of a text were cut at the edge of a page and go on on another, as those of spreadsheets do. Sentences stop for the
 * next point, and the words that they stop with begin a line elsewhere, or the points stand in no order; or lines are the ends of others.
 */
export function isCutAtPageEdges({ text }: Report): boolean {
  const cut = [...text.matchAll(unfinished)].map(([, piece]) => piece!);
  if (cut.length >= fewest && isInNoOrder(text)) return true;
  const pieces = text.match(/\S{8,}/gu) ?? [];
  return (cut.length >= fewest && haveRests(cut, pieces)) || areRepeated(pieces);
}

/** One sentence may lack its mark, and its words may come again. */
const fewest = 2;

/** Words behind a comma without an end, and the number of a point or of a section, or a year, after them. */
const unfinished =
  /(?<![^\s。])([^\s。]*[，,][^\s，。；：]*[\u2e80-\u9fff])(?=\s[\s#*]*(?:[（(]\s?[一二三四五六七八]\s?[）)]|[一二三四五六]、|2\s?0\s?\d))/gu;

/** Whether points of prose do not follow the one before them in number, more than an author miscounts. */
function isInNoOrder(text: string): boolean {
  let last = 0;
  let misplaced = 0;
  for (const [, numeral] of text.matchAll(pointOfProse)) {
    const number = '一二三四五六七八'.indexOf(numeral!) + 1;
    if (number !== 1 && number !== last + 1) misplaced++;
    last = number;
  }
  return misplaced >= fewest;
}

const pointOfProse = /^[\s#*]*[（(]\s?([一二三四五六七八])\s?[）)][^\n。]*[，。]/gmu;

/** Whether the ends of pieces, or all of them, begin longer ones. */
function haveRests(cut: readonly string[], pieces: readonly string[]): boolean {
  const beginnings = groupedBy(pieces, (piece) => piece.slice(0, fewestShared));
  const hasRest = (piece: string) => {
    for (let at = 0; at <= piece.length - fewestShared; at++) {
      const end = piece.slice(at);
      const begun = beginnings.get(end.slice(0, fewestShared));
      if (begun?.some((other) => other.length > end.length && other.startsWith(end))) return true;
    }
    return false;
  };
  return cut.filter(hasRest).length >= fewest;
}

/** Whether sentences are the ends of longer lines too. */
function areRepeated(pieces: readonly string[]): boolean {
  const sentences = pieces.filter((piece) => piece.length >= 12 && /[，。].*。$/u.test(piece));
  const ends = groupedBy(sentences, (piece) => piece.slice(-fewestShared));
  const isEnd = (piece: string) =>
    ends.get(piece.slice(-fewestShared))!.some((other) => other.length > piece.length && other.endsWith(piece));
  return sentences.filter(isEnd).length >= fewest;
}

/** Shorter words come again in any text. */
const fewestShared = 8;

function groupedBy(pieces: readonly string[], keyOf: (piece: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const piece of pieces) {
    const group = groups.get(keyOf(piece));
    if (group) group.push(piece);
    else groups.set(keyOf(piece), [piece]);
  }
  return groups;
}
