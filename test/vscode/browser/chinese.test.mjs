import assert from 'node:assert/strict';

const report = '青岚县人民政府2023年政府信息公开工作年度报告.txt';
const locale = 'zh-cn';
// The language of messages is that of VS Code, as a person has it who set nothing.
const folderSettings = { 'gouji.locale': 'auto' };

export default [
  {
    title: 'in a Chinese VS Code commands, findings, hovers and the status bar are Chinese',
    locale,
    folderSettings,
    async run(workbench) {
      await workbench.openAtMistake(report, 62, 9);
      await workbench.page.locator('.statusbar-item', { hasText: '政府信息公开年报' }).waitFor();
      await workbench.page.locator('.statusbar-item', { hasText: '2023 · 2021 年表式 · 3 处错误' }).waitFor();
      const problems = await workbench.showProblems('青岚县人民政府2023');
      await problems.filter({ hasText: '应为 12' }).first().waitFor();
      await workbench.page.keyboard.press('Control+KeyJ');
      await workbench.page.keyboard.press('F1');
      await workbench.page.locator('.quick-input-widget input').fill('>勾稽');
      const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: '勾稽: 修正表格合计' }).waitFor();
      await workbench.picture('chinese-commands');
      await workbench.page.keyboard.press('Escape');
      await workbench.run('勾稽: 修正表格合计');
      await workbench.squiggle.waitFor({ state: 'detached' });
    },
  },
  {
    title: 'in a Chinese VS Code the view, its dashboard and its progress are Chinese',
    locale,
    folderSettings,
    async run(workbench) {
      await workbench.open(report);
      await workbench.page.locator('.activitybar .action-label[aria-label="年度报告"]').click();
      await workbench.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: '3 处提醒' }).waitFor();
      await workbench.page.locator('.pane-header, .composite.title', { hasText: '按机关和年度' }).first().waitFor();
      await workbench.run('勾稽: 打开文件夹总览');
      const dashboard = workbench.webview();
      await dashboard.locator('h1', { hasText: '本文件夹的年度报告' }).waitFor();
      const words = await dashboard.locator('body').innerText();
      assert.doesNotMatch(words.replace(/HTML|CSV/g, ''), /[A-Za-z]{3,}/);
      await workbench.picture('chinese-dashboard');
    },
  },
  {
    title: 'in a Chinese VS Code the walkthrough is Chinese',
    locale,
    folderSettings,
    async run(workbench) {
      await workbench.open(report);
      await workbench.run('Welcome: Open Walkthrough...');
      await workbench.pick('核对政府信息公开年报');
      await workbench.page.locator('.getting-started-step', { hasText: '修正合计' }).first().waitFor();
      await workbench.page.locator('.getting-started-step').nth(4).waitFor();
      await workbench.picture('walkthrough');
    },
  },
];
