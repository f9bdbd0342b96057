import type { CodeAction } from 'vscode-languageserver';
import { compatibleEdits } from '../../fixes/applyEdits';
import { compatibleFixes } from '../../fixes/compatibleFixes';
import { localized } from '../../text/localized';
import { say, type View, type ViewPart } from '../view';
import { workspaceEdit, type PartEdits } from '../parts/workspaceEdit';
import type { ActionProvider } from './actionProvider';

const fixAllKind = 'source.fixAll.gouji';

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
function safeEdits(parts: readonly ViewPart[]): PartEdits[] {
  return parts
    .map((part) => {
      const fixes = [...part.shown, ...part.findings].flatMap((f) => f.fixes.filter((fix) => fix.kind === 'safe'));
      return { part, edits: compatibleEdits(compatibleFixes(fixes).flatMap((fix) => fix.edits)) };
    })
    .filter(({ edits }) => edits.length > 0);
}

function editOf(view: View) {
  const edits = safeEdits(view.parts);
  return edits.length > 0 ? workspaceEdit(view, edits) : undefined;
}

function title(view: View): string {
  return say(view, localized('修正全部可以安全修正的问题', 'Fix everything that can be fixed safely'));
}
