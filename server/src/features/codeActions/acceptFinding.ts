import { CodeActionKind } from 'vscode-languageserver';
import { localized } from '../../text/localized';
import { shiftSpan } from '../../text/span';
import { diagnosticOf } from '../diagnostics';
import { shownFindings } from '../parts/findingKey';
import { say, touches } from '../view';
import type { ActionProvider } from './actionProvider';

/** Offers to accept a finding with a reason: a published report cannot carry comments that silence a checker. */
export const acceptFinding: ActionProvider = {
  name: 'accept',
  kind: CodeActionKind.QuickFix,
  offer({ view, span }) {
    return shownFindings(view)
      .filter(({ part, finding }) => touches(shiftSpan(finding.span, part.start), span))
      .slice(0, maximumOffered)
      .map(({ part, finding, key }) => {
        const title = say(
          view,
          localized(`接受此问题并说明理由…（${finding.rule}）`, `Accept this finding, with a reason… (${finding.rule})`),
        );
        return {
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnosticOf(view, part, finding, key)],
          command: { title, command: 'gouji.acceptFinding', arguments: [{ uri: view.uri, key }] },
        };
      });
  },
  resolve: (_view, action) => action,
};

/** A selection of the whole text would otherwise fill the menu. */
const maximumOffered = 3;
