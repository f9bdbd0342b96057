import { describe, expect, it } from 'vitest';
import { skeletonOf } from '../../client/src/skeleton';

describe('the skeleton of a report', () => {
  it('keeps the chosen lines and the shape of the others', () => {
    const text = '某县2023年报告\n一、总体情况\n收到12件（共3件）。\n\t规章\t0';
    expect(
      skeletonOf(text, [
        { from: 1, to: 1 },
        { from: 3, to: 3 },
      ]),
    ).toBe('○○0000○○○\n一、总体情况\n○○00○（○0○）。\n\t规章\t0');
  });

  it('keeps line ends', () => {
    expect(skeletonOf('a\r\nb\r\n', [])).toBe('○\r\n○\r\n');
  });
});
