import type { TextEncoding } from './textEncoding';

/** Encodes new text in the encoding of the file it goes into; never adds a byte order mark. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
      return Buffer.from([...text].flatMap((character) => gb18030Bytes(character.codePointAt(0)!)));
  }
}

/**
 * The GB18030 bytes of one character. The table is the platform decoder's own, read backwards: what is written decodes to
 * the same character again, whichever edition of the standard the platform follows.
 */
function gb18030Bytes(codePoint: number): readonly number[] {
  if (codePoint < 0x80) return [codePoint];
  if (codePoint >= 0x10000) return fourBytes(codePoint - 0x10000 + supplementaryStart);
  basicPlane ??= readBackwards();
  return basicPlane.get(codePoint) ?? [questionMark];
}

const questionMark = 0x3f;
/** Position of 90 30 81 30, the first character beyond the basic plane, in the sequence of all four-byte codes. */
const supplementaryStart = 189_000;
/** Number of four-byte codes from 81 30 81 30 that the basic plane uses. */
const basicFourByteCodes = 39_420;

let basicPlane: Map<number, readonly number[]> | undefined;

function readBackwards(): Map<number, readonly number[]> {
  const table = new Map<number, readonly number[]>();
  const codes: (readonly number[])[] = [];
  for (let position = 0; position < basicFourByteCodes; position++) codes.push(fourBytes(position));
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push([lead, trail]);
  }
  const decoded = new TextDecoder('gb18030').decode(Uint8Array.from(codes.flat()));
  codes.forEach((code, index) => table.set(decoded.charCodeAt(index), code));
  return table;
}

function fourBytes(position: number): number[] {
  return [
    0x81 + Math.floor(position / 12_600),
    0x30 + (Math.floor(position / 1_260) % 10),
    0x81 + (Math.floor(position / 10) % 126),
    0x30 + (position % 10),
  ];
}
