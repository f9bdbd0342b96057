import { activeReportEditor } from '../language';

/** The server's own commands on totals: the language client registers them, so nothing here may do so a second time. */
const totalsCommands: readonly string[] = ['gouji.fixTotals', 'gouji.recomputeTotals'];

/** A call from the palette names no report: the active editor and its cursor are meant. */
export function fillInFixTotals(command: string, parameters: unknown[]): unknown[] {
  const editor = activeReportEditor();
  if (!totalsCommands.includes(command) || isLocation(parameters[0]) || !editor) return parameters;
  const { line, character } = editor.selection.active;
  const { uri, version } = editor.document;
  return [{ uri: uri.toString(), version, position: { line, character } }];
}

/** Menus pass the resource they stand on, which is no argument of the server. */
function isLocation(parameter: unknown): boolean {
  return typeof parameter === 'object' && parameter !== null && 'uri' in parameter;
}
