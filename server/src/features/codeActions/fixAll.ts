import type { CodeAction } from 'vscode-languageserver';
import type { Edit, Fix } from '../../rules/rule';
import { localized } from '../../text/localized';
import { overlaps } from '../../text/span';
import { say, type View, type ViewPart } from '../view';
import { workspaceEdit, type PartEdits } from '../workspaceEdit';
import type { ActionProvider } from './codeActions';

export const fixAllKind = 'source.fixAll.gouji';

/** All safe fixes of the document in one edit; asked for on save, where no diagnostics come with the request. */
export const fixAll: ActionProvider = {
  name: 'fixAll',
  kind: fixAllKind,
  offer({ view }) {
    const edit = editOf(view);
    if (!edit) return [];
    return [{ title: title(view), kind: fixAllKind, edit } satisfies CodeAction];
  },
  resolve: (view, action) => ({ ...action, edit: editOf(view) ?? { changes: {} } }),
};

/** The safe edits of every report in the document. Of two fixes that meet, the first is taken and the other waits for the next run. */
export function safeEdits(parts: readonly ViewPart[]): PartEdits[] {
  return parts
    .map((part) => {
      const fixes = [...part.shown, ...part.findings].flatMap((f) => f.fixes.filter((fix) => fix.kind === 'safe'));
      return { part, edits: compatibleFixes(fixes) };
    })
    .filter(({ edits }) => edits.length > 0);
}

/** Whole fixes only: a fix of which one edit meets another fix is left out with all its edits. */
export function compatibleFixes(fixes: readonly Fix[]): Edit[] {
  const kept: Edit[] = [];
  for (const fix of fixes) {
    const news = fix.edits.filter((edit) => !kept.some((other) => isSame(edit, other)));
    if (news.some((edit) => kept.some((other) => meets(edit, other)))) continue;
    kept.push(...news);
  }
  return kept;
}

function editOf(view: View) {
  const edits = safeEdits(view.parts);
  return edits.length > 0 ? workspaceEdit(view, edits) : undefined;
}

function title(view: View): string {
  return say(view, localized('修正全部可以安全修正的问题', 'Fix everything that can be fixed safely'));
}

function isSame(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

/** Two insertions at one place meet as well: their order would be a guess. */
function meets(a: Edit, b: Edit): boolean {
  return (
    overlaps(a.span, b.span) || (a.span.start === b.span.start && (a.span.end === a.span.start || b.span.end === b.span.start))
  );
}
