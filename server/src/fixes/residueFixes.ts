import type { Residue } from '../report/report';
import type { Fix } from '../rules/rule';
import { localized } from '../text/localized';
import { span, type Span } from '../text/span';

/** Removes debris of extraction. A bookmark mark goes alone; lines that are nothing but debris go with their line end. */
export function removeResidue(text: string, where: Span, kind: Residue['kind']): Fix {
  if (kind === 'bookmark') {
    return {
      title: localized('删除书签标记', 'Remove the bookmark mark'),
      kind: 'safe',
      edits: [{ span: where, newText: '' }],
    };
  }
  return {
    title: localized('删除网页或页码残留', 'Remove the leftover page text'),
    kind: 'offered',
    edits: [{ span: wholeLines(text, where), newText: '' }],
  };
}

/** `where` widened to whole lines with their end, when nothing else stands on them. */
function wholeLines(text: string, where: Span): Span {
  const lineStart = text.lastIndexOf('\n', where.start - 1) + 1;
  const nextLine = text.indexOf('\n', where.end);
  const lineEnd = nextLine < 0 ? text.length : nextLine + 1;
  const around = text.slice(lineStart, where.start) + text.slice(where.end, lineEnd);
  return around.trim() === '' ? span(lineStart, lineEnd) : where;
}
