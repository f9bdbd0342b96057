import type { CodeAction, CodeActionKind, CodeActionParams } from 'vscode-languageserver';
import type { Feature, View } from '../view';
import { acceptFinding } from './acceptFinding';
import type { ActionData, ActionProvider } from './actionProvider';
import { fixAll } from './fixAll';
import { insertTable } from './insertTable';
import { quickFixes } from './quickFixes';
import { rewriteTable } from './rewriteTable';

/** Every kind of action. A new one is a file and a place here. */
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

/** Kinds are hierarchical: asking for `source` or `source.fixAll` also asks for `source.fixAll.gouji`. */
function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  if (!only || only.length === 0) return true;
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
