import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import { zeroStatements } from '../../server/src/prose/zeroStatements';
import { missingValue } from '../../server/src/rules/missing-value';
import { noNumbers, proseReport, type ProseReport } from './proseReport';

const blankCases = { ...noNumbers, review: '', directLitigation: '', litigationAfterReview: '' } as const;

describe('rows that the prose says are zero', () => {
  test.each([
    ['没有发生因政府信息公开工作被申请行政复议、提起行政诉讼情况。', ['review', 'directLitigation', 'litigationAfterReview']],
    ['未被行政复议或诉讼。依申请公开工作平稳。', ['review', 'directLitigation', 'litigationAfterReview']],
    ['本年度未发生政府信息公开行政复议。', ['review']],
    ['政府信息公开行政诉讼案件0件。', ['directLitigation', 'litigationAfterReview']],
    ['政府信息公开行政复议、行政诉讼均为零。', ['review', 'directLitigation', 'litigationAfterReview']],
    ['2023年，我县未收到政府信息公开申请。', ['received']],
    ['2023年度未收到公民、法人或其他组织通过政府信息公开平台、传真、信函等形式的政府信息公开申请。', ['received']],
    ['未收到通过网站、邮件等各种渠道提出的政府信息公开申请。', ['received']],
    ['未收到通过传真形式提出的政府信息公开申请。', []],
    ['未收到通过网站、邮件等形式提出的意见，全年收到政府信息公开申请13件。', []],
    ['共受理政府信息公开申请零件，无上年结转。', ['carriedIn']],
    ['政府信息公开行政复议未被纠错。', []],
    ['2022年，未发生政府信息公开行政复议。', []],
    ['各乡镇未收到政府信息公开申请。', []],
    ['除1件外，未发生政府信息公开行政诉讼。', []],
  ])('%s', (overview, rows) => {
    expect(zeroStatements(proseReport({ overview, numbers: noNumbers })).map((s) => s.row)).toEqual(rows);
  });
});

describe('blank cells are filled with zeros where the prose says that there were none', () => {
  const fixesOf = (r: ProseReport) => {
    const report = proseReport(r);
    return [...missingValue.check(report, {})].map((finding) => ({ report, finding }));
  };

  test('a blank group', () => {
    const found = fixesOf({ overview: '没有发生因政府信息公开工作被申请行政复议、提起行政诉讼情况。', numbers: blankCases });
    expect(found.map(({ finding }) => finding.row)).toEqual(['review', 'directLitigation', 'litigationAfterReview']);
    const edits = found.flatMap(({ finding }) => finding.fixes!.flatMap((fix) => fix.edits));
    expect(edits).toHaveLength(15);
    expect(found.every(({ finding }) => finding.fixes![0]!.kind === 'unsafe')).toBe(true);
    const after = applyEdits(found[0]!.report.text, edits);
    expect(after).toContain('\n0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n');
  });

  test('nothing is filled where the prose says nothing', () => {
    const found = fixesOf({ numbers: blankCases });
    expect(found).toHaveLength(3);
    expect(found.flatMap(({ finding }) => finding.fixes ?? [])).toEqual([]);
  });
});
