import { describe, expect, it } from 'vitest';
import { codeActions } from '../../server/src/features/codeActions/codeActions';
import { workspaceEdit } from '../../server/src/features/parts/workspaceEdit';
import { balanced, reportText } from '../support/reportText';
import { uri, viewOf } from './viewOf';

const versioned = { workspace: { workspaceEdit: { documentChanges: true } } };
const asking = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } };
const confirm = { label: 'Check first' };
const edits = [{ part: { start: 0 }, edits: [{ span: { start: 0, end: 1 }, newText: 'x' }] }];

describe('edits', () => {
  it('are plain changes for clients that know nothing better', () => {
    expect(workspaceEdit(viewOf(reportText()), edits, confirm).changes?.[uri]).toHaveLength(1);
  });

  it('carry the version where it is checked', () => {
    const edit = workspaceEdit(viewOf(reportText(), { client: versioned }), edits, confirm);
    expect(edit).toMatchObject({ documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ newText: 'x' }] }] });
    expect(edit.changeAnnotations).toBeUndefined();
  });

  it('ask first where they are not safe and the client can ask', () => {
    const edit = workspaceEdit(viewOf(reportText(), { client: asking }), edits, confirm);
    const annotation = Object.entries(edit.changeAnnotations ?? {});
    expect(annotation).toMatchObject([[expect.any(String), { label: 'Check first', needsConfirmation: true }]]);
    expect(edit.documentChanges?.[0]).toMatchObject({ edits: [{ annotationId: annotation[0]![0] }] });
  });

  it('of unsafe fixes ask first, those of safe ones do not', () => {
    const numbers = { ...balanced, applications: { ...balanced.applications, granted: ['', 0, 0, 0, 0, 0, 9] } };
    const view = viewOf(reportText({ ...numbers, disputes: { review: [1, 0, 0, 0, ''] } }), { client: asking });
    const range = view.positions.range({ start: 0, end: view.text.length });
    const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ['quickfix'] } };
    const fixes = codeActions.handle(view, params).filter((action) => action.edit);
    const asks = fixes.map((action) => Boolean(action.edit?.changeAnnotations));
    const kinds = view.parts[0]!.shown.flatMap((finding) => finding.fixes.map((fix) => fix.kind === 'unsafe'));
    expect(asks).toEqual(kinds);
    expect(new Set(asks)).toEqual(new Set([true, false]));
  });
});
