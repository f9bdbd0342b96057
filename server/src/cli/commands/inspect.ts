import { rangesIn } from '../ranges';
import { readInputs, type InputSettings } from '../readInputs';
import { inspectReporters, type InspectFormat } from '../reporters/index';
import type { ReporterSettings, Summary } from '../reporters/reporter';

export interface InspectCommand extends InputSettings, ReporterSettings {
  readonly format: InspectFormat;
}

/** `gouji inspect`: prints what was read, without judging it, and returns the exit code. */
export function runInspect(command: InspectCommand): number {
  const reporter = inspectReporters[command.format](command);
  const summary: Summary = { files: 0, errors: 0, warnings: 0, hints: 0, unreadable: 0 };
  for (const read of readInputs(command)) {
    if ('problem' in read) {
      summary.unreadable++;
      reporter.unreadable(read.path, read.problem);
      continue;
    }
    summary.files++;
    const rangesFrom = rangesIn(read.input.text);
    for (const { start, report, number } of read.parts) {
      reporter.report({ path: read.path, encoding: read.input.encoding, part: number, report, rangeOf: rangesFrom(start) });
    }
    if (command.output.closed) break;
  }
  reporter.end(summary);
  return summary.unreadable > 0 ? 2 : 0;
}
