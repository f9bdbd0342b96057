import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteOffsets } from '../../server/src/cli/files/byteOffsets';
import { encodeText } from '../../server/src/cli/files/encodeText';
import { spliceBytes } from '../../server/src/cli/files/spliceBytes';
import { decodeText, encodingNamed, type TextEncoding } from '../../server/src/cli/files/textEncoding';

const bytesOf = (...bytes: number[]) => Buffer.from(bytes);
const encodings: TextEncoding[] = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'];
const marks: Partial<Record<TextEncoding, number[]>> = {
  'utf-8-bom': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};
const fileOf = (text: string, encoding: TextEncoding) =>
  Buffer.concat([Buffer.from(marks[encoding] ?? []), encodeText(text, encoding)]);

describe('decoding', () => {
  it.each([
    ['plain UTF-8', Buffer.from('青岚县'), 'utf-8', '青岚县'],
    ['UTF-8 with a mark', fileOf('青岚县', 'utf-8-bom'), 'utf-8-bom', '青岚县'],
    ['GB18030', bytesOf(0xb9, 0xb4, 0xbb, 0xfc), 'gb18030', '勾稽'],
    ['UTF-16, little end first', fileOf('勾稽', 'utf-16le'), 'utf-16le', '勾稽'],
    ['UTF-16, big end first', fileOf('勾稽', 'utf-16be'), 'utf-16be', '勾稽'],
    ['nothing at all', bytesOf(), 'utf-8', ''],
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from('政府信息公开工作'), bytesOf(0xe6), Buffer.from('年度报告')]),
      'utf-8',
      '政府信息公开工作\ufffd年度报告',
    ],
    ['GB18030 with a broken byte', bytesOf(0xb9, 0xb4, 0xff, 0xbb, 0xfc), 'gb18030', '勾\ufffd稽'],
  ] as const)('%s', (_name, bytes, encoding, text) => {
    expect(decodeText(bytes)).toMatchObject({ encoding, text });
  });

  it.each([
    ['GBK', 'gb18030'],
    ['utf8', 'utf-8'],
    ['UTF-16LE', 'utf-16le'],
    ['latin1', undefined],
  ])('the name %s means %s', (name, encoding) => expect(encodingNamed(name)).toBe(encoding));

  it('an encoding asked for overrides what the bytes say', () => {
    expect(decodeText(Buffer.from('年'), 'gb18030')).toMatchObject({ encoding: 'gb18030', markLength: 0 });
    expect(decodeText(fileOf('年', 'utf-8-bom'), 'utf-8')).toMatchObject({ encoding: 'utf-8-bom', text: '年' });
  });
});

describe('encoding', () => {
  it('writes every character but private ones in GB18030 so that it decodes to itself', () => {
    const characters: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += code < 0x10000 ? 1 : 97) {
      if (code < 0xd800 || code > 0xf8ff) characters.push(String.fromCodePoint(code));
    }
    const text = characters.join('');
    expect(new TextDecoder('gb18030').decode(encodeText(text, 'gb18030')) === text).toBe(true);
  });
});

describe('byte offsets', () => {
  const nastyBytes = fc.array(
    fc.oneof(fc.constantFrom(0x30, 0x39, 0x41, 0x7f, 0x80, 0x81, 0x90, 0xe3, 0xfe, 0xff, 0x0a), fc.integer({ min: 0, max: 255 })),
    { maxLength: 40 },
  );

  it.each(['utf-8', 'gb18030'] as const)('walk any %s bytes, broken ones too, as the decoder does', (encoding) => {
    fc.assert(
      fc.property(nastyBytes, (bytes) => {
        const text = decodeText(Buffer.from(bytes), encoding).text;
        const end = byteOffsets(Buffer.from(bytes), encoding, byteOrderMarkLength(bytes, encoding), [text.length]);
        expect(end).toEqual([bytes.length]);
      }),
      { numRuns: 5000 },
    );
  });

  it('has no byte offset inside a character', () => {
    expect(byteOffsets(Buffer.from('😀'), 'utf-8', 0, [1])).toBeUndefined();
  });
});

function byteOrderMarkLength(bytes: number[], encoding: TextEncoding): number {
  return decodeText(Buffer.from(bytes), encoding).markLength;
}

describe('splicing', () => {
  it.each(encodings)('changes only the edited place in %s', (encoding) => {
    const words = fc.array(fc.constantFrom('规章', '0', '\t', '\r\n', '１２', '😀', '⼀', 'é', '（七）'), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, fc.constantFrom('11', '一、', '', '𠮷'), (before, after, newText) => {
        const [head, tail] = [before.join(''), after.join('')];
        const bytes = fileOf(head + 'X' + tail, encoding);
        const decoded = decodeText(bytes, encoding);
        const edits = [{ span: { start: head.length, end: head.length + 1 }, newText }];
        expect(spliceBytes(bytes, decoded, edits)).toEqual(fileOf(head + newText + tail, encoding));
      }),
    );
  });

  it('keeps the broken bytes of UTF-8', () => {
    const [head, tail] = [Buffer.from('青岚县人民政府信息公开'), Buffer.from('年度报告')];
    const bytes = Buffer.concat([head, bytesOf(0xe6, 0x94), tail]);
    const decoded = decodeText(bytes);
    const at = decoded.text.indexOf('年');
    const spliced = spliceBytes(bytes, decoded, [{ span: { start: at, end: at + 1 }, newText: '月' }]);
    expect(spliced).toEqual(Buffer.concat([head, bytesOf(0xe6, 0x94), Buffer.from('月度报告')]));
  });

  it('keeps bytes that no GB18030 character has', () => {
    const bytes = bytesOf(0xff, 0x81, 0x0a, 0x81, 0x30, 0x41, 0xb9, 0xb4, 0x30, 0x81);
    const decoded = decodeText(bytes);
    const at = decoded.text.lastIndexOf('勾') + 1;
    const spliced = spliceBytes(bytes, decoded, [{ span: { start: at, end: at + 1 }, newText: '稽' }]);
    expect(spliced).toEqual(bytesOf(0xff, 0x81, 0x0a, 0x81, 0x30, 0x41, 0xb9, 0xb4, 0xbb, 0xfc, 0x81));
  });
});
