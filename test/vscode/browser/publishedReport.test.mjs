import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../workbench/vscodeServer.mjs';
import { testsOfWrongTotal } from './wrongTotal.mjs';

// A published report that is not part of the project: these tests run where it lies beside it.
const needs = '../shared/reports/shenchi-2023.txt';
const report = 'shenchi-2023.txt';

export default testsOfWrongTotal({
  name: 'shenchi-2023',
  report,
  line: 92,
  column: 8,
  right: '11',
  sums: '9 + 2 = 11',
  needs,
  place: (workbench) => copyFileSync(join(projectFolder, needs), join(workbench.folder, report)),
  pictures: 'shenchi-',
});
