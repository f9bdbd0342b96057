import type { RuleSeverities } from '../../rules/rule';
import { CheckRun } from '../checkRun';
import type { SideFiles } from '../files/sideFiles';
import type { Output } from '../output';
import { readInputs, type InputSettings } from '../readInputs';
import type { CheckFormat } from '../reporters/index';
import type { ReporterSettings } from '../reporters/reporter';

export interface CheckCommand extends InputSettings, ReporterSettings {
  readonly output: Output;
  readonly format: CheckFormat;
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  /** Of the command line; they win over those of the settings files. */
  readonly severities: RuleSeverities;
  readonly sideFiles: SideFiles;
}

/** `gouji check`: prints the findings of every report, fixes what may be fixed, and returns the exit code. */
export function runCheck(command: CheckCommand): number {
  const run = new CheckRun(command);
  for (const read of readInputs(command)) {
    run.take(read);
    // Nobody reads on (`… | head`): only fixing is still worth the work.
    if (command.output.closed && !command.fix) break;
  }
  return run.finish();
}
