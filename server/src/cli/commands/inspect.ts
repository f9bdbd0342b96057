import { Printer } from '../printer';
import { rangesIn } from '../ranges';
import { readInputs, type InputSettings } from '../readInputs';
import type { Output } from '../output';
import { inspectReporters, type InspectFormat } from '../reporters/index';
import type { ReporterSettings, Summary } from '../reporters/reporter';

export interface InspectCommand extends InputSettings, ReporterSettings {
  readonly output: Output;
  readonly format: InspectFormat;
}

/** `gouji inspect`: prints what was read, without judging it, and returns the exit code. */
export function runInspect(command: InspectCommand): number {
  const reporter = inspectReporters[command.format](command);
  const printer = new Printer(command.output, reporter);
  const summary: Summary = { files: 0, errors: 0, warnings: 0, hints: 0, unreadable: 0 };
  for (const read of readInputs(command)) {
    if ('problem' in read) {
      summary.unreadable++;
      printer.print(reporter.unreadable(read.path, read.problem));
      continue;
    }
    summary.files++;
    const { path, input, parts } = read;
    const rangesFrom = rangesIn(input.text);
    for (const { start, report, number } of parts) {
      printer.print(reporter.report({ path, encoding: input.encoding, part: number, report, rangeOf: rangesFrom(start) }));
    }
    if (printer.closed) break;
  }
  printer.end(summary);
  return summary.unreadable > 0 ? 2 : 0;
}
