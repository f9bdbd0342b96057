import { PackageManager, listFiles } from '@vscode/vsce';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(__dirname, '..', '..');
const allowed =
  /^(package(\.nls(\.zh-cn)?)?\.json|language-configuration\.json|(LICENSE|CHANGELOG|README|ARCHITECTURE|CONTRIBUTING)(\.zh-CN)?(\.md)?|dist\/extension(\.browser)?\.js|dist\/webview\/\w+\.(css|js)|docs\/[\w-]+(\.zh-CN)?\.md|docs\/rules\/[\w-]+\.md|docs\/images\/.*\.png|images\/.*\.(png|svg)|l10n\/.*\.json|snippets\/.*\.json|syntaxes\/.*\.json|server\/src\/workspace\/.*\.schema\.json|walkthrough\/.*\.md)$/;

describe('the package', () => {
  it('holds only what runs and what it shows', async () => {
    const files = await listFiles({ cwd: project, packageManager: PackageManager.None });
    expect(files.filter((file) => !allowed.test(file.replaceAll('\\', '/')))).toEqual([]);
  });

  it('holds the page of every rule', async () => {
    const files = await listFiles({ cwd: project, packageManager: PackageManager.None });
    const pages = readdirSync(join(project, 'docs', 'rules')).map((page) => `docs/rules/${page}`);
    expect(files.map((file) => file.replaceAll('\\', '/'))).toEqual(expect.arrayContaining(pages));
  });
});
