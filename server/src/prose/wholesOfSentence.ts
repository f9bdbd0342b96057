import type { Statement } from './statement';

/**
 * 县政府收到6件,各部门收到7件,合计13件: the numbers of one kind in a sentence may be parts of a whole. Notes in `wholes` which ones the
 * statements found in the sentence `text` may be parts of.
 */
export function noteWholes(found: readonly Statement[], text: string, wholes: Map<Statement, readonly number[]>): void {
  const outcomes = found.filter((s) => s.topic === 'outcomes');
  for (const name of new Set(outcomes.map((s) => s.subject.zh))) {
    // 属于主动公开范围予以公开3件,依申请予以公开4件: one outcome in two parts, whatever stands before them.
    const parts = numbersIn(text, new RegExp(`(?<!不)${name}[^\\d,;、]{0,3}(\\d+)`, 'g'));
    if (parts.length < 2) continue;
    for (const statement of outcomes) if (statement.subject.zh === name) wholes.set(statement, [sumOf(parts)]);
  }
  // 受理13件,答复10件,不予受理1件,补正后仍不明确2件: what was not answered was closed all the same.
  const unanswered = numbersIn(text, /(?:不予受理|不予处理|不明确|不补正|撤回|撤件)[^,;、\d]{0,4}(\d+)/g);
  for (const statement of found) {
    if (statement.topic === 'closed' && unanswered.length > 0) wholes.set(statement, [sumOf([statement.value, ...unanswered])]);
  }
  const taken = found.filter((s) => s.topic === 'received' || s.topic === 'accepted');
  if (taken.length === 0) return;
  const sums = numbersIn(text, /(?:合计|共计|总计|总共)[^\d,]{0,6}(\d+)/g);
  const sum = taken.length > 1 ? [sumOf(taken.map((s) => s.value))] : [];
  const withdrawn = numbersIn(text, /撤(?:回|件|销)(?:申请)?[的了有为共]{0,2}(\d+)|(\d+)件(?:申请人)?(?:主动|自愿)?撤/g);
  for (const statement of taken) {
    // 收到13件,撤回3件,受理10件: what was accepted is what was left.
    const before = statement.topic === 'accepted' ? withdrawn.map((n) => n + statement.value) : [];
    wholes.set(
      statement,
      [...sums, ...sum, ...before].filter((n) => n > statement.value),
    );
  }
}

function numbersIn(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((found) => Number(found[1] ?? found[2]));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
