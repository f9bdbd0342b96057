import type { Position } from 'vscode';
import type { ReadDocument } from '../../../server/src/features/goujiReport';
import { activeReportEditor, currentReport } from '../language';

/** The server's own commands on totals: the language client registers them, so nothing here may do so a second time. */
const totalsCommands: readonly string[] = ['gouji.fixTotals', 'gouji.recomputeTotals'];

/**
 * A call from the palette or a menu names no report: the one a person works with is meant, and the table at the cursor of the
 * active editor; every table where the cursor is in none. Undefined where there is no report.
 */
export async function fillInFixTotals(
  command: string,
  parameters: unknown[],
  read: (uri: string) => Promise<ReadDocument | null | undefined>,
): Promise<unknown[] | undefined> {
  if (!totalsCommands.includes(command) || isLocation(parameters[0])) return parameters;
  const document = currentReport();
  if (!document) return undefined;
  const uri = document.uri.toString();
  const { version } = document;
  const cursor = activeReportEditor()?.selection.active;
  if (!cursor) return [{ uri, version }];
  const { line, character } = cursor;
  const tables = (await read(uri))?.reports.flatMap((report) => report.tables) ?? [];
  const isInTable = tables.some(({ range }) => !isBefore(cursor, range.start) && !isBefore(range.end, cursor));
  return [{ uri, version, ...(isInTable && { position: { line, character } }) }];
}

/** Menus pass the resource they stand on, which is no argument of the server. */
function isLocation(parameter: unknown): boolean {
  return typeof parameter === 'object' && parameter !== null && 'uri' in parameter;
}

function isBefore(a: Pick<Position, 'line' | 'character'>, b: Pick<Position, 'line' | 'character'>): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
