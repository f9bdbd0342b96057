import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { chooseEncoding, positionsOf, utf16Position } from '../../server/src/lsp/positions';

const document = (text: string) => TextDocument.create('file:///a.txt', '', 1, text);
const encodings = ['utf-8', 'utf-16', 'utf-32'] as const;

describe('the encoding of positions', () => {
  it.each([
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-16'],
    [['utf-32', 'utf-8', 'utf-16'], 'utf-16'],
    [['utf-8', 'utf-32'], 'utf-32'],
    [['utf-8'], 'utf-8'],
    [['utf-7'], 'utf-16'],
  ])('of a client that offers %s is %s', (offered, chosen) => {
    expect(chooseEncoding(offered)).toBe(chosen);
  });
});

describe('positions', () => {
  const text = 'a政𠮷b\r\n次行';
  it.each([
    ['utf-8', 4, 8],
    ['utf-16', 2, 4],
    ['utf-32', 2, 3],
  ] as const)('count in %s', (encoding, before, after) => {
    const positions = positionsOf(document(text), encoding);
    expect(positions.position(2)).toEqual({ line: 0, character: before });
    expect(positions.position(4)).toEqual({ line: 0, character: after });
    expect(positions.offset({ line: 0, character: after })).toBe(4);
  });

  it.each(encodings)('beyond the end of a line are its end, in %s', (encoding) => {
    const positions = positionsOf(document(text), encoding);
    expect(positions.offset({ line: 0, character: 999 })).toBe(5);
    expect(positions.offset({ line: 999, character: 0 })).toBe(text.length);
  });

  it.each(['utf-8', 'utf-32'] as const)('inside a character are its start, in %s', (encoding) => {
    const start = positionsOf(document(text), encoding).position(2).character;
    const inside = positionsOf(document(text), encoding).offset({ line: 0, character: start + (encoding === 'utf-8' ? 1 : 0) });
    expect(inside).toBe(2);
  });

  it('lead back to the offset they came from', () => {
    const unit = fc.constantFrom('a', '政', '𠮷', 'é', '\n', '\r\n', '\t');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), fc.nat(30), fc.constantFrom(...encodings), (units, at, encoding) => {
        const offset = units.slice(0, at).join('').length;
        const positions = positionsOf(document(units.join('')), encoding);
        expect(positions.offset(positions.position(offset))).toBe(offset);
      }),
    );
  });

  it('of changes are turned into UTF-16', () => {
    expect(utf16Position(document(text), { line: 0, character: 8 }, 'utf-8')).toEqual({ line: 0, character: 4 });
  });
});
