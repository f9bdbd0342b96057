/** Stands for each character of a tag: white space of a width that nobody types. */
export const tagFiller = '\u2005';

/** Stands for the end of a cell's opening tag. */
export const cellOpening = '│';

const tableCell = /<t[dh][\s>]/i;
const markup =
  /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9]*)\b[^<>]*>|&(?:nbsp|ensp|emsp|thinsp|#160);/gi;
const blockTags = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'section', 'article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * A text with tables in HTML as it is read: every tag is white space, an opened cell a bar, and each row of a table stands on a line
 * of its own. Nothing moves: every other character stays where it is. A text without such tables is given back as it is.
 */
export function withoutMarkup(text: string): string {
  if (!text.includes('<') || !tableCell.test(text)) return text;
  const pieces: string[] = [];
  let at = 0;
  let inTable = false;
  let inRow = false;
  const take = (words: string) => {
    if (inRow) pieces.push(words.replace(/[\r\n\t]/g, tagFiller));
    else pieces.push(inTable && words.trim() === '' ? filler(words.length) : words);
  };
  for (const found of text.matchAll(markup)) {
    const [tag, , slash, name] = found;
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
  }
  take(text.slice(at));
  return pieces.join('');
}

function filler(length: number): string {
  return tagFiller.repeat(length);
}

function endingWith(mark: string, length: number): string {
  return filler(length - 1) + mark;
}
