export interface TestResult {
  readonly title: string;
  readonly state: string;
  readonly error?: string;
}

/** Runs mocha and gives what became of every test, and of hooks that failed. */
export function collectResults(start: (ended: () => void) => Mocha.Runner): Promise<TestResult[]> {
  const results: TestResult[] = [];
  return new Promise((resolve) => {
    const runner = start(() => resolve(results));
    runner.on('test end', (test) =>
      results.push({ title: test.fullTitle(), state: test.state ?? 'pending', error: test.err?.stack ?? test.err?.message }),
    );
    // A hook that fails takes its tests with it; without this line nobody would hear of it.
    runner.on('fail', (failed, error: Error) => {
      if (/" hook\b/.test(failed.title)) results.push({ title: failed.fullTitle(), state: 'failed', error: error.message });
    });
  });
}

export function failWhenAnyFailed(results: readonly TestResult[]): void {
  const failures = results.filter((result) => result.state === 'failed').length;
  if (failures > 0) throw new Error(`${failures} failed`);
}
