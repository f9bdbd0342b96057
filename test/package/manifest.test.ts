import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptedFileName } from '../../server/src/workspace/accepted';
import { configurationFileName } from '../../server/src/workspace/configuration';

const project = join(__dirname, '..', '..');
const readText = (path: string): string => readFileSync(join(project, path), 'utf8');
const readJson = <Value>(path: string): Value => JSON.parse(readText(path)) as Value;

interface Manifest {
  readonly categories: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly filenames?: readonly string[] }[];
    readonly commands: readonly { readonly command: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  };
}

const manifest = readJson<Manifest>('package.json');
const english = readJson<Record<string, string>>('package.nls.json');
const chinese = readJson<Record<string, string>>('package.nls.zh-cn.json');

describe('the manifest', () => {
  it('says that the files of settings may have comments', () => {
    const withComments = manifest.contributes.languages.find(({ id }) => id === 'jsonc');
    expect(withComments?.filenames).toEqual([configurationFileName, acceptedFileName]);
  });

  it('promises no formatter', () => expect(manifest.categories).not.toContain('Formatters'));

  it('offers on no single folder what shows all of them', () => {
    const offered = manifest.contributes.menus['explorer/context'] ?? [];
    expect(offered.map(({ command }) => command)).not.toContain('gouji.openDashboard');
  });

  it.each(['fixTotals', 'recomputeTotals', 'openPreview', 'exportHtml', 'compareWithLastYear', 'copySkeleton'])(
    'offers %s while the preview has the focus',
    (name) => {
      const { enablement } = manifest.contributes.commands.find(({ command }) => command === `gouji.${name}`)!;
      expect(enablement).toBe("editorLangId == disclosure-report || activeWebviewPanelId == 'gouji.preview'");
    },
  );

  it('has every string in English and Chinese', () => {
    const used = [...readText('package.json').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]!);
    expect(Object.keys(english).sort()).toEqual([...new Set(used)].sort());
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });
});

describe('the client', () => {
  it('has every message in Chinese, and no translation that nothing uses', () => {
    const bundle = readJson<Record<string, string>>('l10n/bundle.l10n.zh-cn.json');
    const used = new Set(sources(join(project, 'client', 'src')).flatMap(messagesIn));
    expect(Object.keys(bundle).sort()).toEqual([...used].sort());
  });

  it('fills the same words into both languages', () => {
    const bundle = readJson<Record<string, string>>('l10n/bundle.l10n.zh-cn.json');
    const slots = (text: string) => [...text.matchAll(/\{\w+\}|\$\([\w~-]+\)/g)].map(String).sort();
    for (const [message, translation] of Object.entries(bundle)) expect(slots(translation), message).toEqual(slots(message));
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function messagesIn(path: string): string[] {
  const calls = readFileSync(path, 'utf8').matchAll(/\blocalize\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g);
  return [...calls].map((call) => (call[1] ?? call[2]!).replace(/\\(.)/g, '$1'));
}
