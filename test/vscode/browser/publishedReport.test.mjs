import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../workbench/vscodeServer.mjs';

// A published report that is not part of the project: these tests run where it lies beside it.
const needs = '../shared/reports/shenchi-2023.txt';
const report = 'shenchi-2023.txt';

async function openPublished(workbench) {
  copyFileSync(join(projectFolder, needs), join(workbench.folder, report));
  await workbench.open(report);
  await workbench.goTo(92, 8);
  await workbench.squiggle.waitFor({ state: 'attached' });
}

export default [
  {
    title: 'shenchi-2023: the total of line 92 is underlined and listed',
    needs,
    async run(workbench) {
      await openPublished(workbench);
      const problems = await workbench.showProblems('shenchi');
      await problems.filter({ hasText: '[Ln 92, Col 8]' }).first().waitFor();
      await workbench.picture('shenchi-squiggle');
    },
  },
  {
    title: 'shenchi-2023: the lightbulb offers 11',
    needs,
    async run(workbench) {
      await openPublished(workbench);
      await workbench.openLightbulb('11');
      await workbench.picture('shenchi-lightbulb');
    },
  },
  {
    title: 'shenchi-2023: the hover says 9 + 2 = 11',
    needs,
    async run(workbench) {
      await openPublished(workbench);
      await workbench.showHover('9 + 2 = 11');
      await workbench.picture('shenchi-hover');
    },
  },
  {
    title: 'shenchi-2023: the outline has six sections',
    needs,
    async run(workbench) {
      await openPublished(workbench);
      const outline = await workbench.showOutline();
      for (const number of ['一、', '二、', '三、', '四、', '五、', '六、']) {
        await outline.filter({ hasText: number }).first().waitFor();
      }
      await workbench.picture('shenchi-outline');
    },
  },
];
