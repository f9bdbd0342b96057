import { beforeEach, describe, expect, it } from 'vitest';
import { FolderReading } from '../../client/src/folder/folderReading';
import { MadeUpFiles, addressOf, blankReport, unseen } from './madeUpFiles';

const finance2022 = '年报/青岚县财政局2022.txt';
const finance2023 = '年报/青岚县财政局2023.txt';
const title = 'section-title';

describe('the files of settings, for the reports of a folder', () => {
  let files: MadeUpFiles;
  let folder: FolderReading;
  beforeEach(() => {
    const renamed = blankReport('青岚县财政局', 2023).replace('一、总体情况', '一、概述');
    files = new MadeUpFiles({ [finance2022]: blankReport('青岚县财政局', 2022), [finance2023]: renamed });
    folder = new FolderReading(files, unseen);
  });

  const write = (name: string, content: object) => {
    files.contents.set(addressOf(name), JSON.stringify(content));
    folder.sideFilesChanged();
  };
  const severitiesOf = async (name: string, rule: string) => {
    const reports = await folder.all();
    const found = reports.find(({ file }) => file === addressOf(name))!.diagnosis.shown;
    return found.filter((finding) => finding.rule === rule).map(({ severity }) => severity);
  };
  const shownFiles = async () => (await folder.all()).map(({ file }) => file);

  it('take out what they exclude, and give it back', async () => {
    expect(await shownFiles()).toEqual([finance2022, finance2023].map(addressOf));
    write('gouji.config.json', { exclude: ['年报/*2022*'] });
    expect(await shownFiles()).toEqual([addressOf(finance2023)]);
    write('gouji.config.json', {});
    expect((await shownFiles()).sort()).toEqual([finance2022, finance2023].map(addressOf));
  });

  it('never have a file read that they exclude', async () => {
    write('gouji.config.json', { exclude: ['年报/*2022*'] });
    await folder.all();
    expect(files.reads).toEqual([addressOf(finance2023)]);
  });

  it('set severities, and go before the editor’s settings', async () => {
    expect(await severitiesOf(finance2023, title)).toEqual(['warning']);
    files.editorSeverities = { [title]: 'hint' };
    folder.settingsChanged();
    expect(await severitiesOf(finance2023, title)).toEqual(['hint']);
    write('gouji.config.json', { rules: { [title]: 'error' } });
    expect(await severitiesOf(finance2023, title)).toEqual(['error']);
  });

  it('count from the nearest folder', async () => {
    write('gouji.config.json', { rules: { [title]: 'error' } });
    write('年报/gouji.config.json', { rules: { [title]: 'off' } });
    expect(await severitiesOf(finance2023, title)).toEqual([]);
  });

  it('take out what somebody has accepted, in that file alone', async () => {
    const entry = { rule: title, file: '青岚县财政局2023.txt', reason: '沿用旧称。' };
    write('年报/gouji.accepted.json', { accepted: [{ ...entry, file: '青岚县财政局2022.txt' }] });
    expect(await severitiesOf(finance2023, title)).toEqual(['warning']);
    write('年报/gouji.accepted.json', { accepted: [entry] });
    expect(await severitiesOf(finance2023, title)).toEqual([]);
  });

  it('link an organ’s reports under its other names, and list them under the one it has', async () => {
    const former = addressOf('年报/青岚县财税局2022.txt');
    files.contents.delete(addressOf(finance2022));
    files.contents.set(former, blankReport('青岚县财税局', 2022));
    expect(await folder.previousOf(addressOf(finance2023), 0)).toBeUndefined();
    expect(await folder.reportOf('青岚县财政局', 2022)).toBeUndefined();
    write('gouji.config.json', { organs: [{ name: '青岚县财政局', otherNames: ['青岚县财税局'] }] });
    expect((await folder.previousOf(addressOf(finance2023), 0))?.previous.file).toBe(former);
    const found = await folder.reportOf('青岚县财政局', 2022);
    expect(found?.file).toBe(former);
    expect(found?.organ).toBe('青岚县财政局');
    expect((await folder.reportOf('青岚县财税局', 2022))?.file).toBe(former);
  });
});
