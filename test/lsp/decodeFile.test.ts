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

  it('takes UTF-8 with a broken byte for UTF-8, and GB18030 with one for GB18030', () => {
    const utf8 = new TextEncoder().encode('政府信息公开工作年度报告');
    expect(decodeFile(Uint8Array.from([...utf8, 0xe6, ...utf8]))).toBe('政府信息公开工作年度报告\ufffd政府信息公开工作年度报告');
    const gb18030 = [0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2];
    expect(decodeFile(Uint8Array.from([...gb18030, 0xff, ...gb18030]))).toBe('政府信息\ufffd政府信息');
  });
});
