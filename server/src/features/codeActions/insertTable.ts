import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { formForYear, forms, tableIds, type TableId } from '../../form/form';
import type { Report, Section } from '../../report/report';
import type { Edit } from '../../rules/rule';
import { localized } from '../../text/localized';
import { contains, span } from '../../text/span';
import { diagnosticOf } from '../diagnostics';
import { tablesOf } from '../parts/elementAt';
import { shownFindings } from '../parts/findingKey';
import { blankSource, formGrid } from '../tableText/formGrid';
import { writeGrid, type WritableLayout } from '../tableText/writeGrid';
import { partAt, say, type ViewPart } from '../view';
import { workspaceEdit } from '../parts/workspaceEdit';
import type { ActionProvider, ActionRequest } from './actionProvider';

/** Puts the form's blank table under the heading of a section that lacks it. */
export const insertTable: ActionProvider = {
  name: 'insertTable',
  kind: CodeActionKind.QuickFix,
  offer(request) {
    const place = partAt(request.view, request.span.start);
    const section = place?.part.report.sections.findLast((s) => s.heading && contains(s.span, place.at));
    const table = tableIds.find((id) => forms['2021'].tables[id].section === section?.id);
    if (!place || !section || !table || place.part.report.tables[table]) return [];
    return [toAction(request, place.part, section, table)];
  },
  resolve: (_view, action) => action,
};

function toAction({ view }: ActionRequest, part: ViewPart, section: Section, table: TableId): CodeAction {
  const title = localized('按表式插入空白表格', 'Insert the form’s blank table');
  const missing = shownFindings(view).filter(
    (found) => found.part === part && found.finding.table === table && found.finding.rule === 'missing-table',
  );
  return {
    title: say(view, title),
    kind: CodeActionKind.QuickFix,
    edit: workspaceEdit(view, [{ part, edits: [blankTable(part.report, section, table)] }]),
    ...(missing.length > 0 ? { diagnostics: missing.map((m) => diagnosticOf(view, part, m.finding, m.key)) } : {}),
  };
}

/** The blank table after the heading's line, in the layout that the report's other tables have. */
function blankTable(report: Report, section: Section, table: TableId): Edit {
  const form = formForYear(report.year);
  const lineEnd = report.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = writeGrid(formGrid(form, table, blankSource(form, table)), layoutOf(report));
  const rest = /[\r\n]/.exec(report.text.slice(section.heading!.span.end));
  const at = rest ? section.heading!.span.end + rest.index : report.text.length;
  return { span: span(at, at), newText: `${lineEnd}${lineEnd}${lines.join(lineEnd)}` };
}

function layoutOf(report: Report): WritableLayout {
  return tablesOf(report)[0]?.layout === 'pipeRows' ? 'pipeRows' : 'tabRows';
}
