const report = '青岚县人民政府2023年政府信息公开工作年度报告.txt';

export default [
  {
    title: 'the view in the activity bar lists reports by organ and year',
    async run(workbench) {
      await workbench.open(report);
      await workbench.run('View: Show Annual Reports');
      const rows = workbench.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row');
      await rows.filter({ hasText: '青岚县人民政府' }).filter({ hasText: '✗ 1' }).waitFor();
      await rows.filter({ hasText: '2022' }).first().waitFor();
      await workbench.picture('folder');
    },
  },
  {
    title: 'the dashboard draws the folder',
    async run(workbench) {
      await workbench.open(report);
      await workbench.run('Gouji: Open Dashboard of the Folder');
      const dashboard = workbench.webview();
      await dashboard.locator('.tiles .bad b', { hasText: '4' }).waitFor();
      await dashboard.locator('td', { hasText: '青岚县人民政府' }).first().waitFor();
      await workbench.page.keyboard.press('Control+KeyB');
      await workbench.picture('dashboard');
    },
  },
  {
    title: 'the status item says form, year and errors, and has a menu',
    async run(workbench) {
      await workbench.open(report);
      const status = workbench.page.locator('.statusbar-item[id="gouji.gouji.gouji.status"], .statusbar-item', {
        hasText: '2021 年表式',
      });
      await status.filter({ hasText: '2023' }).filter({ hasText: '3' }).waitFor();
      await status.first().click();
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: '修正表格合计' }).waitFor();
      await workbench.picture('status-menu');
    },
  },
  {
    title: 'the menu leads to other commands from the palette as well',
    async run(workbench) {
      await workbench.open(report);
      await workbench.run('Gouji: Show Menu');
      await workbench.pick('核对规则');
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'outcome-total' }).waitFor();
    },
  },
  {
    title: 'a new report takes over what last year tells',
    async run(workbench) {
      await workbench.open(report);
      await workbench.run('Gouji: New Annual Report');
      await workbench.answer('机关名称', '青岚县人民政府');
      await workbench.answer('报告年度', '2024');
      await workbench.pick('政府');
      await workbench.pick('制表符分列');
      await workbench.editor.locator('.view-line', { hasText: '青岚县人民政府2024年' }).first().waitFor();
      await workbench.editor.locator('.view-line', { hasText: /行政规范性文件\s+34/ }).waitFor();
      await workbench.picture('new-report');
    },
  },
  {
    title: 'two years are compared number by number',
    async run(workbench) {
      await workbench.open(report);
      await workbench.run('Gouji: Compare with Last Year');
      await workbench.page.locator('.monaco-diff-editor .line-insert').first().waitFor();
      await workbench.page.locator('.tab', { hasText: '青岚县人民政府：2022 年与 2023 年对比' }).waitFor();
      // The numbers alone are no report.
      await workbench.page.locator('.statusbar-item', { hasText: 'Plain Text' }).waitFor();
      await workbench.picture('compare');
    },
  },
  {
    title: 'the walkthrough shows five steps',
    async run(workbench) {
      await workbench.open(report);
      await workbench.run('Welcome: Open Walkthrough...');
      await workbench.pick('Check an annual disclosure report');
      await workbench.page.locator('.getting-started-step').nth(4).waitFor();
    },
  },
];
