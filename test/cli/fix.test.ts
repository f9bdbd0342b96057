import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../server/src/cli/files/encodeText';
import { reportWithWrongTotals, soundReport, twoReports } from './madeUpReport';
import { inTemporaryFolder, objectsOf, runGouji } from './runGouji';

inTemporaryFolder();

describe('--fix', () => {
  it.each(['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const)(
    'sets the two totals in %s, changes no other byte, and has nothing to do the second time',
    (encoding) => {
      const marked = encoding === 'utf-8' || encoding === 'gb18030' ? '' : '\ufeff';
      writeFileSync('a.txt', encodeText(marked + reportWithWrongTotals().replaceAll('\n', '\r\n'), encoding));
      const run = runGouji(['check', '--fix', 'a.txt']);
      expect(run.exitCode).toBe(0);
      expect(run.stdout).toContain('a.txt 已修正 2 处：');
      const right = encodeText(marked + soundReport().replaceAll('\n', '\r\n'), encoding);
      expect(readFileSync('a.txt').equals(right)).toBe(true);
      const { ino } = statSync('a.txt');
      expect(runGouji(['check', '--fix', 'a.txt']).stdout).not.toContain('已修正');
      expect(statSync('a.txt').ino).toBe(ino);
    },
  );

  it('keeps bytes that are no characters', () => {
    const garbled = (text: string) => Buffer.concat([encodeText(text, 'gb18030'), Buffer.from([0x81, 0x0a, 0xff, 0xff])]);
    const before = garbled(reportWithWrongTotals());
    writeFileSync('a.txt', before);
    const run = runGouji(['check', '--fix', 'a.txt']);
    expect(readFileSync('a.txt').equals(garbled(soundReport()))).toBe(true);
    expect(run.stderr).toContain('有些字节无法解码');
  });

  it('prints the findings that remain', () => {
    writeFileSync('a.txt', reportWithWrongTotals());
    const run = runGouji(['check', '--fix', '--format', 'ndjson', 'a.txt']);
    expect(objectsOf(run).at(-1)).toMatchObject({ summary: { errors: 0 } });
    expect(run.stderr).toContain('a.txt: 已修正 2 处');
  });

  it('fixes the second report of a file in its place', () => {
    writeFileSync('two.txt', twoReports());
    runGouji(['check', '--fix', 'two.txt']);
    const [first, second] = objectsOf(runGouji(['check', '--format', 'ndjson', 'two.txt']));
    expect([first.repair, second.repair]).toEqual([null, null]);
  });

  it('keeps the mode, follows links and leaves nothing behind', () => {
    writeFileSync('real.txt', reportWithWrongTotals());
    chmodSync('real.txt', 0o640);
    symlinkSync('real.txt', 'link.txt');
    runGouji(['check', '--fix', 'link.txt']);
    expect(lstatSync('link.txt').isSymbolicLink()).toBe(true);
    expect(readFileSync('real.txt', 'utf8')).toBe(soundReport());
    expect(statSync('real.txt').mode & 0o777).toBe(0o640);
    expect(readdirSync('.').sort()).toEqual(['link.txt', 'real.txt']);
  });

  it('leaves unsafe fixes alone unless they are asked for', () => {
    const text = soundReport().replace('一、总体情况', '一、工作概述');
    writeFileSync('a.txt', text);
    runGouji(['check', '--fix', 'a.txt']);
    expect(readFileSync('a.txt', 'utf8')).toBe(text);
    runGouji(['check', '--fix', '--unsafe-fixes', 'a.txt']);
    expect(readFileSync('a.txt', 'utf8')).toBe(soundReport());
  });
});
