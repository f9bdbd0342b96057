// Prints what a suite did in the words that the whole run adds up, and ends the process.
import { appendFileSync } from 'node:fs';

/** @param {{ title: string, state: 'passed' | 'failed' | 'pending', error?: string }[]} results */
export function endWithTally(suite, results, exitCode) {
  const failed = results.filter((result) => result.state === 'failed');
  const passed = results.filter((result) => result.state === 'passed');
  const skipped = results.filter((result) => result.state === 'pending');
  for (const result of failed) console.error(`✗ ${result.title}\n  ${result.error}`);
  for (const result of skipped) console.log(`- ${result.title} (skipped)`);
  // A suite that ran nothing must not pass, nor one that died after its last test.
  const broken = failed.length === 0 && (passed.length === 0 || exitCode !== 0) ? 1 : 0;
  const failures = failed.length + broken;
  const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  console.log(`${suite}: ${passed.length} passed, ${failures} failed${skips}`);
  record({ suite, passed: passed.length, failed: failures, skipped: skipped.length });
  process.exit(failures > 0 ? 1 : 0);
}

/** A suite that this machine cannot run: it says so, and fails only where GOUJI_REQUIRE_ALL asks for every suite. */
export function endSkipped(suite, reason) {
  console.log(`${suite}: skipped, ${reason}`);
  const required = Boolean(process.env.GOUJI_REQUIRE_ALL);
  record({ suite, passed: 0, failed: required ? 1 : 0, skipped: 1 });
  process.exit(required ? 1 : 0);
}

function record(line) {
  const file = process.env.GOUJI_TEST_TALLY;
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}
