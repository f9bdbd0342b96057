import type { OtherReport, RuleSeverities, Severity } from '../rules/rule';
import type { Diagnosis, ReportPart } from '../service';
import { inLocale, localized, type Localized } from '../text/localized';
import { Checker } from './checker';
import { fixInput } from './files/fixInput';
import { accessProblem, type InputText } from './files/readInput';
import { replaceFile } from './files/replaceFile';
import type { SideFiles } from './files/sideFiles';
import { Neighbours } from './neighbours';
import { numberedParts, type NumberedPart } from './numberedParts';
import type { Output } from './output';
import { Printer } from './printer';
import { rangesIn } from './ranges';
import { internalProblem, type InputSettings, type ReadableInput, type ReadInput } from './readInputs';
import { checkReporters, type CheckFormat } from './reporters/index';
import { isAtOrAbove, type CheckedReport, type CheckReporter, type ReporterSettings, type Summary } from './reporters/reporter';
import { plain } from './styles';

/** What `gouji check` is asked to do. */
export interface CheckCommand extends InputSettings, ReporterSettings {
  readonly output: Output;
  readonly format: CheckFormat;
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  /** Of the command line; they win over those of the settings files. */
  readonly severities: RuleSeverities;
  readonly sideFiles: SideFiles;
}

/** What is printed for one report or one failure, and what it counts. */
interface Result extends Partial<Summary> {
  /** Undefined where it was not kept: the report is then checked once more. */
  readonly text: string | undefined;
  readonly failed?: boolean;
}

interface HeldResult {
  readonly result: Result;
  /** The report that may have to be checked again, against another one. */
  readonly report?: {
    readonly path: string;
    readonly start: number;
    readonly index: number;
    readonly number: number | undefined;
  };
}

/**
 * One run of `check`. Every report is read and checked as it comes. What is printed for it is kept until all are read, for only
 * then is it known which reports belong together (last year's, the government's); those alone are checked again, against each other.
 */
export class CheckRun {
  private readonly reporter: CheckReporter;
  private readonly printer: Printer<CheckedReport>;
  private readonly checker: Checker;
  private readonly neighbours: Neighbours;
  private readonly held: HeldResult[] = [];
  private heldLength = 0;
  private readonly summary: Summary = { files: 0, errors: 0, warnings: 0, hints: 0, unreadable: 0 };
  private failed = false;

  constructor(private readonly command: CheckCommand) {
    this.reporter = checkReporters[command.format](command);
    this.printer = new Printer(command.output, this.reporter);
    this.checker = new Checker(command.severities, command.sideFiles);
    this.neighbours = new Neighbours(command.encoding);
  }

  take(read: ReadInput): void {
    if ('problem' in read) {
      this.hold({ result: this.unreadable(read.path, read.problem) });
      return;
    }
    // A broken list of accepted findings ends the run: it is read outside the guard against mistakes on single inputs.
    this.command.sideFiles.acceptedFor(read.path);
    try {
      if (this.command.fix) this.takeFixed(read);
      else {
        this.takeParts(read.path, read.input, read.parts, (part, index) => this.checkAlone(read.path, part, index));
      }
      this.summary.files++;
    } catch (error) {
      this.hold({ result: this.unreadable(read.path, internalProblem(error)) });
    }
  }

  /** Prints what was kept and the summary, and returns the exit code. */
  finish(): number {
    this.neighbours.link(this.command.sideFiles.organs());
    for (const held of this.held) {
      if (this.printer.closed) break;
      this.print(this.final(held));
    }
    this.tellStale();
    this.printer.end(this.summary);
    return this.summary.unreadable > 0 ? 2 : this.failed ? 1 : 0;
  }

  private checkAlone(path: string, part: ReportPart, index: number): Diagnosis {
    return this.checker.check(path, part, index, {});
  }

  private takeParts(
    path: string,
    input: InputText,
    parts: Iterable<NumberedPart>,
    check: (part: ReportPart, index: number) => Diagnosis,
  ): void {
    const comparable = this.command.standardInput === undefined && input.text.length <= longestComparedText;
    const rangesFrom = rangesIn(input.text);
    let index = 0;
    for (const part of parts) {
      const result = this.resultOf(path, input, part, rangesFrom, check(part, index));
      const { start, number } = part;
      if (comparable) this.neighbours.add(path, part);
      this.hold(comparable ? { result, report: { path, start, index, number } } : { result });
      index++;
      if (this.printer.closed) break;
    }
  }

  /** Writes the fixed file and takes what remains; where writing fails, the findings are those of the file as it was. */
  private takeFixed({ path, input, parts }: ReadableInput): void {
    const check = (part: ReportPart, index: number) => this.checkAlone(path, part, index);
    const fixed = fixInput(input, this.command.unsafeFixes, check);
    if (!fixed.faithful) this.say(path, unfaithful);
    if (fixed.applied.length > 0) {
      try {
        replaceFile(path, fixed.input.bytes);
      } catch (error) {
        const { zh, en } = accessProblem((error as NodeJS.ErrnoException).code ?? String(error));
        this.say(path, localized(`无法写入修正：${zh}`, `the fixes cannot be written: ${en}`));
        this.summary.unreadable++;
        this.takeParts(path, input, parts, check);
        return;
      }
      if (this.reporter.fixed) this.hold({ result: { text: this.reporter.fixed(path, fixed.applied) } });
      else this.say(path, localized(`已修正 ${fixed.applied.length} 处`, `fixes made: ${fixed.applied.length}`));
    }
    this.takeParts(path, fixed.input, numberedParts(fixed.parts), (_part, index) => fixed.diagnoses[index]!);
  }

  private resultOf(
    path: string,
    { encoding }: InputText,
    { start, report, number }: NumberedPart,
    rangesFrom: ReturnType<typeof rangesIn>,
    diagnosis: Diagnosis,
  ): Result {
    const { findings, shown } = diagnosis;
    const rangeOf = rangesFrom(start);
    const rangeOfOther = (other: OtherReport) => this.neighbours.rangeOf(other);
    const text = this.reporter.report({ path, encoding, part: number, report, rangeOf, rangeOfOther, diagnosis });
    // What the format prints is what counts: a person is shown one cause, a program every broken relation.
    const counted = this.command.format === 'text' ? shown : findings;
    const count = (severity: Severity) => counted.filter((finding) => finding.severity === severity).length;
    const failed = counted.some((finding) => isAtOrAbove(finding.severity, this.command.failOn));
    return { text, errors: count('error'), warnings: count('warning'), hints: count('hint'), failed };
  }

  private unreadable(path: string, problem: Localized): Result {
    return { text: this.reporter.unreadable(path, problem), unreadable: 1 };
  }

  private hold(held: HeldResult): void {
    const { result, report } = held;
    if (this.held.length === 0 && !report) {
      this.print(result);
      return;
    }
    this.heldLength += result.text?.length ?? 0;
    this.held.push(this.heldLength > mostHeld && report ? { report, result: { text: undefined } } : held);
  }

  private final({ result, report }: HeldResult): Result {
    if (!report) return result;
    const { path, start, index, number } = report;
    if (result.text !== undefined && !this.neighbours.isLinked(path, start)) return result;
    try {
      const file = this.neighbours.load(path);
      const part = file?.parts.find((candidate) => candidate.start === start);
      if (!file || !part) return result;
      const diagnosis = this.checker.check(path, part, index, this.neighbours.contextFor(path, start));
      return this.resultOf(path, file.input, { ...part, number }, file.rangesFrom, diagnosis);
    } catch (error) {
      return this.unreadable(path, internalProblem(error));
    }
  }

  private print(result: Result): void {
    const { summary } = this;
    summary.errors += result.errors ?? 0;
    summary.warnings += result.warnings ?? 0;
    summary.hints += result.hints ?? 0;
    summary.unreadable += result.unreadable ?? 0;
    this.failed ||= result.failed ?? false;
    this.printer.print(result.text ?? '');
  }

  private tellStale(): void {
    for (const { path, entry } of this.checker.stale()) {
      const place = [entry.rule, entry.table, entry.row, entry.column].filter(Boolean).join(' ');
      this.say(
        path,
        localized(
          `gouji.accepted.json 中的一条已不适用：${place}（${entry.reason}）`,
          `an accepted finding no longer applies: ${place} (${entry.reason})`,
        ),
      );
    }
  }

  private say(path: string, message: Localized): void {
    this.command.messages.write(`gouji: ${plain(path)}: ${plain(inLocale(message, this.command.locale))}\n`);
  }
}

/** UTF-16 units. Larger files hold many reports joined together; they are checked, but not compared with others. */
const longestComparedText = 2_000_000;

/** UTF-16 units of output kept until all reports are read; beyond it a report is checked a second time instead. */
const mostHeld = 32_000_000;

const unfaithful = localized(
  '有些修正会改动其他字节，没有做。请先把文件转换为 UTF-8。',
  'some fixes would have changed other bytes and were left out; convert the file to UTF-8 first',
);
