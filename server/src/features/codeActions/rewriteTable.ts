import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Table } from '../../report/report';
import { localized, type Localized } from '../../text/localized';
import { contains } from '../../text/span';
import { tablesOf } from '../parts/elementAt';
import { rewritingOf } from '../tableText/rewriting';
import { writableLayouts, type WritableLayout } from '../tableText/writeGrid';
import { partAt, say, type View, type ViewPart } from '../view';
import { workspaceEdit } from '../parts/workspaceEdit';
import { resolvesEdits, type ActionProvider } from './actionProvider';

/** Writes the table at the cursor in another layout; a layout that cannot hold it is shown disabled, with the reason. */
export const rewriteTable: ActionProvider = {
  name: 'rewriteTable',
  kind: CodeActionKind.RefactorRewrite,
  offer({ view, span, context }) {
    const place = partAt(view, span.start);
    const table = place && tablesOf(place.part.report).find((t) => contains(t.span, place.at));
    if (!table) return [];
    return writableLayouts.flatMap((layout) => toAction(view, place.part, table, layout, Boolean(context.only?.length)));
  },
  resolve(view, action, data) {
    const [part, table] = data.key.split('/');
    const found = view.parts[Number(part)];
    const target = found && tablesOf(found.report).find((t) => t.id === table);
    const rewriting = target && rewritingOf(found.report, target, writableLayouts[data.choice]!);
    return rewriting && 'edit' in rewriting
      ? { ...action, edit: workspaceEdit(view, [{ part: found, edits: [rewriting.edit] }]) }
      : undefined;
  },
};

const names: Readonly<Record<WritableLayout, Localized>> = {
  tabRows: localized('将本表改写为制表符分列', 'Rewrite this table in rows with tabs'),
  pipeRows: localized('将本表改写为竖线分列', 'Rewrite this table in rows with bars'),
  markdown: localized('将本表改写为 Markdown 表格', 'Rewrite this table in Markdown'),
};

function toAction(view: View, part: ViewPart, table: Table, layout: WritableLayout, isAskedFor: boolean): CodeAction[] {
  const rewriting = rewritingOf(part.report, table, layout);
  const action: CodeAction = { title: say(view, names[layout]), kind: CodeActionKind.RefactorRewrite };
  if ('reason' in rewriting) {
    // A disabled action only explains: it is shown when refactorings were asked for, not in every menu.
    const canShow = isAskedFor && view.client.textDocument?.codeAction?.disabledSupport;
    return canShow ? [{ ...action, disabled: { reason: say(view, rewriting.reason) } }] : [];
  }
  const key = `${view.parts.indexOf(part)}/${table.id}`;
  const data = { uri: view.uri, version: view.version, action: 'rewriteTable', key, choice: writableLayouts.indexOf(layout) };
  if (resolvesEdits(view)) return [{ ...action, data }];
  return [{ ...action, edit: workspaceEdit(view, [{ part, edits: [rewriting.edit] }]) }];
}
