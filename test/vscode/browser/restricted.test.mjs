import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const report = '青岚县人民政府2023年政府信息公开工作年度报告.txt';

/** As VS Code asks for trust by default: a folder is opened in Restricted Mode unless it is trusted. */
export const settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
};

export default [
  {
    title: 'in Restricted Mode all of the extension works, as the manifest says: it runs nothing of the folder',
    // Settings of the folder are data: they hold in Restricted Mode as well.
    folderSettings: { 'gouji.rules': { 'section-title': 'error' } },
    async run(workbench) {
      await workbench.openAtMistake(report, 62, 9);
      await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
      const problems = await workbench.showProblems('青岚县人民政府2023');
      await problems
        .filter({ hasText: 'section-title' })
        .filter({ has: workbench.page.locator('.codicon-error') })
        .waitFor();
      await workbench.page.keyboard.press('Control+KeyJ');
      await workbench.run('Gouji: Open Preview');
      await workbench.webview().locator('td.error[data-cell="outcomeTotal/naturalPerson"]').waitFor();
      await workbench.picture('restricted');
      await workbench.goTo(62, 9);
      await workbench.run('Gouji: Fix Table Totals');
      await workbench.webview().locator('td[data-cell="outcomeTotal/naturalPerson"]:not(.error)').waitFor();
      await workbench.save();
      const totals = readFileSync(join(workbench.folder, report), 'utf8').split('\n')[61];
      assert.equal(totals, '\t（七）总计\t\t12\t2\t0\t0\t0\t0\t14');
    },
  },
];
