import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Fix } from '../../rules/rule';
import { localized } from '../../text/localized';
import { shiftSpan } from '../../text/span';
import { diagnosticOf, type DiagnosticData } from '../diagnostics';
import { findByKey, shownFindings, type FoundFinding } from '../parts/findingKey';
import { say, touches, type View } from '../view';
import { workspaceEdit } from '../parts/workspaceEdit';
import type { ActionProvider, ActionRequest } from './actionProvider';

/** Every fix of the findings at the place asked about, each with the diagnostic it settles. */
export const quickFixes: ActionProvider = {
  name: 'quickFix',
  kind: CodeActionKind.QuickFix,
  offer(request) {
    return shownFindings(request.view)
      .filter((found) => isAskedFor(request, found))
      .flatMap((found) => found.finding.fixes.map((fix, i) => toAction(request, found, fix, i)));
  },
  resolve(view, action, data) {
    const found = findByKey(view, data.key);
    const fix = found?.finding.fixes[data.choice];
    return found && fix ? { ...action, edit: editOf(view, found, fix) } : undefined;
  },
};

function toAction({ view, context }: ActionRequest, found: FoundFinding, fix: Fix, choice: number): CodeAction {
  const action: CodeAction = {
    title: say(view, fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [sentDiagnostic(context.diagnostics, found) ?? diagnosticOf(view, found.part, found.finding, found.key)],
    edit: editOf(view, found, fix),
  };
  if (fix.preferred) action.isPreferred = true;
  if (view.client.textDocument?.codeAction?.dataSupport) {
    action.data = { uri: view.uri, version: view.version, action: 'quickFix', key: found.key, choice };
  }
  return action;
}

function editOf(view: View, { part, finding }: FoundFinding, fix: Fix) {
  const confirm = {
    label: say(view, localized('请核对后再改', 'Check before changing')),
    description: say(view, finding.message),
  };
  return workspaceEdit(view, [{ part, edits: fix.edits }], fix.kind === 'unsafe' ? confirm : undefined);
}

function isAskedFor({ span, context }: ActionRequest, found: FoundFinding): boolean {
  return (
    touches(shiftSpan(found.finding.span, found.part.start), span) || sentDiagnostic(context.diagnostics, found) !== undefined
  );
}

/** The client's own copy of a diagnostic, so that it can tell which of its diagnostics an action settles. */
function sentDiagnostic(diagnostics: readonly Diagnostic[], found: FoundFinding): Diagnostic | undefined {
  return diagnostics.find(
    (d) => d.code === found.finding.rule && (d.data as Partial<DiagnosticData> | undefined)?.key === found.key,
  );
}
