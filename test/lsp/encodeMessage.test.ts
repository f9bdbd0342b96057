import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeMessage } from '../../server/src/lsp/encodeMessage';

const diagnostic = fc.record({
  message: fc.string({ unit: 'grapheme' }),
  code: fc.string(),
  severity: fc.integer({ min: 1, max: 4 }),
});
const answer = fc.record({
  jsonrpc: fc.constant('2.0'),
  id: fc.oneof(fc.nat(), fc.string()),
  result: fc.record({ kind: fc.constant('full'), resultId: fc.string(), items: fc.array(diagnostic, { maxLength: 60 }) }),
});

const decoded = (message: unknown) => JSON.parse(Buffer.from(encodeMessage(message as never)).toString('utf8')) as unknown;

it('every answer arrives as it was sent, also where it repeats diagnostics of the one before', () => {
  fc.assert(
    fc.property(answer, answer, (first, second) => {
      expect(decoded(first)).toEqual(first);
      const items = [...second.result.items, ...first.result.items.slice(3)];
      const mixed = { ...second, result: { ...second.result, items } };
      expect(decoded(mixed)).toEqual(mixed);
    }),
  );
});

it('other messages are plain JSON', () => {
  for (const message of [
    { jsonrpc: '2.0', id: 1, result: null },
    { jsonrpc: '2.0', method: 'x', params: ['勾稽'] },
  ]) {
    expect(decoded(message)).toEqual(message);
  }
});
