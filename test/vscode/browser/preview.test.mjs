import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';

const report = '青岚县人民政府2023年政府信息公开工作年度报告.txt';

export default [
  {
    title: 'the preview shows the wrong cells red, leads to them and changes them in place',
    async run(workbench) {
      await workbench.open(report);
      await workbench.goTo(62, 9);
      await workbench.squiggle.waitFor({ state: 'attached' });
      await workbench.run('Gouji: Open Preview');
      const preview = workbench.webview();
      const wrong = preview.locator('td.error[data-cell="outcomeTotal/naturalPerson"]');
      await wrong.waitFor();
      assert.match(await wrong.getAttribute('title'), /12/);
      assert.equal(await preview.locator('th', { hasText: '自然人' }).first().getAttribute('rowspan'), '2');
      await workbench.page.keyboard.press('Control+KeyB');
      await wrong.scrollIntoViewIfNeeded();
      await wrong.hover();
      await workbench.picture('preview');

      await wrong.dblclick();
      await preview.locator('td input').fill('12');
      await preview.locator('td input').press('Enter');
      await preview.locator('td[data-cell="outcomeTotal/naturalPerson"]:not(.error)').waitFor();
      await workbench.editor.locator('.view-line', { hasText: '（七）总计' }).first().click();
      await workbench.save();
      const line = readFileSync(join(workbench.folder, report), 'utf8').split('\n')[61];
      assert.match(line, /^\t（七）总计\t\t12\t0/);
    },
  },
];
