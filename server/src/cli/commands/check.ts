import { basename } from 'node:path';
import { checkReport, type CheckSettings, type Diagnosis, type ReportPart } from '../../service';
import type { RuleSeverity, Severity } from '../../rules/rule';
import { inLocale, localized } from '../../text/localized';
import { fixInput, type FixedInput } from '../files/fixInput';
import { accessProblem } from '../files/readInput';
import { replaceFile } from '../files/replaceFile';
import { rangesIn } from '../ranges';
import { internalProblem, readInputs, type InputSettings, type ReadInput } from '../readInputs';
import { checkReporters, type CheckFormat } from '../reporters/index';
import { isAtOrAbove, type CheckReporter, type ReporterSettings, type Summary } from '../reporters/reporter';
import { plain } from '../styles';

export interface CheckCommand extends InputSettings, ReporterSettings {
  readonly format: CheckFormat;
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly severities: Readonly<Record<string, RuleSeverity>>;
}

/** `gouji check`: prints the findings of every report, fixes what may be fixed, and returns the exit code. */
export function runCheck(command: CheckCommand): number {
  const reporter = checkReporters[command.format](command);
  const run: Run = { command, reporter, summary: { files: 0, errors: 0, warnings: 0, hints: 0, unreadable: 0 }, failed: false };
  for (const read of readInputs(command)) {
    checkInput(run, read);
    // Nobody reads on (`… | head`): only fixing is still worth the work.
    if (command.output.closed && !command.fix) break;
  }
  reporter.end(run.summary);
  return run.summary.unreadable > 0 ? 2 : run.failed ? 1 : 0;
}

interface Run {
  readonly command: CheckCommand;
  readonly reporter: CheckReporter;
  readonly summary: Summary;
  failed: boolean;
}

function checkInput(run: Run, read: ReadInput): void {
  const { command, reporter, summary } = run;
  if ('problem' in read) {
    summary.unreadable++;
    reporter.unreadable(read.path, read.problem);
    return;
  }
  try {
    const check = checkerOf(command, read.path);
    const checked = command.fix ? fixFile(run, read, check) : { ...read, diagnoses: read.document.parts.map(check) };
    summary.files++;
    printReports(run, read.path, checked);
  } catch (error) {
    summary.unreadable++;
    reporter.unreadable(read.path, internalProblem(error));
  }
}

function checkerOf(command: CheckCommand, path: string): (part: ReportPart) => Diagnosis {
  const settings: CheckSettings = { severities: command.severities };
  const fileName = basename(path);
  return (part) => checkReport(part.report, settings, { fileName });
}

type Readable = Exclude<ReadInput, { problem: unknown }>;

/** Writes the fixed file; where that fails the file is as before, and its findings are those of the unfixed text. */
function fixFile(run: Run, read: Readable, check: (part: ReportPart) => Diagnosis): Omit<FixedInput, 'applied' | 'faithful'> {
  const { command, reporter } = run;
  const { path, input, document } = read;
  const say = (zh: string, en: string) =>
    command.messages.write(`gouji: ${plain(path)}: ${inLocale(localized(zh, en), command.locale)}\n`);
  const fixed = fixInput(input, document, command.unsafeFixes, check);
  if (!fixed.faithful) {
    say(
      '有些修正会改动其他字节，没有做。请先把文件转换为 UTF-8。',
      'some fixes would have changed other bytes and were left out; convert the file to UTF-8 first',
    );
  }
  if (fixed.applied.length === 0) return fixed;
  try {
    replaceFile(path, fixed.input.bytes);
  } catch (error) {
    const reason = accessProblem((error as NodeJS.ErrnoException).code ?? String(error));
    run.summary.unreadable++;
    say(`无法写入：${reason.zh}`, `cannot be written: ${reason.en}`);
    return { input, document, diagnoses: document.parts.map(check) };
  }
  if (reporter.fixed) reporter.fixed(path, fixed.applied);
  else say(`已修正 ${fixed.applied.length} 处`, `${fixed.applied.length} fixes made`);
  return fixed;
}

function printReports(run: Run, path: string, checked: Pick<FixedInput, 'input' | 'document' | 'diagnoses'>): void {
  const { input, document, diagnoses } = checked;
  const rangesFrom = rangesIn(input.text);
  const several = document.parts.length > 1;
  document.parts.forEach(({ start, report }, index) => {
    const diagnosis = diagnoses[index]!;
    count(run, diagnosis);
    const part = several ? index + 1 : undefined;
    run.reporter.report({ path, encoding: input.encoding, part, report, rangeOf: rangesFrom(start), diagnosis });
  });
}

const counters: Readonly<Record<Severity, 'errors' | 'warnings' | 'hints'>> = {
  error: 'errors',
  warning: 'warnings',
  hint: 'hints',
};

/** The counts are of what the format prints; the run fails on either view, so the exit code does not depend on the format. */
function count(run: Run, { findings, shown }: Diagnosis): void {
  const { command, summary } = run;
  for (const finding of command.format === 'text' ? shown : findings) summary[counters[finding.severity]]++;
  if ([...findings, ...shown].some((finding) => isAtOrAbove(finding.severity, command.failOn))) run.failed = true;
}
