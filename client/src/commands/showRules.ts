import { Uri, commands, window } from 'vscode';
import { rules } from '../../../server/src/rules';
import { inLocale } from '../../../server/src/text/localized';
import { locale, localize } from '../localize';

/** Lists every rule; the chosen one's page is shown. */
export async function showRules(extension: Uri): Promise<void> {
  const severities = {
    error: localize('error'),
    warning: localize('warning'),
    hint: localize('hint'),
    off: localize('off'),
  };
  const items = rules.map((rule) => ({
    label: rule.id,
    description: severities[rule.offByDefault ? 'off' : rule.severity],
    detail: inLocale(rule.summary, locale()),
  }));
  const chosen = await window.showQuickPick(items, { title: localize('Rules'), matchOnDetail: true, matchOnDescription: true });
  if (!chosen) return;
  const page = Uri.joinPath(extension, 'docs', 'rules', `${chosen.label}.md`);
  await commands.executeCommand('markdown.showPreview', page);
}
