import Mocha from 'mocha';
import { writeFileSync } from 'node:fs';

/** VS Code calls this inside the extension host; a rejection is a failed run. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 40_000, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  // Loaded only now: the suites use the functions that mocha has just defined.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require('./suites');
  const results: { title: string; state: string; error?: string }[] = [];
  const failures = await new Promise<number>((ended) => {
    const runner = mocha.run(ended);
    runner.on('test end', (test) =>
      results.push({ title: test.fullTitle(), state: test.state ?? 'pending', error: test.err?.stack ?? test.err?.message }),
    );
    // A hook that fails takes its tests with it; without this line nobody would hear of it.
    runner.on('fail', (failed, error: Error) => {
      if (/" hook\b/.test(failed.title)) results.push({ title: failed.fullTitle(), state: 'failed', error: error.message });
    });
  });
  const file = process.env.GOUJI_TEST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results));
  if (failures > 0) throw new Error(`${failures} failed`);
}
