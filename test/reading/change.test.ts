import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeBetween, movedSpan } from '../../server/src/text/change';

const before = '收到申请12件，办结12件。';

it('a change is the shortest piece that was replaced', () => {
  expect(changeBetween(before, '收到申请125件，办结12件。')).toEqual({ start: 6, end: 6, by: 1 });
  expect(changeBetween(before, '收到申请1件，办结12件。')).toEqual({ start: 5, end: 6, by: -1 });
  expect(changeBetween(before, before)).toEqual({ start: before.length, end: before.length, by: 0 });
});

it('what is typed at the end of a number or at its beginning belongs to it', () => {
  const number = { start: 4, end: 6 };
  expect(movedSpan(number, changeBetween(before, '收到申请125件，办结12件。'))).toEqual({ start: 4, end: 7 });
  expect(movedSpan(number, changeBetween(before, '收到申请512件，办结12件。'))).toEqual({ start: 4, end: 7 });
  expect(movedSpan({ start: 0, end: 2 }, changeBetween(before, '收到申请512件，办结12件。'))).toEqual({ start: 0, end: 2 });
  expect(movedSpan({ start: 10, end: 12 }, changeBetween(before, '收到申请件，办结12件。'))).toEqual({ start: 8, end: 10 });
});

it('a change leads from one text to the other, however long they are', () => {
  const unit = fc.constantFrom('0', '7', '件', '\n');
  const piece = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''));
  const long = fc.array(unit, { maxLength: 12 }).map((units) => units.join('').repeat(700));
  fc.assert(
    fc.property(long, piece, piece, long, (head, removed, added, rest) => {
      const [a, b] = [head + removed + rest, head + added + rest];
      const { start, end, by } = changeBetween(a, b);
      expect(a.slice(0, start) + b.slice(start, end + by) + a.slice(end)).toBe(b);
      expect(end - start).toBeLessThanOrEqual(removed.length);
    }),
  );
});
