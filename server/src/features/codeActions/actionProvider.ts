import type { CodeAction, CodeActionContext, CodeActionKind } from 'vscode-languageserver';
import type { Span } from '../../text/span';
import type { View } from '../view';

/** A request for actions, with the range as offsets of the document. */
export interface ActionRequest {
  readonly view: View;
  readonly span: Span;
  readonly context: CodeActionContext;
}

/** One kind of action: what it offers at a place, and how an action it offered is completed when it is chosen. */
export interface ActionProvider {
  /** Also the first word of the `data.action` of its actions. */
  readonly name: string;
  readonly kind: CodeActionKind;
  offer(request: ActionRequest): CodeAction[];
  /** The chosen action with its edit; undefined when the text has changed so that it no longer applies. */
  resolve(view: View, action: CodeAction, data: ActionData): CodeAction | undefined;
}

/** Enough to complete an action without remembering that it was offered. */
export interface ActionData {
  readonly uri: string;
  readonly version: number | null;
  readonly action: string;
  readonly key: string;
  readonly choice: number;
}

/** Whether the client fills in an action's edit only when it is chosen. */
export function resolvesEdits(view: View): boolean {
  const can = view.client.textDocument?.codeAction;
  return Boolean(can?.dataSupport && can.resolveSupport?.properties.includes('edit'));
}
