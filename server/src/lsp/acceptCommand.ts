import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type PositionEncodingKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findByKey } from '../features/parts/findingKey';
import { say } from '../features/view';
import { applyEdits } from '../fixes/applyEdits';
import { localized } from '../text/localized';
import { acceptedFileName } from '../workspace/accepted';
import { acceptedEdit, acceptedEntry } from '../workspace/acceptFinding';
import type { HostFiles } from './host';
import { positionsOf } from './positions';
import type { Views } from './views';
import { canonicalUri, pathBelow } from './workspace/addresses';
import type { ReportWorkspace } from './workspace/reportWorkspace';

export const acceptFindingCommand = 'gouji.acceptFinding';

export interface AcceptArguments {
  readonly uri: string;
  /** The `key` in the `data` of the finding's diagnostic. */
  readonly key: string;
  /** Why the finding is accepted; without it the person is asked. */
  readonly reason?: string;
}

/** Writes a finding into the list of accepted findings, with a reason; resolves to whether that was done. */
export function acceptCommand(files: HostFiles | undefined, workspace: ReportWorkspace, encoding: PositionEncodingKind) {
  return async (
    connection: Connection,
    views: Views,
    argument: unknown,
    token: CancellationToken,
  ): Promise<{ applied: boolean }> => {
    const { uri, key, reason: given } = readArguments(argument);
    const view = await views.of(uri, token);
    if (!view) throw new ResponseError(ErrorCodes.InvalidParams, `${uri} is not open.`);
    if (uri.startsWith('untitled:')) throw new ResponseError(LSPErrorCodes.RequestFailed, say(view, unsaved));
    const found = findByKey(view, key);
    if (!found) throw new ResponseError(LSPErrorCodes.ContentModified, 'The finding is gone.');
    const reason =
      given ??
      (await connection.window.showInformationMessage(say(view, question), ...reasons.map((r) => ({ title: say(view, r) }))))
        ?.title;
    if (!reason) return { applied: false };
    const folder = workspace.sideFiles.acceptedOf(uri)?.folder ?? workspace.folderFor(uri);
    const target = `${folder}/${acceptedFileName}`;
    const number = view.parts.indexOf(found.part) + 1;
    const entry = acceptedEntry(found.finding, {
      file: pathBelow(folder, canonicalUri(uri)) ?? uri,
      ...(view.parts.length > 1 ? { part: number } : {}),
      text: found.part.report.text,
      reason,
      date: today(),
    });
    const file = await files?.read(target);
    const text = file?.kind === 'text' ? file.text : null;
    const change = acceptedEdit(text, entry);
    if ('problem' in change) throw new ResponseError(LSPErrorCodes.RequestFailed, say(view, change.problem));
    if (files && (await files.write(target, applyEdits(text ?? '', [change.edit])))) {
      await workspace.load(target);
      return { applied: true };
    }
    // Where the server cannot write, the editor can: in a browser, or in a folder that is not a plain one.
    const range = positionsOf(TextDocument.create(target, 'json', 0, text ?? ''), encoding).range(change.edit.span);
    const create = text === null ? [{ kind: 'create' as const, uri: target, options: { ignoreIfExists: true } }] : [];
    const edits = { textDocument: { uri: target, version: null }, edits: [{ range, newText: change.edit.newText }] };
    const { applied } = await connection.workspace.applyEdit({ documentChanges: [...create, edits] });
    return { applied };
  };
}

const unsaved = localized(
  '报告还没有保存，无法记入接受清单。请先保存。',
  'The report has not been saved, so the list of accepted findings cannot name it. Save it first.',
);

const question = localized('为什么接受这个问题？', 'Why is this finding accepted?');

const reasons = [
  localized('已核实，数据无误', 'Checked: the numbers are right'),
  localized('原文如此，已公开，不再改动', 'Published as it is, not to be changed'),
  localized('不适用于本机关', 'Does not apply to this organ'),
];

function readArguments(argument: unknown): AcceptArguments {
  const given = (argument ?? {}) as Partial<AcceptArguments>;
  if (typeof given.uri !== 'string' || typeof given.key !== 'string') {
    throw new ResponseError(ErrorCodes.InvalidParams, 'Expected {uri, key, reason?}.');
  }
  return given as AcceptArguments;
}

/** The day as people here count it, not the day in Greenwich. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
