import type { TextEncoding } from './textEncoding';

/**
 * The byte offsets that correspond to UTF-16 offsets of the decoded text (ascending), found by walking the bytes as the
 * decoder does, undecodable bytes included. Undefined where an offset falls inside a character.
 */
export function byteOffsets(
  bytes: Uint8Array,
  encoding: TextEncoding,
  markLength: number,
  offsets: readonly number[],
): number[] | undefined {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return offsets.map((offset) => markLength + 2 * offset);
  const lengthAt = encoding === 'gb18030' ? gb18030Length : utf8Length;
  const unitsAt = encoding === 'gb18030' ? gb18030Units : utf8Units;
  const found: number[] = [];
  let at = markLength;
  let units = 0;
  for (const offset of offsets) {
    while (units < offset && at < bytes.length) {
      const length = lengthAt(bytes, at);
      units += unitsAt(bytes, at, length);
      at += length;
    }
    if (units !== offset) return undefined;
    found.push(at);
  }
  return found;
}

/**
 * Bytes that the GB18030 decoder takes together at `at`: one, two or four; a broken sequence becomes one U+FFFD and gives
 * its last bytes back where they can stand alone (observed in ICU, which Node uses; see the byte offset tests).
 */
function gb18030Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead <= 0x80 || lead === 0xff) return 1;
  const second = bytes[at + 1];
  if (second === undefined) return 1;
  if (!isDigit(second)) return second >= 0x40 && second !== 0x7f ? 2 : 1;
  const third = bytes[at + 2];
  if (third === undefined) return 2;
  if (third < 0x81 || third === 0xff) return 1;
  const fourth = bytes[at + 3];
  if (fourth === undefined) return 3;
  return isDigit(fourth) ? 4 : 1;
}

/** Four-byte sequences from 90 30 81 30 to E3 32 9A 35 are the characters beyond the basic plane: two UTF-16 units. */
function gb18030Units(bytes: Uint8Array, at: number, length: number): number {
  if (length !== 4 || bytes[at]! < 0x90) return 1;
  const code = ((bytes[at]! * 256 + bytes[at + 1]!) * 256 + bytes[at + 2]!) * 256 + bytes[at + 3]!;
  return code <= 0xe3329a35 ? 2 : 1;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Bytes of one UTF-8 character, or of the longest broken beginning of one, which the decoder replaces by one U+FFFD. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return 1;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || byte < lowestAfter(lead, i) || byte > highestAfter(lead, i)) return i;
  }
  return length;
}

function lowestAfter(lead: number, i: number): number {
  return i === 1 && lead === 0xe0 ? 0xa0 : i === 1 && lead === 0xf0 ? 0x90 : 0x80;
}

function highestAfter(lead: number, i: number): number {
  return i === 1 && lead === 0xed ? 0x9f : i === 1 && lead === 0xf4 ? 0x8f : 0xbf;
}

function utf8Units(_bytes: Uint8Array, _at: number, length: number): number {
  return length === 4 ? 2 : 1;
}
