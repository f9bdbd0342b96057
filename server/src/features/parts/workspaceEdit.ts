import type { ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../../rules/rule';
import { rangeIn, type View, type ViewPart } from '../view';

/** Edits of one report with the report they belong to. */
export interface PartEdits {
  readonly part: Pick<ViewPart, 'start'>;
  readonly edits: readonly Edit[];
}

/**
 * Edits as the client can take them: with the document's version where it checks versions, and behind a confirmation
 * where `confirm` says what must be looked at first and the client can ask.
 */
export function workspaceEdit(view: View, changes: readonly PartEdits[], confirm?: ChangeAnnotation): WorkspaceEdit {
  const edits = changes
    .flatMap(({ part, edits }) =>
      edits.map((edit): TextEdit => ({ range: rangeIn(view, part, edit.span), newText: edit.newText })),
    )
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  const can = view.client.workspace?.workspaceEdit;
  if (!can?.documentChanges) return { changes: { [view.uri]: edits } };
  const textDocument = { uri: view.uri, version: view.version };
  if (!confirm || !can.changeAnnotationSupport) return { documentChanges: [{ textDocument, edits }] };
  const annotationId = 'confirm';
  return {
    documentChanges: [{ textDocument, edits: edits.map((edit) => ({ ...edit, annotationId })) }],
    changeAnnotations: { [annotationId]: { ...confirm, needsConfirmation: true } },
  };
}
