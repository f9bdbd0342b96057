import { expect, it } from 'vitest';
import { readCellNumber } from '../../server/src/text/number';

it.each([
  ['9.632110000000001', 9.63211, 5],
  ['84523.11990399999', 84523.119904, 6],
  ['1,234.5000000000002', 1234.5, 1],
  ['0.30000000000000004', 0.3, 1],
  ['12.000000000000002', 12, 0],
])('what binary arithmetic left behind an amount is none of its decimals: %s', (text, value, decimals) => {
  expect(readCellNumber(text)).toMatchObject({ kind: 'number', value, decimals });
});

it.each(['9.632112345678901', '2.9999999999999996', '1234567890123456'])(
  'other numbers of many digits stay unread: %s',
  (text) => {
    expect(readCellNumber(text).kind).toBe('unreadable');
  },
);

it('a unit belongs to a number that it stands right behind', () => {
  expect(readCellNumber('9 项')).toMatchObject({ value: 9, annotation: '项' });
  expect(readCellNumber('9                项').kind).toBe('text');
});
