import { CheckRun, type CheckCommand } from '../checkRun';
import { readInputs } from '../readInputs';

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
