import type { Position } from 'vscode';
import type { ReadDocument } from '../../../server/src/features/readReport';
import { activeReportEditor } from '../language';

/** The server's own commands on totals: the language client registers them, so nothing here may do so a second time. */
const totalsCommands: readonly string[] = ['gouji.fixTotals', 'gouji.recomputeTotals'];

/**
 * A call from the palette names no report: the active editor is meant, and the table at its cursor; every table where the
 * cursor is in none.
 */
export async function fillInFixTotals(
  command: string,
  parameters: unknown[],
  read: (uri: string) => Promise<ReadDocument | null | undefined>,
): Promise<unknown[]> {
  const editor = activeReportEditor();
  if (!totalsCommands.includes(command) || isLocation(parameters[0]) || !editor) return parameters;
  const uri = editor.document.uri.toString();
  const { version } = editor.document;
  const { line, character } = editor.selection.active;
  const tables = (await read(uri))?.reports.flatMap((report) => report.tables) ?? [];
  const isInTable = tables.some(
    ({ range }) => !isBefore(editor.selection.active, range.start) && !isBefore(range.end, editor.selection.active),
  );
  return [{ uri, version, ...(isInTable && { position: { line, character } }) }];
}

/** Menus pass the resource they stand on, which is no argument of the server. */
function isLocation(parameter: unknown): boolean {
  return typeof parameter === 'object' && parameter !== null && 'uri' in parameter;
}

function isBefore(a: Pick<Position, 'line' | 'character'>, b: Pick<Position, 'line' | 'character'>): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
