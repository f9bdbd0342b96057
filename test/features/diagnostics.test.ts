import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../../server/src/features/diagnostics';
import { positionsOf } from '../../server/src/lsp/positions';
import { readDocument, type ReportDocument } from '../../server/src/service';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reportText, totalsForgotten } from '../support/reportText';
import { uri, viewOf } from './viewOf';

const client = { textDocument: { diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true } } };

describe('diagnostics', () => {
  it('are Information where the finding is a hint: editors do not list LSP hints', () => {
    const view = viewOf(reportText().replace(/（本列数据[^）]*）/, ''), { client });
    const finding = view.parts[0]!.shown.find((f) => f.severity === 'hint')!;
    expect(diagnosticsOf(view).find((d) => d.code === finding.rule)?.severity).toBe(3);
  });

  it('carry nothing that the client did not say it can show', () => {
    const [diagnostic] = diagnosticsOf(viewOf(reportText(totalsForgotten)));
    expect(Object.keys(diagnostic!).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });

  it('after any edits are those of a text read afresh', () => {
    const base = `${reportText(totalsForgotten)}\n\n${reportText({ ...totalsForgotten, year: 2022 })}`;
    const edit = fc.record({
      at: fc.nat(base.length),
      remove: fc.nat(3),
      insert: fc.constantFrom('', '1', '\n', '\r\n', '政', '\t'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let text = base;
        let reading: ReportDocument | undefined;
        let parts = viewOf(text, { client }).parts;
        for (const { at, remove, insert } of edits) {
          text = text.slice(0, at) + insert + text.slice(at + remove);
          reading = readDocument(text, reading);
          const fresh = viewOf(text, { client });
          // What did not change is the same value as before, as it is in the server.
          parts = fresh.parts.map((part, i) => {
            const known = parts.find((p) => p.report === reading!.parts[i]!.report);
            return known ? { ...known, start: part.start } : { ...part, report: reading!.parts[i]!.report };
          });
          const positions = positionsOf(TextDocument.create(uri, '', 1, text), 'utf-16');
          expect(diagnosticsOf({ ...fresh, parts, positions })).toEqual(diagnosticsOf(fresh));
        }
      }),
      { numRuns: 25 },
    );
  });
});
