import { describe, expect, it } from 'vitest';
import { FolderReading, type FolderReport, type ShowProgress } from '../../client/src/folder/folderReading';
import { MadeUpFiles, addressOf, blankReport, unseen } from './madeUpFiles';

const older = 'a/青岚县财政局2022.txt';
const newer = 'a/青岚县财政局2023.txt';
const twoYears = () =>
  new MadeUpFiles({
    [older]: blankReport('青岚县财政局', 2022),
    [newer]: blankReport('青岚县财政局', 2023),
    'a/通知.txt': '会议通知',
  });
const yearsOf = (reports: readonly FolderReport[]) => reports.map(({ year }) => year).sort();

describe('the reports of a folder', () => {
  it('are the same for everyone who asks while they are read', async () => {
    const files = twoYears();
    const folder = new FolderReading(files, unseen);
    const [first, second] = await Promise.all([folder.all(), folder.all()]);
    expect(yearsOf(first)).toEqual([2022, 2023]);
    expect(second).toBe(first);
    expect(files.reads).toHaveLength(3);
  });

  it('are read after a failure as if it had not been', async () => {
    const files = twoYears();
    files.beforeListing = () => {
      throw new Error('The disk is away.');
    };
    const folder = new FolderReading(files, unseen);
    await expect(folder.all()).rejects.toThrow('The disk is away.');
    expect(yearsOf(await folder.all())).toEqual([2022, 2023]);
  });

  it('are read again only where a file changed', async () => {
    const files = twoYears();
    const folder = new FolderReading(files, unseen);
    const before = await folder.all();
    files.reads.length = 0;
    files.contents.set(addressOf(newer), blankReport('青岚县财政局', 2024));
    folder.fileChanged(addressOf(newer));
    const after = await folder.all();
    expect(yearsOf(after)).toEqual([2022, 2024]);
    expect(files.reads).toEqual([addressOf(newer)]);
    expect(after[0]!.report).toBe(before[0]!.report);
  });

  it('come and go with their files', async () => {
    const files = twoYears();
    const folder = new FolderReading(files, unseen);
    await folder.all();
    const added = addressOf('b/2024.txt');
    files.contents.set(added, blankReport('青岚县财政局', 2024));
    files.contents.delete(addressOf(older));
    folder.fileCameOrWent(added);
    expect(yearsOf(await folder.all())).toEqual([2023, 2024]);
  });

  it('go with their folder, of which alone somebody may be told', async () => {
    const files = twoYears();
    const added = addressOf('b/2024.txt');
    files.contents.set(added, blankReport('青岚县财政局', 2024));
    const folder = new FolderReading(files, unseen);
    await folder.all();
    files.contents.delete(added);
    expect(folder.folderWent(addressOf('c'))).toBe(false);
    expect(folder.folderWent(addressOf('b'))).toBe(true);
    expect(yearsOf(await folder.all())).toEqual([2022, 2023]);
  });

  it('include what changed while they were read', async () => {
    const files = twoYears();
    const folder = new FolderReading(files, unseen);
    files.beforeListing = () => {
      const added = addressOf('b/2024.txt');
      files.contents.set(added, blankReport('青岚县财政局', 2024));
      folder.fileCameOrWent(added);
    };
    expect(yearsOf(await folder.all())).toEqual([2022, 2023, 2024]);
  });

  it('are read on after a cancellation, which gives what there was', async () => {
    let left = 1;
    const impatient: ShowProgress = (_isFirst, work) => work({ isCancelled: () => left <= 0, report: () => left-- });
    const folder = new FolderReading(twoYears(), impatient);
    expect(yearsOf(await folder.all())).toEqual([2022]);
    left = Infinity;
    expect(yearsOf(await folder.all())).toEqual([2022, 2023]);
  });

  it('announce themselves at the first reading only', async () => {
    const shown: boolean[] = [];
    const folder = new FolderReading(twoYears(), (isFirst, work) => {
      shown.push(isFirst);
      return unseen(isFirst, work);
    });
    await folder.all();
    await folder.all();
    folder.fileChanged(addressOf(newer));
    await folder.all();
    folder.forget();
    await folder.all();
    expect(shown).toEqual([true, false, false]);
  });
});
