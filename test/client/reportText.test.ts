import { describe, expect, it } from 'vitest';
import { writeReport, type TemplateKind } from '../../client/src/newReport/reportText';
import { writableLayouts } from '../../server/src/features/tableText/writeGrid';
import { readDocument } from '../../server/src/service';

const organ = '青岚县人民政府';
const kinds: readonly TemplateKind[] = ['government', 'department', 'town'];

describe('a new report', () => {
  for (const layout of writableLayouts) {
    it.each(kinds)(`in ${layout} for a %s is read with its six sections and all rows of its tables`, (kind) => {
      const [part] = readDocument(writeReport({ organ, year: 2024, kind, layout })).parts;
      expect(part?.report.sections.map((section) => section.id)).toEqual([
        'overview',
        'proactive',
        'applications',
        'disputes',
        'problems',
        'otherMatters',
      ]);
      expect(part?.report.year).toBe(2024);
      expect(part?.report.tables.applications?.rows).toHaveLength(25);
      expect(part?.report.tables.proactive?.rows).toHaveLength(6);
    });

    it(`in ${layout} takes over what was carried over and what is in force`, () => {
      const last = writeReport({ organ, year: 2023, kind: 'government', layout: 'tabRows' })
        .replace(/^四、结转下年度继续办理.*$/m, '四、结转下年度继续办理\t\t\t2\t1\t0\t0\t0\t0\t3')
        .replace(/^行政规范性文件.*$/m, '行政规范性文件\t5\t2\t34');
      const [previous] = readDocument(last).parts;
      const text = writeReport({ organ, year: 2024, kind: 'government', layout }, previous?.report);
      const cellsOf = (label: string) =>
        text
          .split('\n')
          .find((line) => line.includes(label))!
          .match(/\d+/g);
      expect(cellsOf('上年结转')).toEqual(['2', '1', '0', '0', '0', '0', '3']);
      expect(cellsOf('行政规范性文件')).toEqual(['34']);
    });
  }
});
