import { env, l10n, workspace } from 'vscode';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';

type Words = Record<string, string | number>;

/**
 * The message in the language a person chose with `gouji.locale`; with `auto` in VS Code's own. The English message is
 * the key of the Chinese one, as VS Code's bundles have it.
 */
export function localize(message: string, words: Words = {}): string {
  const chosen = chosenLocale();
  if (chosen === 'auto') return l10n.t(message, words);
  const text = chosen === 'zh-cn' ? ((chinese as Record<string, string>)[message] ?? message) : message;
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(words[name] ?? slot));
}

/** The language that the server and the panels speak. */
export function locale(): 'zh-cn' | 'en' {
  const chosen = chosenLocale();
  if (chosen !== 'auto') return chosen;
  return env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}

function chosenLocale(): 'auto' | 'zh-cn' | 'en' {
  const chosen = workspace.getConfiguration('gouji').get<string>('locale');
  return chosen === 'zh-cn' || chosen === 'en' ? chosen : 'auto';
}
