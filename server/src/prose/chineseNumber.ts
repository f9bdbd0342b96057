/**
 * The value of a Chinese numeral such as 十一, 一百零五, 二〇二三 or 两千三百; null where the characters make no number.
 * A digit string without a unit character (二三) is read digit by digit.
 */
export function chineseNumber(numeral: string): number | null {
  if (!/[十百千万]/.test(numeral)) {
    let value = 0;
    for (const c of numeral) {
      const digit = digits.get(c);
      if (digit === undefined) return null;
      value = value * 10 + digit;
    }
    return numeral === '' ? null : value;
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const c of numeral) {
    const d = digits.get(c);
    const scale = scales.get(c);
    if (d !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = d;
    } else if (c === '万') {
      total += (section + (digit ?? 0)) * 10_000;
      section = 0;
      digit = null;
    } else if (scale !== undefined) {
      section += (digit ?? 1) * scale;
      digit = null;
    } else {
      return null;
    }
  }
  return total + section + (digit ?? 0);
}

const digits = new Map([...'零一二三四五六七八九'].map((c, i) => [c, i] as const));
for (const [c, value] of [
  ['〇', 0],
  ['○', 0],
  ['两', 2],
] as const) {
  digits.set(c, value);
}

const scales = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
