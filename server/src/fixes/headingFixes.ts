import type { FormSection } from '../form/form';
import type { Heading } from '../report/report';
import type { Fix } from '../rules/rule';
import { localized } from '../text/localized';
import { span } from '../text/span';
import { wordingChange } from './wordingEdits';

/** Makes a heading's title the form's: one character off is a slip and safe, another title is the author's choice. */
export function titleFix(text: string, heading: Heading, section: FormSection): Fix | undefined {
  const title = localized(`标题改为“${section.title}”`, `Change the title to “${section.title}”`);
  if (heading.match === 'near') {
    const { edits } = wordingChange(text, heading.title.span, section.title);
    return edits.length > 0 ? { title, kind: 'safe', edits } : undefined;
  }
  return { title, kind: 'unsafe', edits: [{ span: heading.title.span, newText: section.title }] };
}

/** Writes the form's ordinal in place of the heading's own number; its mark and spaces stay. */
export function numberFix(heading: Heading, section: FormSection): Fix | undefined {
  const title = localized(`序号改为“${section.number}、”`, `Number the heading “${section.number}、”`);
  if (!heading.number) {
    const at = heading.title.span.start;
    return { title, kind: 'offered', edits: [{ span: span(at, at), newText: `${section.number}、` }] };
  }
  const written = /[(（]?\s*([\d０-９]+|[\p{L}\p{N}]+|[—―─])\s*[)）]?/u.exec(heading.number.text);
  if (!written) return undefined;
  const start = heading.number.span.start + written.index;
  const bracketed = /[(（]/u.test(written[0]) && !/[、.．,，]/u.test(heading.number.text);
  const newText = bracketed ? `${section.number}、` : section.number;
  // Another numeral system is a matter of style; another ordinal may mean that the author numbers otherwise.
  const digits = written[1]!.normalize('NFKC');
  const sameOrdinal = '一二三四五六'[Number(digits) - 1] === section.number || digits === section.number;
  return { title, kind: sameOrdinal ? 'safe' : 'offered', edits: [{ span: span(start, start + written[0].length), newText }] };
}
