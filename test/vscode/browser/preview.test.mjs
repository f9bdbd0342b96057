import { readFileSync, writeFileSync } from 'node:fs';
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
  {
    title: 'a number typed into the preview counts when something else is clicked, and not after Escape',
    async run(workbench) {
      const preview = await openPreview(workbench);
      const total = preview.locator('td[data-cell="outcomeTotal/naturalPerson"]');
      await total.dblclick();
      await preview.locator('td input').fill('99');
      await preview.locator('td input').press('Escape');
      assert.notEqual(await total.textContent(), '99');
      await total.dblclick();
      await preview.locator('td input').fill('12');
      await preview.locator('h1').first().click();
      await preview.locator('td[data-cell="outcomeTotal/naturalPerson"]:not(.error)').waitFor();
      await workbench.editor
        .locator('.view-line', { hasText: /（七）总计\s+12\s/ })
        .first()
        .waitFor();
    },
  },
  {
    title: 'the preview follows what is found when the settings of the folder change',
    async run(workbench) {
      const preview = await openPreview(workbench);
      const rules = Object.fromEntries(['wrong-cell', 'outcome-total', 'row-total', 'balance'].map((rule) => [rule, 'off']));
      writeFileSync(join(workbench.folder, 'gouji.config.json'), JSON.stringify({ rules }));
      await preview.locator('td[data-cell="outcomeTotal/naturalPerson"]:not(.error)').waitFor();
    },
  },
  {
    title: 'a command of the palette acts on the report of the preview that has the focus',
    async run(workbench) {
      const preview = await openPreview(workbench);
      await preview.locator('h1').first().click();
      await workbench.run('Gouji: Fix Table Totals');
      await preview.locator('td[data-cell="outcomeTotal/naturalPerson"]:not(.error)').waitFor();
    },
  },
  {
    title: 'the preview says that a text is too large to be shown',
    async run(workbench) {
      const large = report.replace('2023', '2019');
      const text = readFileSync(join(workbench.folder, report), 'utf8');
      writeFileSync(join(workbench.folder, large), `${text}${'附注：无。\n'.repeat(600_000)}`);
      await workbench.open(large);
      await workbench.run('Gouji: Open Preview');
      await workbench.webview().locator('.empty', { hasText: '8 MB' }).waitFor();
    },
  },
];

/** The preview of the report with wrong totals, once it shows them. */
async function openPreview(workbench) {
  await workbench.openAtMistake(report, 62, 9);
  await workbench.run('Gouji: Open Preview');
  await workbench.page.keyboard.press('Control+KeyB');
  const preview = workbench.webview();
  await preview.locator('td.error[data-cell="outcomeTotal/naturalPerson"]').waitFor();
  return preview;
}
