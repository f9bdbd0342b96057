import { describe, expect, it } from 'vitest';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlayHints';
import { planTotals } from '../../server/src/features/parts/totals';
import type { View } from '../../server/src/features/view';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import { balanced, detailWrong, reportText, totalsForgotten, type ReportNumbers } from '../support/reportText';
import { cellIn, onCell, uri, viewOf } from './viewOf';

/** A detail and its row's total are wrong together: several pairs of cells explain that equally well. */
const tied: ReportNumbers = { ...balanced, applications: { ...balanced.applications, granted: [7, 0, 0, 0, 0, 0, 7] } };
const applied = (view: View, plan: ReturnType<typeof planTotals>['sure']) =>
  applyEdits(
    view.text,
    plan.flatMap((p) => p.edits),
  );
const hoverAt = (view: View, row: string, column: string) =>
  (hover.handle(view, onCell(view, 'applications', row, column))?.contents as { value: string }).value;

describe('the plan of the totals', () => {
  it('sets forgotten totals', () => {
    const view = viewOf(reportText(totalsForgotten));
    const plan = planTotals(view);
    expect(applied(view, plan.sure)).toBe(reportText());
    expect({ left: plan.left, explanations: plan.explanations }).toEqual({ left: [], explanations: [] });
  });

  it('fills blank totals but not placeholders, which somebody wrote', () => {
    const blank = (total: string) => viewOf(reportText({ ...balanced, disputes: { review: [1, 0, 0, 0, total] } }));
    expect(applied(blank(''), planTotals(blank('')).sure)).toBe(reportText());
    expect(planTotals(blank('/')).sure).toEqual([]);
  });

  it('leaves totals alone when a detail is to blame, and names it', () => {
    const plan = planTotals(viewOf(reportText(detailWrong)));
    expect(plan.sure).toEqual([]);
    expect(plan.left.map(({ relation }) => relation.rule).sort()).toEqual(['outcome-total', 'row-total']);
    expect(plan.explanations.map((e) => e.changes)).toMatchObject([[{ row: 'granted', column: 'naturalPerson', value: 9 }]]);
  });

  it('lists the explanations where several are equally good', () => {
    const plan = planTotals(viewOf(reportText(tied)));
    expect(plan.sure).toEqual([]);
    expect(plan.explanations.length).toBeGreaterThan(1);
    expect(plan.explanations[0]?.changes).toMatchObject([
      { row: 'granted', value: 9 },
      { row: 'granted', value: 9 },
    ]);
  });

  it('recomputes every total from its parts, totals of totals too', () => {
    const view = viewOf(reportText(detailWrong));
    const after = viewOf(applied(view, planTotals(view).recomputed));
    expect(cellIn(after, 'applications', 'granted', 'total').value).toBe(7);
    expect(cellIn(after, 'applications', 'outcomeTotal', 'naturalPerson').value).toBe(9);
    expect(cellIn(after, 'applications', 'outcomeTotal', 'total').value).toBe(9);
  });

  it('of one table leaves the others alone', () => {
    const both = { ...totalsForgotten, disputes: { review: [1, 0, 0, 0, ''] } };
    const view = viewOf(reportText(both));
    const plan = planTotals(view, cellIn(view, 'disputes', 'review', 'total').span.start);
    expect(plan.sure.flatMap((p) => p.edits).map((edit) => edit.newText)).toEqual(['1']);
  });

  it('does not blame the total of a group of disputes: any of its five numbers may be wrong', () => {
    const plan = planTotals(viewOf(reportText({ ...balanced, disputes: { review: [1, 0, 0, 0, 5] } })));
    expect({ sure: plan.sure, left: plan.left.length }).toEqual({ sure: [], left: 1 });
    expect(plan.recomputed.flatMap((p) => p.edits).map((edit) => edit.newText)).toEqual(['1']);
  });

  it('elsewhere than on a table plans nothing', () => {
    expect(planTotals(viewOf(reportText(totalsForgotten)), 0)).toEqual({ sure: [], left: [], explanations: [], recomputed: [] });
  });
});

describe('the cell to blame', () => {
  it('is named on hover', () => {
    expect(hoverAt(viewOf(reportText(detailWrong)), 'granted', 'naturalPerson')).toContain('此格应为 9');
  });

  it('is one of several explanations on hover, with all that each changes', () => {
    expect(hoverAt(viewOf(reportText(tied)), 'granted', 'naturalPerson')).toContain('自然人 7 → 9；');
  });

  it('carries its value as a hint, while the sums that suffer show theirs', () => {
    const view = viewOf(reportText(detailWrong));
    const range = view.positions.range({ start: 0, end: view.text.length });
    const hints = inlayHints.handle(view, { textDocument: { uri }, range });
    expect(hints.map((hint) => hint.label)).toEqual(['→ 9', 'Σ 7', 'Σ 9']);
  });
});
