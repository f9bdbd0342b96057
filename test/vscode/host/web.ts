import 'mocha/mocha.js';
import { collectResults, failWhenAnyFailed } from './results';

/** VS Code calls this inside the web worker extension host, which has no files: the results go to the console. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 40_000, reporter: 'spec', color: false } as Mocha.MochaOptions);
  // Loaded only now: the suites use the functions that mocha has just defined.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require('./suites');
  const results = await collectResults((ended) => mocha.run(ended));
  console.log(`gouji-test-results ${JSON.stringify(results)}`);
  failWhenAnyFailed(results);
}
