/**
 * Whether bytes that gave this text as UTF-8, with U+FFFD for those that are none, are UTF-8 with a few broken ones. Chinese in another
 * encoding would hardly give any character right.
 */
export function isNearlyUtf8(decoded: string): boolean {
  let broken = 0;
  let right = 0;
  for (let i = 0; i < decoded.length; i++) {
    const code = decoded.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) right++;
  }
  return broken * 10 < right;
}
