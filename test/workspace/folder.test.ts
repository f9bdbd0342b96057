import { describe, expect, test } from 'vitest';
import { checkReport, readDocument } from '../../server/src/service';
import { listIndex } from '../../server/src/workspace/indexListing';
import { WorkspaceIndex, type WorkspaceSettings } from '../../server/src/workspace/workspaceIndex';
import { addApplications, configuration, government, madeUpFolder, type MadeUpFolder, type Plant } from './madeUpFolder';
import { addUp } from './madeUpNumbers';

function indexOf({ files }: MadeUpFolder, settings: WorkspaceSettings = configuration): WorkspaceIndex {
  const index = new WorkspaceIndex(settings);
  for (const [file, text] of files) index.setFile(file, readDocument(text).parts);
  return index;
}

/** Every finding of every rule as `file rule row/column`. */
function findingsOf(index: WorkspaceIndex): string[] {
  return index
    .entries()
    .flatMap(({ file, part, report }) =>
      checkReport(report, {}, index.contextFor(file, part)).findings.map((finding) =>
        finding.row === undefined ? `${file} ${finding.rule}` : `${file} ${finding.rule} ${finding.row}/${finding.column}`,
      ),
    )
    .sort();
}

const cells = (file: string, rule: string, ...places: readonly string[]) => places.map((place) => `${file} ${rule} ${place}`);

const plants: readonly Plant[] = [
  {
    name: 'an application carried in that was not carried out, which the government sums up',
    beforeSumming: (drafts) => addApplications(drafts.get('2022/财政局.txt')!, 'carriedIn', 'naturalPerson', 1),
    expected: [
      ...cells('2022/财政局.txt', 'carry-over', 'carriedIn/naturalPerson', 'carriedIn/total'),
      ...cells(`2022/${government}.txt`, 'carry-over', 'carriedIn/naturalPerson', 'carriedIn/total'),
    ],
  },
  {
    name: 'a stock of documents that does not follow from last year',
    afterSumming: (drafts) => (drafts.get('2023/教育局.txt')!.numbers.proactive.normativeDocuments!.inForce! -= 3),
    expected: cells('2023/教育局.txt', 'stock-continuity', 'normativeDocuments/inForce'),
  },
  {
    name: 'a wrong rate of growth',
    afterSumming: (drafts) => (drafts.get('2022/白溪镇.txt')!.wrongGrowth = 31),
    expected: ['2022/白溪镇.txt growth-rate'],
  },
  {
    name: 'last year’s text with new numbers',
    afterSumming: (drafts) => (drafts.get('2023/办公室.txt')!.wording = 2022),
    expected: ['2023/办公室.txt copied-text'],
  },
  {
    name: 'an application that no organ received',
    afterSumming: (drafts) => addApplications(drafts.get(`2021/${government}.txt`)!, 'received', 'business', 1),
    expected: cells(
      `2021/${government}.txt`,
      'whole-not-sum',
      ...['received', 'granted', 'outcomeTotal'].flatMap((row) => [`${row}/business`, `${row}/total`]),
    ),
  },
  {
    name: 'a dispute of an organ that the government left out',
    beforeSumming: (drafts) => {
      for (const organ of ['办公室', '财政局', '教育局', '白溪镇']) {
        const review = drafts.get(`2023/${organ}.txt`)!.numbers.disputes.review!;
        for (const column of Object.keys(review)) review[column] = 0;
        if (organ === '财政局') addUp(review, 'upheld', 2);
      }
    },
    afterSumming: (drafts) => addUp(drafts.get(`2023/${government}.txt`)!.numbers.disputes.review!, 'upheld', -1),
    expected: [
      ...cells('2023/财政局.txt', 'part-exceeds-whole', 'review/upheld', 'review/total'),
      ...cells(`2023/${government}.txt`, 'whole-not-sum', 'review/upheld', 'review/total'),
    ],
  },
];

const inOldForm: Plant = {
  name: '2019 form: items that do not follow from last year',
  afterSumming: (drafts) => (drafts.get('2020/教育局.txt')!.numbers.proactive.licensing!.previousItems! += 4),
  expected: cells('2020/教育局.txt', 'previous-items', 'licensing/previousItems'),
};

describe('three years, four organs and a government above', () => {
  test.each([2019, 2020, 2021, 2022, 2023])('a good folder from %i on has no finding at all', (firstYear) => {
    for (const seed of [1, 2]) expect(findingsOf(indexOf(madeUpFolder(seed, firstYear)))).toEqual([]);
  });

  test.each(plants.map((plant) => [plant.name, plant] as const))('%s', (_, plant) => {
    expect(findingsOf(indexOf(madeUpFolder(7, 2021, [plant])))).toEqual([...plant.expected].sort());
  });

  test('2019 form: items that do not follow from last year', () => {
    expect(findingsOf(indexOf(madeUpFolder(7, 2019, [inOldForm])))).toEqual(inOldForm.expected);
  });

  test('all mistakes at once are all found, and nothing else', () => {
    const expected = plants.flatMap((plant) => plant.expected).sort();
    for (const seed of [1, 2, 3]) expect(findingsOf(indexOf(madeUpFolder(seed, 2021, plants)))).toEqual(expected);
  });

  test('without a configuration the sums are not checked, and the organs are told by their names', () => {
    const found = findingsOf(indexOf(madeUpFolder(1, 2021, plants), {}));
    // The town that leaves its county out is not linked: there could be another town of that name.
    expect(found).toEqual(
      plants
        .flatMap((plant) => plant.expected)
        .filter((line) => !line.includes('whole-not-sum'))
        .sort(),
    );
  });

  test('a government that left out one organ is told which', () => {
    const folder = madeUpFolder(4, 2021);
    const index = indexOf(folder, {
      governments: [{ name: government, organs: ['办公室', '财政局', '教育局', '白溪镇', '司法局'], complete: true }],
    });
    const extra = madeUpFolder(5, 2021).files.get('2022/教育局.txt')!.replaceAll('教育局', '司法局');
    index.setFile('2022/司法局.txt', readDocument(extra).parts);
    const [whole] = index.entriesOf(`2022/${government}.txt`);
    const { findings } = checkReport(whole!.report, {}, index.contextFor(whole!.file, 0));
    const sums = findings.filter((finding) => finding.rule === 'whole-not-sum');
    expect(sums.length).toBeGreaterThan(3);
    for (const { message } of sums) expect(message.zh).toContain('全部差额恰好是“青岚县司法局”的数');
  });

  test('every related place lies in the file it names', () => {
    const folder = madeUpFolder(1, 2021, plants);
    const index = indexOf(folder);
    const related = index
      .entries()
      .flatMap(({ file, part, report }) =>
        checkReport(report, {}, index.contextFor(file, part)).findings.flatMap((finding) => finding.related),
      );
    const across = related.filter((place) => place.other);
    expect(across.length).toBeGreaterThan(10);
    for (const { other, span, value } of across) {
      const { start, report } = other!;
      const text = folder.files.get(other!.file)!;
      expect(text.slice(start, start + report.text.length)).toBe(report.text);
      if (value !== undefined) expect(text.slice(start + span.start, start + span.end)).toBe(String(value));
    }
  });

  test('the listing says for every report what it was matched with and why', () => {
    const listing = listIndex(indexOf(madeUpFolder(1, 2021)));
    const rows = listing.map((entry) => [
      entry.file,
      entry.previous.report?.file,
      entry.whole.report?.file,
      entry.parts?.complete,
    ]);
    expect(rows).toContainEqual(['2022/办公室.txt', '2021/办公室.txt', `2022/${government}.txt`, undefined]);
    expect(rows).toContainEqual([`2023/${government}.txt`, `2022/${government}.txt`, undefined, true]);
    expect(listing.filter((entry) => entry.previous.status === 'matched')).toHaveLength(10);
    expect(listing.filter((entry) => entry.whole.status === 'matched')).toHaveLength(12);
    const office = listing.find((entry) => entry.file === '2022/办公室.txt')!;
    expect(office.previous.reason.zh).toBe('“青岚县人民政府办公室”与“青岚县政府办”是同一名称的不同写法');
    const first = listing.find((entry) => entry.file === '2021/财政局.txt')!;
    expect(first.previous).toMatchObject({ status: 'none', report: null });
    expect(first.previous.reason.zh).toBe('没有“青岚县财政局”2020 年的报告');
  });
});
