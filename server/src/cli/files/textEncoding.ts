import { isUtf8 } from 'node:buffer';
import { isNearlyUtf8 } from '../../text/brokenUtf8';

/** The encodings a report may come in, by the names the output uses. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  /** The text without its byte order mark: offsets count from the first character after it. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Bytes of the byte order mark, 0 where there is none. */
  readonly markLength: number;
}

/**
 * Decodes by byte order mark, else as UTF-8, of which a few bytes may be broken, else as GB18030; `forced` overrides all three. Undecodable
 * bytes become U+FFFD.
 */
export function decodeText(bytes: Buffer, forced?: TextEncoding): DecodedText {
  const mark = byteOrderMark(bytes);
  const encoding = forced ? withMark(forced, mark?.encoding) : (mark?.encoding ?? encodingOf(bytes));
  const markLength = mark && mark.encoding === encoding ? mark.length : 0;
  return { text: decodeBytes(bytes, markLength, encoding), encoding, markLength };
}

function encodingOf(bytes: Buffer): TextEncoding {
  return isUtf8(bytes) || isNearlyUtf8(bytes.toString('utf8')) ? 'utf-8' : 'gb18030';
}

/** The encoding that a name on the command line means, or undefined where it is none we read. */
export function encodingNamed(name: string): TextEncoding | undefined {
  return encodingNames[name.toLowerCase().replace(/[\s_-]/g, '')];
}

const encodingNames: Readonly<Record<string, TextEncoding>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8-bom',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
};

function byteOrderMark(bytes: Buffer): { encoding: TextEncoding; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8-bom', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** UTF-8 is named with its mark exactly where the file has one, whichever of the two names was asked for. */
function withMark(forced: TextEncoding, found: TextEncoding | undefined): TextEncoding {
  if (forced !== 'utf-8' && forced !== 'utf-8-bom') return forced;
  return found === 'utf-8-bom' ? 'utf-8-bom' : 'utf-8';
}

function decodeBytes(bytes: Buffer, from: number, encoding: TextEncoding): string {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return bytes.toString('utf8', from);
    default:
      return new TextDecoder(encoding, { ignoreBOM: true }).decode(from === 0 ? bytes : bytes.subarray(from));
  }
}
