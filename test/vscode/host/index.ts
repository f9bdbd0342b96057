import Mocha from 'mocha';
import { writeFileSync } from 'node:fs';
import { collectResults, failWhenAnyFailed } from './results';

/** VS Code calls this inside the Node extension host; a rejection is a failed run. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 40_000, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  // Loaded only now: the suites use the functions that mocha has just defined.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require('./suites');
  const results = await collectResults((ended) => mocha.run(ended));
  const file = process.env.GOUJI_TEST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results));
  failWhenAnyFailed(results);
}
