import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const report = '青岚县人民政府2023年政府信息公开工作年度报告.txt';

const older = '栖霞岭街道办事处2023年政府信息公开工作年度报告.txt';

export default [
  {
    title: 'a report in GB18030 is offered to be opened as such, and its bytes stay as they are',
    async run(workbench) {
      const before = readFileSync(join(workbench.folder, older));
      await workbench.open(older);
      await workbench.page.locator('.notification-toast').getByRole('button', { name: '用 GB18030 重新打开' }).click();
      await workbench.editor.locator('.view-line', { hasText: '栖霞岭街道办事处2023年' }).first().waitFor();
      await workbench.page.locator('.statusbar-item', { hasText: /GB ?18030/i }).waitFor();
      assert.deepEqual(readFileSync(join(workbench.folder, older)), before);
    },
  },
  {
    title: 'a table is written in another layout',
    async run(workbench) {
      await workbench.open(report);
      await workbench.goTo(21, 1);
      await workbench.page.locator('.codelens-decoration').first().waitFor();
      await workbench.run('Gouji: Convert Table Layout');
      await workbench.actions.filter({ hasText: '竖线分列' }).waitFor();
      await workbench.choose('竖线分列');
      await workbench.editor.locator('.view-line', { hasText: /行政许可\s+\|\s+1932/ }).waitFor();
    },
  },
  {
    title: 'the rules are listed, each with its page',
    async run(workbench) {
      await workbench.open(report);
      await workbench.run('Gouji: Show Rules');
      await workbench.answer('核对规则', 'outcome-total');
      await workbench.page.locator('.tab', { hasText: 'outcome-total' }).waitFor();
    },
  },
  {
    title: 'the dashboard is exported as CSV',
    async run(workbench) {
      const exported = await exportedDashboard(workbench, '#exportCsv', '本文件夹的年度报告.csv');
      assert.match(exported, /^\uFEFF机关,年度,[^\n]*\r\n/);
    },
  },
  {
    title: 'the dashboard is exported as a page of its own, with its charts as pictures',
    async run(workbench) {
      const html = await exportedDashboard(workbench, '#exportHtml', '本文件夹的年度报告.html');
      assert.doesNotMatch(html, /<script|<button|<canvas/);
      const page = await workbench.page.context().newPage();
      await page.setContent(html);
      const charts = await page.locator('figure img').evaluateAll((images) => images.map((image) => image.naturalWidth));
      assert.equal(charts.length, 3);
      assert.ok(
        charts.every((width) => width > 200),
        `widths of the charts: ${charts}`,
      );
      assert.equal(await page.locator('td', { hasText: '青岚县人民政府' }).count(), 2);
      await page.screenshot({ path: workbench.pathOfPicture('dashboard-exported'), fullPage: true });
      await page.close();
    },
  },
  {
    title: 'the view is read again on demand, where the folder is not watched',
    folderSettings: { 'files.watcherExclude': { '**/*.txt': true } },
    async run(workbench) {
      await workbench.open(report);
      await workbench.run('View: Show Annual Reports');
      const rows = workbench.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row');
      await rows.filter({ hasText: '青岚县人民政府' }).waitFor();
      const text = readFileSync(join(workbench.folder, report), 'utf8').replaceAll('青岚县', '白石县');
      writeFileSync(join(workbench.folder, report.replace('青岚县', '白石县')), text);
      assert.equal(await rows.filter({ hasText: '白石县' }).count(), 0);
      await workbench.run('Gouji: Refresh Reports');
      await rows.filter({ hasText: '白石县人民政府' }).waitFor();
    },
  },
];

/** The file that a button of the dashboard writes into the folder. */
async function exportedDashboard(workbench, button, file) {
  await workbench.open(report);
  await workbench.run('Gouji: Open Dashboard of the Folder');
  await workbench.webview().locator(button).click();
  await workbench.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).waitFor();
  return readFileSync(join(workbench.folder, file), 'utf8');
}
