import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseNumber } from '../../server/src/prose/chineseNumber';
import { foldProse, originalSpan } from '../../server/src/prose/proseText';
import { fold } from '../../server/src/text/fold';

const folded = (raw: string) => foldProse(raw, 'overview', [{ start: 0, end: raw.length }]);

describe('prose is folded for reading', () => {
  test.each([
    [
      'lines broken inside a sentence are joined',
      '共收到政府信\n息公开申请 11\n件，已办结。',
      ['共收到政府信息公开申请11件,已办结。'],
    ],
    ['a full stop at a line’s end ends a paragraph', '收到申请11件。\n办结11件。', ['收到申请11件。', '办结11件。']],
    [
      'a numbered line begins a paragraph',
      '（一）主动公开\n全年公开\n（二）依申请公开',
      ['(一)主动公开', '全年公开', '(二)依申请公开'],
    ],
    ['a page number on its own line is left out', '结果维持 25\n- 3 -\n件，其他', ['结果维持25件,其他']],
    ['a blank line inside a sentence is no end', '文件属性源头\n\n认定机制', ['文件属性源头认定机制']],
    ['two numbers stay two numbers', '申请 3001 53 0 件', ['申请3001 53 0件']],
    ['full-width and compatibility forms', '⾏政复议１２件', ['行政复议12件']],
  ])('%s', (_, raw, paragraphs) => {
    const prose = folded(raw);
    expect(prose.paragraphs.map((p) => prose.text.slice(p.start, p.end))).toEqual(paragraphs);
  });

  test('every folded range leads back to the text it came from', () => {
    const pieces = fc.constantFrom(
      '收到',
      '申请',
      '11',
      ' ',
      '\n',
      '　',
      '１',
      '件',
      '。',
      '，',
      '⾏',
      '（一）',
      '㈠',
      '12',
      '- 3 -\n',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const raw = parts.join('');
        const prose = folded(raw);
        const visible = [...prose.text].flatMap((c, i) => (c === '\n' || c === ' ' ? [] : [i]));
        if (visible.length === 0) return;
        const [from, to] = [visible[a % visible.length]!, visible[b % visible.length]!].sort((x, y) => x - y) as [number, number];
        const span = originalSpan(prose, from, to + 1);
        const back = fold(raw.slice(span.start, span.end)).replaceAll('-3-', '');
        expect(back).toContain(
          prose.text
            .slice(from, to + 1)
            .replace(/[\n ]/g, '')
            .replaceAll('-3-', ''),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('Chinese numerals', () => {
  test.each([
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['一百零五', 105],
    ['两千三百', 2300],
    ['一万两千', 12000],
    ['二〇二三', 2023],
    ['三', 3],
    ['零', 0],
    ['', null],
    ['十件', null],
  ])('%s', (numeral, value) => {
    expect(chineseNumber(numeral)).toBe(value);
  });

  test('every number up to a hundred thousand is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (n) => {
        expect(chineseNumber(written(n))).toBe(n);
      }),
    );
  });
});

/** A number as it is written out: 一万零五十 */
function written(n: number): string {
  const digits = '零一二三四五六七八九';
  const units = ['', '十', '百', '千', '万'];
  let text = '';
  let gap = false;
  [...String(n)].forEach((d, i, all) => {
    if (d === '0') gap = true;
    else {
      text += (gap && text !== '' ? '零' : '') + digits[Number(d)]! + units[all.length - 1 - i]!;
      gap = false;
    }
  });
  return text;
}
