import { escapeFiller, markFiller, tagFiller } from './fillers';

/**
 * A text without the marks of Markdown and of wikis that stand inside words: those of bold type, backslashes before punctuation, breaks
 * and tags in a cell, attributes behind a heading, characters by number. Nothing moves.
 */
export function withoutMarks(text: string): string {
  let plain = text;
  if (plain.includes('**') || plain.includes("'''")) plain = plain.replace(bold, withoutEnds);
  if (plain.includes('</')) plain = plain.replace(inlineTag, ({ length }) => tagFiller.repeat(length));
  if (plain.includes('<br')) plain = plain.replace(lineBreak, ({ length }) => tagFiller.repeat(length));
  if (plain.includes('\\'))
    plain = plain.replace(hardBreak, ({ length }) => tagFiller.repeat(length)).replace(escape, escapeFiller);
  if (plain.includes('{#')) plain = plain.replace(attributes, ({ length }) => tagFiller.repeat(length));
  if (plain.includes('&#')) plain = plain.replace(byNumber, characterOf);
  return plain;
}

/** On one line and in one cell; marks without words between are none of bold type. */
const bold = /(\*\*|''')(?![\s*'|])[^*|\t\r\n]{1,200}?(?<![\s])\1/g;
/** What some converters leave of a web page inside the cells of a table. */
const inlineTag = /<\/?(?:font|span|center|colgroup|col)(?:\s[^<>]{0,300})?>/gi;
const lineBreak = /<br\s*\/?>/gi;
/** Behind Chinese, where the line or the cell ends. */
const hardBreak = /(?<=[\u3000-\u9fff\uff01-\uff5e”])\\\\?(?=[ \t]*(?:\||$)| {2})/gm;
const escape = /(?<!\\)\\(?=[-.+#*_()[\]~>=!&])/g;
const attributes = /[ \t]\{#[^{}\r\n]{0,300}\}[ \t]*$/gm;
const byNumber = /&#(\d{2}|x[0-9a-f]{2});/gi;

function withoutEnds(marked: string, mark: string): string {
  const filler = markFiller.repeat(mark.length);
  return filler + marked.slice(mark.length, -mark.length) + filler;
}

function characterOf(written: string, number: string): string {
  const code = Number(number.toLowerCase().startsWith('x') ? `0${number}` : number);
  return code > 0x20 && code < 0x7f ? escapeFiller.repeat(written.length - 1) + String.fromCharCode(code) : written;
}
