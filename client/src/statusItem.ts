import { DiagnosticSeverity, StatusBarAlignment, languages, window, type Disposable } from 'vscode';
import { State } from 'vscode-languageclient';
import { currentReport } from './language';
import { localize } from './localize';
import type { RunningServer } from './startClient';

/** One item in the status bar while a report is edited: whether it balances, and whether the server runs. */
export function showStatus(server: RunningServer): Disposable[] {
  const item = window.createStatusBarItem('gouji.status', StatusBarAlignment.Right, 100);
  item.name = localize('Gouji');
  item.command = 'workbench.actions.view.problems';
  const update = () => {
    const document = currentReport();
    if (!document) return item.hide();
    const found = languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'gouji');
    const errors = found.filter((diagnostic) => diagnostic.severity === DiagnosticSeverity.Error).length;
    if (server.state !== State.Running) {
      item.text = localize('$(sync~spin) Gouji: starting');
    } else if (found.length === 0) {
      item.text = localize('$(check) Gouji: balanced');
    } else {
      item.text = localize('$(warning) Gouji: {errors} errors, {others} notes', { errors, others: found.length - errors });
    }
    item.show();
  };
  update();
  return [
    item,
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(update),
    server.onDidChangeState(update),
  ];
}
