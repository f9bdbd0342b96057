import type { OtherReport, RuleContext } from '../rule';

/** Whether two contexts name the same reports, so that what was found with one need not be looked for again with the other. */
export function isSameContext(a: RuleContext, b: RuleContext): boolean {
  const isSame = (x: OtherReport | undefined, y: OtherReport | undefined) => x?.report === y?.report && x?.start === y?.start;
  const parts = a.parts?.reports ?? [];
  const others = b.parts?.reports ?? [];
  return (
    isSame(a.previous, b.previous) &&
    isSame(a.whole, b.whole) &&
    a.parts?.complete === b.parts?.complete &&
    parts.length === others.length &&
    parts.every((part, i) => isSame(part, others[i]))
  );
}
