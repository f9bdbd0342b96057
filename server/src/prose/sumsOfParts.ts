/** A part of an enumeration: its number in the smallest unit, and where it stands in the folded text. */
export interface Part {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a total agrees with an enumeration that follows it. Some texts list parts of parts or go on with other things
 * behind the parts (1485 = 8 + 1143 + 334, then 86, 6, 7 of another kind), so any run of parts that begins with the first
 * and gives the total is agreement. `more`: the parts exceed it; `less`: they do not reach it.
 */
export function compareWithParts(total: number, parts: readonly Part[]): 'agrees' | 'more' | 'less' {
  let sum = 0;
  for (const part of parts) {
    sum += part.value;
    if (sum === total) return 'agrees';
  }
  return sum > total ? 'more' : 'less';
}
