import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../server/src/lsp/workspace/decodeFile';

describe('decoding a closed file', () => {
  it.each([
    ['UTF-8', [0xe6, 0x94, 0xbf]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xe6, 0x94, 0xbf]],
    ['UTF-16, little end first', [0xff, 0xfe, 0x3f, 0x65]],
    ['UTF-16, big end first', [0xfe, 0xff, 0x65, 0x3f]],
    ['GB18030', [0xd5, 0xfe]],
  ])('reads %s', (_name, bytes) => {
    expect(decodeFile(Uint8Array.from(bytes))).toBe('政');
  });
});
