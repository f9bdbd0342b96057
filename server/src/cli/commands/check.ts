import { basename } from 'node:path';
import { checkReport, eachPart, type CheckSettings, type Diagnosis, type ReportPart } from '../../service';
import type { RuleSeverity, Severity } from '../../rules/rule';
import { inLocale, localized, type Localized } from '../../text/localized';
import { fixInput } from '../files/fixInput';
import { accessProblem, type InputText } from '../files/readInput';
import { replaceFile } from '../files/replaceFile';
import { numberedParts, type NumberedPart } from '../numberedParts';
import { rangesIn } from '../ranges';
import { internalProblem, readInputs, type InputSettings, type ReadableInput, type ReadInput } from '../readInputs';
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
    if (command.fix) fixAndPrint(run, read, check);
    else printReports(run, read.path, read.input, diagnosed(read.parts, check));
    summary.files++;
  } catch (error) {
    summary.unreadable++;
    reporter.unreadable(read.path, internalProblem(error));
  }
}

type Check = (part: ReportPart) => Diagnosis;

function checkerOf(command: CheckCommand, path: string): Check {
  const settings: CheckSettings = { severities: command.severities };
  const fileName = basename(path);
  return (part) => checkReport(part.report, settings, { fileName });
}

interface DiagnosedPart extends NumberedPart {
  readonly diagnosis: Diagnosis;
}

/** Checks the parts as they are asked for, so that one report at a time is held. */
function* diagnosed(parts: Iterable<NumberedPart>, check: Check): Generator<DiagnosedPart> {
  for (const part of parts) yield { ...part, diagnosis: check(part) };
}

/** Writes the fixed file and prints what remains; where writing fails, the findings are those of the file as it was. */
function fixAndPrint(run: Run, { path, input }: ReadableInput, check: Check): void {
  const { command, reporter, summary } = run;
  const say = (message: Localized) => command.messages.write(`gouji: ${plain(path)}: ${inLocale(message, command.locale)}\n`);
  const fixed = fixInput(input, command.unsafeFixes, check);
  if (!fixed.faithful) say(unfaithful);
  if (fixed.applied.length > 0) {
    try {
      replaceFile(path, fixed.input.bytes);
    } catch (error) {
      const { zh, en } = accessProblem((error as NodeJS.ErrnoException).code ?? String(error));
      say(localized(`无法写入修正：${zh}`, `the fixes cannot be written: ${en}`));
      summary.unreadable++;
      printReports(run, path, input, diagnosed(numberedParts(eachPart(input.text)), check));
      return;
    }
    if (reporter.fixed) reporter.fixed(path, fixed.applied);
    else say(localized(`已修正 ${fixed.applied.length} 处`, `fixes made: ${fixed.applied.length}`));
  }
  const parts = [...numberedParts(fixed.parts)];
  printReports(
    run,
    path,
    fixed.input,
    parts.map((part, index) => ({ ...part, diagnosis: fixed.diagnoses[index]! })),
  );
}

const unfaithful = localized(
  '有些修正会改动其他字节，没有做。请先把文件转换为 UTF-8。',
  'some fixes would have changed other bytes and were left out; convert the file to UTF-8 first',
);

function printReports(run: Run, path: string, { text, encoding }: InputText, parts: Iterable<DiagnosedPart>): void {
  const rangesFrom = rangesIn(text);
  for (const { start, report, number, diagnosis } of parts) {
    count(run, diagnosis);
    run.reporter.report({ path, encoding, part: number, report, rangeOf: rangesFrom(start), diagnosis });
    if (run.command.output.closed) break;
  }
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
