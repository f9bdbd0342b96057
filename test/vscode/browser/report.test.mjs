import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testsOfWrongTotal } from './wrongTotal.mjs';

const report = '青岚县人民政府2023年政府信息公开工作年度报告.txt';
const totalsLine = 62;
const firstTotal = 9;

/** The totals as they are on disk. */
function savedTotals(workbench) {
  return readFileSync(join(workbench.folder, report), 'utf8').split('\n')[totalsLine - 1];
}

export default [
  ...testsOfWrongTotal({
    name: 'a sample',
    report,
    line: totalsLine,
    column: firstTotal,
    right: '12',
    sums: '8 + 1 + 2 + 1 = 12',
  }),
  {
    title: 'a fix is taken from the lightbulb and saved',
    async run(workbench) {
      await workbench.openAtMistake(report, totalsLine, firstTotal);
      await workbench.openLightbulb('12');
      await workbench.choose('12');
      await workbench.editor
        .locator('.view-line', { hasText: /总计\s*12/ })
        .first()
        .waitFor();
      await workbench.save();
      assert.match(savedTotals(workbench), /^\t（七）总计\t\t12\t/);
    },
  },
  {
    title: '“Fix Table Totals” runs from the command palette',
    async run(workbench) {
      await workbench.openAtMistake(report, totalsLine, firstTotal);
      await workbench.run('Gouji: Fix Table Totals');
      await workbench.squiggle.waitFor({ state: 'detached' });
      await workbench.save();
      assert.equal(savedTotals(workbench), '\t（七）总计\t\t12\t2\t0\t0\t0\t0\t14');
    },
  },
];
