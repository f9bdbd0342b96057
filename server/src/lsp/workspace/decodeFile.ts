import { isNearlyUtf8 } from '../../text/brokenUtf8';

/**
 * Decodes a file by its byte order mark, else as UTF-8, of which a few bytes may be broken, else as GB18030, which Chinese offices still use.
 */
export function decodeFile(bytes: Uint8Array): string {
  const marked = encodingOfMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return !text.includes('\ufffd') || isNearlyUtf8(text) ? text : new TextDecoder('gb18030').decode(bytes);
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}
