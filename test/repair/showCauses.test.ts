import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import { relationsOf } from '../../server/src/report/relations';
import type { Report } from '../../server/src/report/report';
import { repairReport } from '../../server/src/repair/repairReport';
import type { Finding } from '../../server/src/rules/rule';
import { rules } from '../../server/src/rules/index';
import { runRules } from '../../server/src/rules/running/runRules';
import { showCauses } from '../../server/src/rules/running/showCauses';
import { checkReport, readDocument } from '../../server/src/service';
import { reportText, totalsForgotten } from '../support/reportText';
import { applicationRows, applicationsTable, completed, disputesTable, gridOfText, reportOf, type Grid } from './tables';

/** 自然人 11 received, 9 granted, 2 partly; 商业企业 4 received, 3 granted, 1 carried out. */
function sound(): Grid {
  const inner = applicationRows('2021')
    .slice(0, -2)
    .map(() => [0, 0, 0, 0, 0, 0]);
  inner[2] = [9, 3, 0, 0, 0, 0];
  inner[3] = [2, 0, 0, 0, 0, 0];
  return completed(inner, [0, 1, 0, 0, 0, 0]);
}

function withCells(...cells: (readonly [row: string, column: number, value: number | null])[]): Grid {
  const grid = sound();
  for (const [row, column, value] of cells) grid[applicationRows('2021').indexOf(row)]![column] = value;
  return grid;
}

// The made-up reports have no prose and no headings: only the sums are looked at.
const sumRules = rules.filter((rule) => ['row-total', 'outcome-total', 'balance', 'case-total'].includes(rule.id));
const findingsOf = (report: Report) => runRules(report, {}, {}, sumRules);

function shownFor(report: Report): readonly Finding[] {
  return showCauses(report, findingsOf(report), repairReport(report));
}

const place = (f: Finding) => `${f.rule} ${f.row} ${f.column}`;

describe('one wrong cell', () => {
  const report = reportOf(applicationsTable(withCells(['granted', 0, 6])));
  const shown = shownFor(report);

  it('carries the error instead of the sums', () => {
    expect(shown.map(place)).toEqual(['wrong-cell granted naturalPerson']);
    expect(shown[0]!.message.zh).toContain('自然人 · 予以公开：6 应为 9，改后 2 条勾稽关系全部成立');
    expect(shown[0]).toMatchObject({ actual: 6, expected: 9, severity: 'error' });
    expect(shown[0]!.related.map((r) => `${r.row} ${r.column}`)).toEqual(['granted total', 'outcomeTotal naturalPerson']);
  });

  it('is corrected by its own fix, which is not safe because the cell is no total', () => {
    const [fix] = shown[0]!.fixes;
    expect(fix).toMatchObject({ kind: 'unsafe', preferred: true });
    expect(gridOfText(applyEdits(report.text, fix!.edits))).toEqual(sound());
  });
});

describe('wrong totals', () => {
  it('have safe fixes when nothing else changes', () => {
    const report = reportOf(applicationsTable(withCells(['outcomeTotal', 0, 0], ['outcomeTotal', 6, 0])));
    const shown = shownFor(report);
    expect(shown.map(place)).toEqual(['wrong-cell outcomeTotal naturalPerson', 'wrong-cell outcomeTotal total']);
    expect(shown.flatMap((f) => f.fixes.map((fix) => fix.kind))).toEqual(['safe', 'safe']);
    const edits = shown.flatMap((f) => f.fixes.flatMap((fix) => fix.edits));
    expect(gridOfText(applyEdits(report.text, edits))).toEqual(sound());
  });

  it('are not safe to set when another cell of the table is to blame as well', () => {
    const report = reportOf(applicationsTable(withCells(['carriedOut', 6, 7], ['partlyGranted', 0, 5])));
    const kinds = shownFor(report).map((f) => `${place(f)}: ${f.fixes.map((fix) => fix.kind).join()}`);
    expect(kinds).toEqual(['wrong-cell partlyGranted naturalPerson: unsafe', 'wrong-cell carriedOut total: unsafe']);
  });
});

describe('several equally good explanations', () => {
  const report = reportOf(
    disputesTable([
      [1, 0, 0, 0, 3],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]),
  );
  const shown = shownFor(report);

  it('leave the error on the sum', () => expect(shown.map(place)).toEqual(['case-total review total']));

  it('are all offered, none preferred, and each makes the relations hold', () => {
    const { fixes } = shown[0]!;
    expect(fixes.length).toBe(5);
    expect(new Set(fixes.map((fix) => fix.title.zh)).size).toBe(5);
    for (const fix of fixes) {
      expect(fix).toMatchObject({ kind: 'offered' });
      expect(fix.preferred).toBeFalsy();
      const grid = gridOfText(applyEdits(report.text, fix.edits));
      expect(relationsOf(reportOf(disputesTable(grid))).every((r) => r.status === 'holds')).toBe(true);
    }
  });

  it('do not keep another table from being blamed', () => {
    const both = reportOf(
      applicationsTable(withCells(['granted', 0, 6])),
      disputesTable([
        [1, 0, 0, 0, 3],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ]),
    );
    expect(shownFor(both).map(place)).toEqual(['wrong-cell granted naturalPerson', 'case-total review total']);
  });
});

describe('nothing is blamed', () => {
  it('when every relation holds', () => {
    const report = reportOf(applicationsTable(sound()));
    expect(repairReport(report)).toBeNull();
    expect(shownFor(report)).toEqual([]);
  });

  it('when only blanks are missing', () => {
    const report = reportOf(applicationsTable(withCells(['granted', 6, null], ['partlyGranted', 0, null])));
    expect(repairReport(report)).toBeNull();
  });

  it('when the rule is switched off', () => {
    const report = reportOf(applicationsTable(withCells(['granted', 0, 6])));
    const findings = findingsOf(report);
    expect(showCauses(report, findings, repairReport(report), 'off')).toBe(findings);
  });

  it('when the work limit was reached', () => {
    const report = reportOf(applicationsTable(withCells(['granted', 0, 6], ['partlyGranted', 1, 4], ['carriedIn', 2, 5])));
    const findings = findingsOf(report);
    const repair = repairReport(report, { workLimit: 10 });
    expect(repair).toMatchObject({ status: 'undecided', unique: false, edits: [], alternatives: [] });
    expect(showCauses(report, findings, repair)).toEqual(findings);
  });
});

describe('a sentence beside a wrong cell', () => {
  const shownIn = (sentence: string) => {
    const text = reportText(totalsForgotten).replace('全年主动公开', `${sentence}全年主动公开`);
    const { shown, findings } = checkReport(readDocument(text).parts[0]!.report);
    const about = (list: readonly Finding[]) => list.map((f) => f.rule).filter((rule) => rule.startsWith('text-'));
    return { shown: about(shown), findings: about(findings) };
  };

  it('is not called wrong when it says what the cell should', () => {
    expect(shownIn('全年办结政府信息公开申请11件。')).toEqual({ shown: [], findings: ['text-closed'] });
  });

  it('is called wrong when it disagrees with the right number too', () => {
    expect(shownIn('全年办结政府信息公开申请8件。').shown).toEqual(['text-closed']);
  });
});
