import type { Disposable, ExtensionContext } from 'vscode';

export function claimReports(_context: ExtensionContext): Disposable[] {
  return [];
}
