import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const report = '青岚县人民政府2023年政府信息公开工作年度报告.txt';
const totalsLine = 62;
const firstTotal = 9;

/** The report as it is on disk, line by line. */
function savedLine(workbench, file, line) {
  return readFileSync(join(workbench.folder, file), 'utf8').split('\n')[line - 1];
}

export default [
  {
    title: 'wrong totals are underlined and listed in the Problems panel',
    async run(workbench) {
      await workbench.open(report);
      await workbench.goTo(totalsLine, firstTotal);
      await workbench.squiggle.waitFor({ state: 'attached' });
      const problems = await workbench.showProblems('青岚县人民政府2023');
      await problems.filter({ hasText: '[Ln 62, Col 9]' }).filter({ hasText: '12' }).first().waitFor();
      await workbench.picture('problems');
    },
  },
  {
    title: 'a fix is taken from the lightbulb and saved',
    async run(workbench) {
      await workbench.open(report);
      await workbench.goTo(totalsLine, firstTotal);
      await workbench.squiggle.waitFor({ state: 'attached' });
      await workbench.openLightbulb('12');
      await workbench.picture('lightbulb');
      await workbench.choose('12');
      await workbench.editor
        .locator('.view-line', { hasText: /总计\s*12/ })
        .first()
        .waitFor();
      await workbench.save();
      assert.match(savedLine(workbench, report, totalsLine), /^\t（七）总计\t\t12\t/);
    },
  },
  {
    title: '“Fix Table Totals” runs from the command palette',
    async run(workbench) {
      await workbench.open(report);
      await workbench.goTo(totalsLine, firstTotal);
      await workbench.squiggle.waitFor({ state: 'attached' });
      await workbench.run('Gouji: Fix Table Totals');
      await workbench.squiggle.waitFor({ state: 'detached' });
      await workbench.picture('totals-fixed');
      await workbench.save();
      assert.equal(savedLine(workbench, report, totalsLine), '\t（七）总计\t\t12\t2\t0\t0\t0\t0\t14');
    },
  },
  {
    title: 'a hover writes the sums out',
    async run(workbench) {
      await workbench.open(report);
      await workbench.goTo(totalsLine, firstTotal);
      await workbench.squiggle.waitFor({ state: 'attached' });
      await workbench.showHover('8 + 1 + 2 + 1 = 12');
      await workbench.picture('hover');
    },
  },
  {
    title: 'the outline shows the six sections',
    async run(workbench) {
      await workbench.open(report);
      const outline = await workbench.showOutline();
      for (const number of ['一、', '二、', '三、', '四、', '五、', '六、']) {
        await outline.filter({ hasText: number }).first().waitFor();
      }
      await workbench.picture('outline');
    },
  },
];
