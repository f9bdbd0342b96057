import {
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Position,
} from 'vscode-languageserver';
import { fixTotalsCommand } from '../features/codeLenses';
import { editText } from '../features/parts/repairText';
import { planTotals, type Explanation, type TotalsPlan } from '../features/parts/totals';
import { say, type View } from '../features/view';
import { workspaceEdit, type PartEdits } from '../features/parts/workspaceEdit';
import { count, localized } from '../text/localized';
import { notice } from './notice';
import { Interrupted } from './runSafe';
import type { Views } from './views';

export const recomputeTotalsCommand = 'gouji.recomputeTotals';

export interface TotalsArguments {
  readonly uri: string;
  /** When given, the command refuses to run on another version. */
  readonly version?: number;
  /** The table to fix; without it every table of the document. */
  readonly position?: Position;
}

export interface TotalsAnswer {
  /** Whether the client applied the edit; true when there was nothing to change. */
  readonly applied: boolean;
  readonly changed: number;
  /** Sums that were left alone because another cell is to blame or nothing can be proved. */
  readonly left: number;
}

/** Sets the totals that are wrong beyond doubt, then offers what it left alone. */
export async function fixTotals(
  connection: Connection,
  views: Views,
  argument: unknown,
  token: CancellationToken,
): Promise<TotalsAnswer> {
  const { view, plan } = await planFor(views, argument, token);
  const changed = cellsIn(plan.sure);
  const applied = changed === 0 || (await apply(connection, view, plan.sure));
  if (applied) {
    tell(connection, views, view.uri, view, plan, changed).catch((error: unknown) => {
      connection.console.error(`${fixTotalsCommand}: ${String(error)}`);
    });
  }
  return { applied, changed, left: plan.left.length };
}

/** Computes every total from its parts, whoever is to blame. */
export async function recomputeTotals(
  connection: Connection,
  views: Views,
  argument: unknown,
  token: CancellationToken,
): Promise<TotalsAnswer> {
  const { view, plan } = await planFor(views, argument, token);
  const changed = cellsIn(plan.recomputed);
  const applied = changed === 0 || (await apply(connection, view, plan.recomputed));
  return { applied, changed, left: 0 };
}

async function planFor(views: Views, argument: unknown, token: CancellationToken): Promise<{ view: View; plan: TotalsPlan }> {
  const { uri, version, position } = readArguments(argument);
  const view = await views.of(uri, token);
  if (!view) throw new ResponseError(ErrorCodes.InvalidParams, `${uri} is not open.`);
  if (version !== undefined && view.version !== null && version !== view.version)
    throw new Interrupted(LSPErrorCodes.ContentModified);
  return { view, plan: planTotals(view, position && view.positions.offset(position)) };
}

function readArguments(argument: unknown): TotalsArguments {
  const given = (argument ?? {}) as Partial<TotalsArguments>;
  if (typeof given.uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'Expected {uri, version?, position?}.');
  return given as TotalsArguments;
}

async function apply(connection: Connection, view: View, edits: readonly PartEdits[]): Promise<boolean> {
  const label = say(view, localized('修正合计', 'Fix totals'));
  const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit: workspaceEdit(view, edits) });
  if (!applied) connection.console.warn(`The client did not apply the edit: ${failureReason ?? 'no reason given'}`);
  return applied;
}

/** Says what was done, and puts what was left alone one click away. */
async function tell(
  connection: Connection,
  views: Views,
  uri: string,
  view: View,
  plan: TotalsPlan,
  changed: number,
): Promise<void> {
  const done =
    changed > 0 ? localized(`已修正 ${changed} 处合计。`, `${count(changed, 'total was', 'totals were')} set.`) : undefined;
  if (plan.left.length === 0) {
    const nothing = localized(
      '合计与明细一致，没有需要修正的合计。',
      'Every total agrees with its parts; there was nothing to set.',
    );
    notice(connection, MessageType.Info, say(view, done ?? nothing));
    return;
  }
  const offers = plan.explanations
    .slice(0, maximumOffers)
    .map((explanation) => ({ title: explanationTitle(view, explanation), explanation }));
  const recompute = { title: say(view, localized('按明细重算全部合计', 'Recompute all totals from the details anyway')) };
  const left = localized(
    `有 ${plan.left.length} 条勾稽关系不平，但没有改动相关合计：${offers.length > 0 ? '更可能是其他数写错了。' : '无法确定错在哪个数。'}`,
    `${count(plan.left.length, 'sum is', 'sums are')} still broken, and nothing was changed there: ${offers.length > 0 ? 'another cell is more likely to be wrong.' : 'which cell is wrong cannot be known.'}`,
  );
  const text = [done, left].flatMap((message) => (message ? [say(view, message)] : [])).join(' ');
  const actions = [...offers.map((offer) => offer.title), ...(plan.recomputed.length > 0 ? [recompute.title] : [])];
  const chosen = await connection.window.showWarningMessage(text, ...actions.map((title) => ({ title })));
  if (!chosen) return;
  // The text has changed since, by the fix at least: what was chosen is planned anew on the present text.
  const now = await views.of(uri, neverCancelled);
  if (!now) return;
  const fresh = planTotals(now);
  const again = fresh.explanations.find((explanation) => explanationTitle(now, explanation) === chosen.title);
  if (chosen.title === recompute.title) await apply(connection, now, fresh.recomputed);
  else if (again) await apply(connection, now, [again]);
}

function explanationTitle(view: View, { part, changes }: Explanation): string {
  return changes.map((change) => editText(part, change)).join(say(view, localized('；', '; ')));
}

function cellsIn(edits: readonly PartEdits[]): number {
  return edits.reduce((n, part) => n + part.edits.length, 0);
}

/** Buttons of a message: more of them than this cannot be read. */
const maximumOffers = 3;

const neverCancelled: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};
