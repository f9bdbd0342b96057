import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { relationsOf } from '../report/relations';
import type { Table } from '../report/report';
import { count, localized } from '../text/localized';
import { tablesOf } from './parts/elementAt';
import { rangeIn, say, type Feature, type View, type ViewPart } from './view';

/** The command that sets the totals of a table; carried out by the server. */
export const fixTotalsCommand = 'gouji.fixTotals';

/** One line above each table with sums: whether they hold, and a click that sets the wrong ones. */
export const codeLenses: Feature<CodeLensParams, CodeLens[]> = {
  method: 'textDocument/codeLens',
  capability: () => ({ codeLensProvider: { resolveProvider: false } }),
  handle(view) {
    if (!view.settings.codeLens) return [];
    return view.parts.flatMap((part) => tablesOf(part.report).flatMap((table) => lensOf(view, part, table)));
  },
};

function lensOf(view: View, part: ViewPart, table: Table): CodeLens[] {
  const range = rangeIn(view, part, { start: table.span.start, end: table.span.start });
  if (table.status === 'incomplete') {
    return [{ range, command: statement(say(view, localized('表格残缺，未作勾稽检查', 'Incomplete table: sums not checked'))) }];
  }
  const relations = relationsOf(part.report).filter((r) => r.table === table.id);
  if (relations.length === 0) return [];
  const broken = relations.filter((r) => r.status === 'violated').length;
  const undecided = relations.filter((r) => r.status === 'undecided').length;
  if (broken > 0) {
    const title = localized(`${broken} 处不平 · 修正合计`, `${count(broken, 'sum does', 'sums do')} not balance · Fix totals`);
    const argument = { uri: view.uri, version: view.version ?? undefined, position: range.start };
    return [{ range, command: { title: say(view, title), command: fixTotalsCommand, arguments: [argument] } }];
  }
  const title =
    undecided > 0
      ? localized(
          `${undecided} 条勾稽关系因缺数无法判断`,
          `${count(undecided, 'relation')} cannot be judged: numbers are missing`,
        )
      : localized('✓ 勾稽平衡', '✓ Balanced');
  return [{ range, command: statement(say(view, title)) }];
}

/** A lens that only says something: editors show it without a link. */
function statement(title: string) {
  return { title, command: '' };
}
