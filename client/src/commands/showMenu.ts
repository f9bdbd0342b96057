import { commands, window, type QuickPickItem } from 'vscode';
import { localize } from '../localize';

interface MenuItem extends QuickPickItem {
  readonly command: string;
}

/** The menu of the status item. */
export async function showMenu(): Promise<void> {
  const items: MenuItem[] = [
    { label: localize('$(symbol-operator) Fix table totals'), command: 'gouji.fixTotals' },
    { label: localize('$(open-preview) Open preview'), command: 'gouji.openPreview' },
    { label: localize('$(diff) Compare with last year'), command: 'gouji.compareWithLastYear' },
    { label: localize('$(warning) Show problems'), command: 'workbench.actions.view.problems' },
    { label: localize('$(checklist) Rules'), command: 'gouji.showRules' },
    { label: localize('$(bug) Report a reading problem: copy the report without its prose'), command: 'gouji.copySkeleton' },
    { label: localize('$(debug-restart) Restart the language server'), command: 'gouji.restart' },
  ];
  const chosen = await window.showQuickPick(items, { title: localize('Gouji') });
  if (chosen) await commands.executeCommand(chosen.command);
}
