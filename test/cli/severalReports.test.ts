import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportWithWrongTotals, soundReport } from './madeUpReport';
import { inTemporaryFolder, objectsOf, runGouji } from './runGouji';

inTemporaryFolder();

const rulesFound = (argv: readonly string[]) =>
  Object.fromEntries(
    objectsOf(runGouji(['check', '--format', 'ndjson', ...argv]))
      .filter((object) => 'findings' in object)
      .map(({ path, findings }) => [path, findings.map((finding: { rule: string }) => finding.rule)]),
  );

describe('several reports', () => {
  it('are compared with the one of the year before, wherever it is among the inputs', () => {
    writeFileSync('a.txt', soundReport({ year: 2024 }));
    writeFileSync('b.txt', soundReport({ year: 2023 }));
    expect(rulesFound(['a.txt'])['a.txt']).not.toContain('carry-over');
    const together = rulesFound(['.']);
    expect(together['./a.txt']).toContain('carry-over');
    expect(together['./b.txt']).not.toContain('carry-over');
  });

  it('name the file and the place in it', () => {
    writeFileSync('a.txt', soundReport({ year: 2024 }));
    writeFileSync('b.txt', soundReport({ year: 2023 }));
    const [report] = objectsOf(runGouji(['check', '--format', 'ndjson', 'a.txt', 'b.txt']));
    const carryOver = report.findings.find((finding: { rule: string }) => finding.rule === 'carry-over');
    const related = carryOver.related.find((place: { path?: string }) => place.path === 'b.txt');
    expect(related).toMatchObject({ row: 'carriedOut' });
    const { start, end } = related.range;
    expect(soundReport({ year: 2023 }).split('\n')[start.line]!.slice(start.character, end.character)).toBe(
      String(related.value),
    );
  });
});

describe('index', () => {
  it('lists what was matched and why, what was not and why not', () => {
    writeFileSync('a.txt', soundReport({ year: 2024 }));
    writeFileSync('b.txt', soundReport({ year: 2023 }));
    writeFileSync('c.txt', soundReport({ year: 2024, organ: '青岚县财政局' }));
    const listed = objectsOf(runGouji(['index', '--format', 'ndjson', '.']));
    expect(listed).toMatchObject([
      { path: './a.txt', year: { value: 2024 }, previous: { status: 'matched', report: { path: './b.txt' } } },
      { path: './b.txt', previous: { status: 'none', report: null } },
      { path: './c.txt', organ: { name: '青岚县财政局' }, whole: { report: { path: './a.txt' } } },
    ]);
    const { stdout, exitCode } = runGouji(['index', '.']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('./b.txt');
    for (const { previous } of listed) expect(stdout).toContain(previous.reason);
  });

  it('names what cannot be read', () => {
    writeFileSync('a.txt', soundReport());
    const run = runGouji(['index', '--format', 'json', 'a.txt', 'missing.txt']);
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject([{ path: 'a.txt' }, { path: 'missing.txt', error: '文件不存在，请核对路径。' }]);
  });
});

describe('gouji.config.json', () => {
  it('sets severities for the folder it is in; the command line wins', () => {
    mkdirSync('in/deep', { recursive: true });
    writeFileSync(
      'in/gouji.config.json',
      JSON.stringify({ rules: { 'outcome-total': 'off', balance: 'off', 'row-total': 'off' } }),
    );
    writeFileSync('in/deep/a.txt', reportWithWrongTotals());
    expect(rulesFound(['in/deep/a.txt'])['in/deep/a.txt']).not.toContain('outcome-total');
    expect(rulesFound(['--rule', 'balance=hint', 'in'])['in/deep/a.txt']).toContain('balance');
  });

  it('leaves files out of folders, not those that are named', () => {
    writeFileSync('gouji.config.json', JSON.stringify({ exclude: ['draft'] }));
    mkdirSync('draft');
    writeFileSync('a.txt', soundReport());
    writeFileSync('draft/b.txt', soundReport());
    expect(Object.keys(rulesFound(['.']))).toEqual(['./a.txt']);
    expect(Object.keys(rulesFound(['draft/b.txt']))).toEqual(['draft/b.txt']);
  });

  it('is named with --config', () => {
    mkdirSync('settings');
    writeFileSync('settings/ours.json', JSON.stringify({ rules: { 'outcome-total': 'off' } }));
    writeFileSync('a.txt', reportWithWrongTotals());
    expect(rulesFound(['--config', 'settings/ours.json', 'a.txt'])['a.txt']).not.toContain('outcome-total');
    expect(runGouji(['check', '--config', 'missing.json', 'a.txt'])).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it.each(['gouji.config.json', 'gouji.accepted.json'])('%s that is no JSON ends the run with its place', (name) => {
    writeFileSync(name, '{ "rules": ');
    writeFileSync('a.txt', soundReport());
    const run = runGouji(['check', 'a.txt']);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(name);
  });

  it('with an unknown rule is used as far as it is understood, and the rest is told', () => {
    writeFileSync('gouji.config.json', JSON.stringify({ rules: { 'outcom-total': 'off', 'outcome-total': 'off' } }));
    writeFileSync('a.txt', reportWithWrongTotals());
    expect(rulesFound(['a.txt'])['a.txt']).not.toContain('outcome-total');
    expect(runGouji(['check', 'a.txt']).stderr).toContain('outcom-total');
  });
});

describe('gouji.accepted.json', () => {
  const accept = (fields: object) =>
    writeFileSync(
      'gouji.accepted.json',
      JSON.stringify({ accepted: [{ file: 'a.txt', reason: '已核实', date: '2024-02-01', ...fields }] }),
    );

  it('takes findings out, and --fix leaves them alone', () => {
    writeFileSync('a.txt', reportWithWrongTotals());
    accept({ rule: 'row-total', table: 'applications', row: 'outcomeTotal' });
    expect(rulesFound(['a.txt'])['a.txt']).not.toContain('row-total');
    expect(rulesFound(['a.txt'])['a.txt']).toContain('outcome-total');
  });

  it.each(['text', 'ndjson', 'sarif', 'junit', 'github'])('takes the sums out that an accepted cell breaks (%s)', (format) => {
    writeFileSync('a.txt', reportWithWrongTotals());
    accept({ rule: 'wrong-cell' });
    expect(runGouji(['check', '--format', format, 'a.txt']).exitCode).toBe(0);
  });

  it('keeps --fix from correcting an accepted cell', () => {
    writeFileSync('a.txt', reportWithWrongTotals());
    accept({ rule: 'wrong-cell' });
    const [report] = objectsOf(runGouji(['check', '--fix', '--format', 'ndjson', 'a.txt']));
    expect(report.repair).toBeNull();
    expect(readFileSync('a.txt', 'utf8')).toBe(reportWithWrongTotals());
  });

  it('tells an entry that no longer applies', () => {
    writeFileSync('a.txt', soundReport());
    accept({ rule: 'row-total', table: 'applications', row: 'outcomeTotal' });
    const run = runGouji(['check', 'a.txt']);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stderr).toContain('gouji.accepted.json 中的一条已不适用：row-total applications outcomeTotal（已核实）');
  });
});
