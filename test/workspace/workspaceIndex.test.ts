import { describe, expect, test } from 'vitest';
import { listIndex } from '../../server/src/workspace/indexListing';
import { WorkspaceIndex, type WorkspaceSettings } from '../../server/src/workspace/workspaceIndex';
import { handReport } from '../support/handReport';

type Given = readonly [file: string, organ: string | null, year: number | null];

function indexOf(given: readonly Given[], settings?: WorkspaceSettings): WorkspaceIndex {
  const index = new WorkspaceIndex(settings);
  for (const [file, organ, year] of given) index.setFile(file, [{ start: 0, report: handReport({ organ, year }) }]);
  return index;
}

function previousOf(index: WorkspaceIndex, file: string) {
  const link = index.previousOf(index.entriesOf(file)[0]!);
  return { status: link.status, file: link.entry?.file ?? null };
}

describe('last year’s report', () => {
  const cases: readonly (readonly [string, readonly Given[], string, string | null])[] = [
    [
      'same name',
      [
        ['a', '青岚县财政局', 2022],
        ['b', '青岚县财政局', 2023],
      ],
      'matched',
      'a',
    ],
    [
      'short and long form',
      [
        ['a', '青岚县', 2022],
        ['b', '青岚县人民政府', 2023],
      ],
      'matched',
      'a',
    ],
    [
      'abbreviated office',
      [
        ['a', '青岚县政府办', 2022],
        ['b', '青岚县人民政府办公室', 2023],
      ],
      'matched',
      'a',
    ],
    [
      'relative office',
      [
        ['a', '县政府办公室', 2022],
        ['b', '青岚县人民政府办公室', 2023],
      ],
      'matched',
      'a',
    ],
    [
      'city written before',
      [
        ['a', '云岭市青岚县财政局', 2022],
        ['b', '青岚县财政局', 2023],
      ],
      'matched',
      'a',
    ],
    [
      'no place',
      [
        ['a', '财政局', 2022],
        ['b', '青岚县财政局', 2023],
      ],
      'matched',
      'a',
    ],
    [
      'a government is not its office',
      [
        ['a', '青岚县人民政府办公室', 2022],
        ['b', '青岚县人民政府', 2023],
      ],
      'none',
      null,
    ],
    [
      'another year',
      [
        ['a', '青岚县财政局', 2021],
        ['b', '青岚县财政局', 2023],
      ],
      'none',
      null,
    ],
    [
      'another county',
      [
        ['a', '白鹿县财政局', 2022],
        ['b', '青岚县财政局', 2023],
      ],
      'none',
      null,
    ],
    [
      'renamed county',
      [
        ['a', '青岚县财政局', 2022],
        ['b', '青岚区财政局', 2023],
      ],
      'none',
      null,
    ],
    [
      'two of one name',
      [
        ['a', '青岚县财政局', 2022],
        ['c', '青岚县财政局', 2022],
        ['b', '青岚县财政局', 2023],
      ],
      'ambiguous',
      null,
    ],
    [
      'two counties of one name',
      [
        ['a', '云岭市青岚县', 2022],
        ['c', '澄江市青岚县', 2022],
        ['b', '青岚县', 2023],
      ],
      'ambiguous',
      null,
    ],
    [
      'exact name first',
      [
        ['a', '云岭市青岚县', 2022],
        ['c', '青岚县', 2022],
        ['b', '青岚县', 2023],
      ],
      'matched',
      'c',
    ],
    [
      'rival this year',
      [
        ['a', '财政局', 2022],
        ['c', '白鹿县财政局', 2023],
        ['b', '青岚县财政局', 2023],
      ],
      'ambiguous',
      null,
    ],
    [
      'full name this year too',
      [
        ['a', '青岚县财政局', 2022],
        ['c', '青岚县财政局', 2023],
        ['b', '财政局', 2023],
      ],
      'ambiguous',
      null,
    ],
    [
      'no organ',
      [
        ['a', '青岚县财政局', 2022],
        ['b', null, 2023],
      ],
      'unknown',
      null,
    ],
    [
      'no year',
      [
        ['a', '青岚县财政局', 2022],
        ['b', '青岚县财政局', null],
      ],
      'unknown',
      null,
    ],
  ];
  test.each(cases)('%s', (_, given, status, file) => {
    expect(previousOf(indexOf(given), 'b')).toEqual({ status, file });
  });

  test('a renamed organ is named, never linked, until the configuration says so', () => {
    const given: Given[] = [
      ['a', '青岚县扶贫开发局', 2022],
      ['b', '青岚县乡村振兴扶贫局', 2023],
    ];
    const index = indexOf(given);
    const link = index.previousOf(index.entriesOf('b')[0]!);
    expect(link.status).toBe('none');
    expect(link.candidates.map((entry) => entry.file)).toEqual(['a']);
    expect(link.reason.zh).toContain('更名');
    const settings = { organs: [{ name: '青岚县乡村振兴扶贫局', otherNames: ['青岚县扶贫开发局'] }] };
    expect(previousOf(indexOf(given, settings), 'b')).toEqual({ status: 'matched', file: 'a' });
  });

  test('a renamed county is linked with all of its organs where the configuration says so', () => {
    const given: Given[] = [
      ['a', '青岚县财政局', 2022],
      ['b', '青岚区财政局', 2023],
      ['c', '青岚县白溪镇', 2022],
      ['d', '云岭市青岚区白溪镇', 2023],
    ];
    const settings = { organs: [{ name: '青岚区人民政府', otherNames: ['青岚县人民政府'] }] };
    const index = indexOf(given, settings);
    expect(previousOf(index, 'b')).toEqual({ status: 'matched', file: 'a' });
    expect(previousOf(index, 'd')).toEqual({ status: 'matched', file: 'c' });
    expect(index.previousOf(index.entriesOf('b')[0]!).reason.zh).toContain('配置写明');
  });

  test('what the text leaves open is taken from the signature, the file name and the folder', () => {
    const index = new WorkspaceIndex();
    index.setFile('2022/财政局.txt', [{ start: 0, report: handReport({ organ: null, year: null, signature: '青岚县财政局' }) }]);
    index.setFile('年报/青岚县财政局2023年政府信息公开工作年度报告.txt', [
      { start: 0, report: handReport({ organ: null, year: null }) },
    ]);
    const [first, second] = listIndex(index);
    expect([first!.organ.source, first!.year.source]).toEqual(['signature', 'folder']);
    expect([second!.organ, second!.year]).toEqual([
      { name: '青岚县财政局', source: 'fileName' },
      { value: 2023, source: 'fileName' },
    ]);
    expect(second!.previous).toMatchObject({ status: 'matched', report: { file: '2022/财政局.txt' } });
  });

  test('a file name that is no organ says nothing', () => {
    const index = indexOf([['shenchi-2023.txt', null, null]]);
    expect(listIndex(index)[0]).toMatchObject({ organ: { name: null }, year: { value: 2023, source: 'fileName' } });
  });
});

describe('the government above and the organs below', () => {
  const county: readonly Given[] = [
    ['gov', '青岚县人民政府', 2023],
    ['office', '青岚县人民政府办公室', 2023],
    ['finance', '云岭市青岚县财政局', 2023],
    ['town', '青岚县白溪镇人民政府', 2023],
    ['tax', '国家税务总局青岚县税务局', 2023],
    ['other', '白鹿县财政局', 2023],
    ['old', '青岚县教育局', 2022],
  ];

  test('are told by their names without a configuration, and never complete', () => {
    const index = indexOf(county);
    const parts = index.contextFor('gov', 0).parts!;
    expect(parts.reports.map((part) => part.file).sort()).toEqual(['finance', 'office', 'town']);
    expect(parts.complete).toBe(false);
    expect(index.contextFor('office', 0).whole?.file).toBe('gov');
    expect(index.contextFor('finance', 0).whole?.file).toBe('gov');
    expect(index.contextFor('town', 0).whole?.file).toBe('gov');
    expect(index.contextFor('tax', 0).whole).toBeUndefined();
    expect(index.contextFor('other', 0).whole).toBeUndefined();
    expect(index.contextFor('gov', 0).whole).toBeUndefined();
  });

  test('are the listed ones where the configuration lists them', () => {
    const settings = { governments: [{ name: '青岚县', organs: ['县政府办公室', '财政局'], complete: true }] };
    const index = indexOf(county, settings);
    const { parts } = index.contextFor('gov', 0);
    expect(parts?.reports.map((part) => part.file)).toEqual(['office', 'finance']);
    expect(parts?.complete).toBe(true);
    expect(index.contextFor('town', 0).whole).toBeUndefined();
    expect(listIndex(index).find((entry) => entry.file === 'town')!.whole.reason.zh).toContain('没有把本机关列入');
  });

  test('may be described twice, in two folders, but not under two governments', () => {
    const government = { name: '青岚县', organs: ['财政局'], complete: true };
    const finance = (index: WorkspaceIndex) => index.contextFor('finance', 0).whole?.file;
    expect(finance(indexOf(county, { governments: [government, { ...government, name: '青岚县人民政府' }] }))).toBe('gov');
    const second = { name: '赤石市', organs: ['云岭市青岚县财政局'] };
    expect(finance(indexOf(county, { governments: [government, second] }))).toBeUndefined();
  });

  test('are not complete while a listed organ has no report or two', () => {
    const settings = { governments: [{ name: '青岚县人民政府', organs: ['办公室', '财政局', '教育局'], complete: true }] };
    const index = indexOf(county, settings);
    expect(index.contextFor('gov', 0).parts?.complete).toBe(false);
    const listed = listIndex(index).find((entry) => entry.file === 'gov')!.parts!;
    expect(listed.organs.map((organ) => organ.status)).toEqual(['matched', 'matched', 'none']);
    index.setSettings({ governments: [{ name: '青岚县人民政府', organs: ['财政局'], complete: true }] });
    expect(index.contextFor('gov', 0).parts?.complete).toBe(true);
    index.setFile('copy', [{ start: 0, report: handReport({ organ: '云岭市青岚县财政局', year: 2023 }) }]);
    expect(index.contextFor('gov', 0).parts).toBeUndefined();
  });
});

describe('changes', () => {
  test('a replaced or removed file says whose findings may change', () => {
    const index = indexOf([
      ['2022', '青岚县财政局', 2022],
      ['2023', '青岚县财政局', 2023],
      ['2024', '青岚县财政局', 2024],
      ['gov', '青岚县', 2023],
      ['edu', '青岚县教育局', 2023],
    ]);
    expect([...index.setFile('2022', [{ start: 0, report: handReport({ organ: '青岚县财政局', year: 2022 }) }])]).toEqual([
      '2023',
    ]);
    expect([...index.removeFile('2023')].sort()).toEqual(['2024', 'gov']);
    expect(index.contextFor('2024', 0).previous).toBeUndefined();
    expect([...index.removeFile('gov')]).toEqual(['edu']);
    expect([...index.removeFile('nothing')]).toEqual([]);
  });

  test('two reports in one file are two entries', () => {
    const index = new WorkspaceIndex();
    const report = (year: number) => handReport({ organ: '青岚县财政局', year });
    index.setFile('both', [
      { start: 0, report: report(2022) },
      { start: 900, report: report(2023) },
    ]);
    expect(index.contextFor('both', 1).previous).toMatchObject({ file: 'both', start: 0 });
    expect(listIndex(index).map((entry) => entry.part)).toEqual([1, 2]);
    expect(index.contextFor('both', 2)).toEqual({});
  });

  test('four times as many reports take at most eight times as long to index and link', () => {
    const linked = (organs: number) => {
      const index = new WorkspaceIndex();
      const started = performance.now();
      for (let n = 0; n < 3 * organs; n++) {
        const organ = `第${n % organs}县财政局`;
        index.setFile(`${n}`, [{ start: 0, report: { ...small, organ, year: 2021 + Math.floor(n / organs) } }]);
      }
      const count = index.entries().filter((entry) => index.contextFor(entry.file, 0).previous).length;
      expect(count).toBe(2 * organs);
      return performance.now() - started;
    };
    linked(250);
    const few = Math.min(linked(250), linked(250), linked(250));
    expect(Math.min(linked(1000), linked(1000)) / few).toBeLessThan(8);
  });
});

const small = handReport();
