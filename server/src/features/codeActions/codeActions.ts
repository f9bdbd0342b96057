import { CodeActionKind, type CodeAction, type CodeActionContext, type CodeActionParams } from 'vscode-languageserver';
import type { Span } from '../../text/span';
import type { Feature, View } from '../view';
import { acceptFinding } from './acceptFinding';
import { fixAll, fixAllKind } from './fixAll';
import { insertTable } from './insertTable';
import { quickFixes } from './quickFixes';
import { rewriteTable } from './rewriteTable';

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

const providers: readonly ActionProvider[] = [quickFixes, insertTable, acceptFinding, rewriteTable, fixAll];

export const codeActions: Feature<CodeActionParams, CodeAction[]> = {
  method: 'textDocument/codeAction',
  capability: () => ({
    codeActionProvider: { codeActionKinds: [...new Set(providers.map((p) => p.kind))], resolveProvider: true },
  }),
  handle(view, params) {
    const request = { view, span: view.positions.span(params.range), context: params.context };
    return providers.filter((p) => isWanted(p.kind, params.context.only)).flatMap((p) => p.offer(request));
  },
};

/** Completes an action from its own data; undefined when it no longer applies. */
export function resolveCodeAction(view: View, action: CodeAction): CodeAction | undefined {
  const data = action.data as ActionData;
  return providers.find((provider) => provider.name === data.action)?.resolve(view, action, data);
}

/** Whether the client fills in an action's edit only when it is chosen. */
export function resolvesEdits(view: View): boolean {
  const can = view.client.textDocument?.codeAction;
  return Boolean(can?.dataSupport && can.resolveSupport?.properties.includes('edit'));
}

export { fixAllKind };

/** Kinds are hierarchical: asking for `source` or `source.fixAll` also asks for `source.fixAll.gouji`. */
function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  if (!only || only.length === 0) return true;
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
