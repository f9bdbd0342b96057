import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index';
import { applyEdits } from '../../server/src/fixes/applyEdits';
import { checkReport, readDocument } from '../../server/src/service';
import { configurationFileName, parseConfiguration } from '../../server/src/workspace/configuration';
import { WorkspaceIndex } from '../../server/src/workspace/workspaceIndex';
import { readMarked, withMarks } from '../support/ruleFixture';

const root = resolve('test/fixtures/rules');
const across = rules.filter((rule) => rule.group === 'across').map((rule) => rule.id);

/** A fixture is a folder of reports: those of `invalid*` hold marks, those of `valid*` none. */
const folders = across.flatMap((rule) =>
  existsSync(`${root}/${rule}`) ? readdirSync(`${root}/${rule}`).map((name) => [rule, name] as const) : [],
);

function readFolder(rule: string, name: string) {
  const folder = `${root}/${rule}/${name}`;
  const configFile = `${folder}/${configurationFileName}`;
  const { configuration, problems } = parseConfiguration(existsSync(configFile) ? readFileSync(configFile, 'utf8') : '{}');
  expect(problems).toEqual([]);
  const index = new WorkspaceIndex(configuration);
  const names = readdirSync(folder).filter((file) => file.endsWith('.txt') && !file.endsWith('.fixed.txt'));
  const files = new Map(names.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]));
  for (const [file, marked] of files) index.setFile(file, readDocument(readMarked(marked).text).parts);
  const findings = index.entries().flatMap(({ file, part, start, report }) =>
    checkReport(report, {}, index.contextFor(file, part))
      .findings.filter((finding) => finding.rule === rule)
      .map((finding) => ({ file, finding, start: start + finding.span.start, end: start + finding.span.end })),
  );
  return { files, findings, folder };
}

describe('a rule reports what the folder marks and nothing else', () => {
  test.each(folders)('%s / %s', (rule, name) => {
    const { files, findings } = readFolder(rule, name);
    expect(files.size).toBeGreaterThan(1);
    for (const [file, marked] of files) {
      const found = findings.filter((f) => f.file === file).map(({ start, end }) => ({ rule, start, end }));
      expect(withMarks(readMarked(marked).text, found)).toBe(marked);
    }
    expect(findings.length > 0).toBe(name.startsWith('invalid'));
  });
});

describe('fixes and messages', () => {
  test.each(folders.filter(([, name]) => name.startsWith('invalid')))('%s / %s', (rule, name) => {
    const { files, findings, folder } = readFolder(rule, name);
    for (const { finding } of findings) {
      expect(finding.message.zh).toMatch(/^.{10,}。$/su);
      expect(finding.message.en).toMatch(/^[^{}]{20,}[.]$/su);
      expect(finding.message.zh + finding.message.en).not.toMatch(/undefined|NaN|\[object/);
      expect(finding.related.some((related) => related.other)).toBe(true);
    }
    for (const [file, marked] of files) {
      const fixed = `${folder}/${file.replace(/\.txt$/, '.fixed.txt')}`;
      const edits = findings.filter((f) => f.file === file).flatMap(({ finding }) => finding.fixes[0]?.edits ?? []);
      expect(edits.length > 0, `${file}: fixes and a fixed text go together`).toBe(existsSync(fixed));
      if (existsSync(fixed)) expect(applyEdits(readMarked(marked).text, edits)).toBe(readFileSync(fixed, 'utf8'));
    }
  });
});

test('every rule across reports has folders with and without mistakes', () => {
  for (const rule of across) {
    const names = folders.filter(([id]) => id === rule).map(([, name]) => name);
    expect(names, rule).toContain('invalid');
    expect(names, rule).toContain('valid');
  }
});
