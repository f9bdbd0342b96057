import { withoutMarks } from './markdown';
import { tagFiller } from './fillers';

/** Stands for the end of a cell's opening tag. */
export const cellOpening = '│';

const tableCell = /<t[dh][\s>]/i;
const markup = /<!--|<(\/?)([a-z][a-z0-9]*)\b[^<>]*>|&(?:nbsp|ensp|emsp|thinsp|#160);/gi;
/** What ends a comment or a part of a page that is no text. */
const endOf = { comment: /-->/g, script: /<\/script\s*>/gi, style: /<\/style\s*>/gi };
const blockTags = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'section', 'article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * A text as it is read: what a converter wrote into it is white space. Nothing moves, every other character stays where it is.
 * Almost every text holds nothing of the kind and is given back as it is.
 */
export function withoutMarkup(text: string): string {
  const untagged = text.includes('<') && tableCell.test(text) ? withoutTags(text) : text;
  return withLightBars(withoutReadings(withoutMarks(withoutSubstitutes(untagged))));
}

/** Tables drawn with heavy bars are read as those with light ones. */
function withLightBars(text: string): string {
  return text.includes('┃') ? text.replaceAll('┃', '│') : text;
}

/** Behind each character RTF has another one for programs that do not know it, which some converters take for text: 政?府?（(. */
function withoutSubstitutes(text: string): string {
  // Every report speaks of a government or its information.
  return text.includes('政?府?') ? text.replace(substitute, `$1${tagFiller}`) : text;
}

const substitute = /([^\0-\x7f](?=\?)|，(?=,)|：(?=:)|；(?=;)|（(?=\()|）(?=\))|“(?=“)|”(?=”))[^]/g;

/** Some copies of web pages have the reading of many characters behind them: 申請數(shù)量. */
function withoutReadings(text: string): string {
  // One of them stands in the labels of every table.
  return text.includes('(shù)') ? text.replace(reading, ({ length }) => filler(length)) : text;
}

const reading = /\([a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ][a-z]{0,3}\)/g;

/** Tables in HTML: every tag is white space, an opened cell a bar, and each row of a table stands on a line of its own. */
function withoutTags(text: string): string {
  const pieces: string[] = [];
  const unclosed = new Set<keyof typeof endOf>();
  let at = 0;
  let inTable = false;
  let inRow = false;
  const take = (words: string) => {
    if (inRow) pieces.push(words.replace(/[\r\n\t]/g, tagFiller));
    else pieces.push(inTable && words.trim() === '' ? filler(words.length) : words);
  };
  const skipTo = (part: keyof typeof endOf) => {
    const end = unclosed.has(part) ? null : firstFrom(endOf[part], text, at);
    if (!end) {
      unclosed.add(part);
      return;
    }
    pieces.push(filler(end.index + end[0].length - at));
    at = end.index + end[0].length;
  };
  for (let found = firstFrom(markup, text, 0); found; found = firstFrom(markup, text, at)) {
    const [tag, slash, name] = found;
    take(text.slice(at, found.index));
    at = found.index + tag.length;
    const kind = name?.toLowerCase();
    const closes = slash === '/';
    if (kind === 'tr') {
      const ends = closes || inRow;
      inRow = !closes;
      pieces.push(ends ? endingWith('\n', tag.length) : filler(tag.length));
    } else if (kind === 'table') {
      inTable = !closes;
      inRow = false;
      pieces.push(endingWith('\n', tag.length));
    } else if ((kind === 'td' || kind === 'th') && !closes) pieces.push(endingWith(cellOpening, tag.length));
    else if (!inRow && kind !== undefined && blockTags.has(kind)) pieces.push(endingWith('\n', tag.length));
    else pieces.push(filler(tag.length));
    if (tag === '<!--') skipTo('comment');
    else if (!closes && (kind === 'script' || kind === 'style')) skipTo(kind);
  }
  take(text.slice(at));
  return pieces.join('');
}

function firstFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

function filler(length: number): string {
  return tagFiller.repeat(length);
}

function endingWith(mark: string, length: number): string {
  return filler(length - 1) + mark;
}
