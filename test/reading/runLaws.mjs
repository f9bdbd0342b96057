// The long run of the reading laws: 20,000 damaged renderings, 300 undamaged ones per layout and a text of 20 MB, with
// the tables of what was seen. `npm run test:laws -- 12345` repeats a run by its seed.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const seed = process.argv[2] ?? String(Date.now() % 1_000_000_000);
console.log(`seed ${seed}`);
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const result = spawnSync(process.execPath, [vitest, 'run', 'test/reading'], {
  stdio: 'inherit',
  env: {
    READING_SEED: seed,
    READING_CASES: '300',
    DAMAGED_CASES: '20000',
    READING_MEGABYTES: '20',
    READING_TABLES: '1',
    ...process.env,
  },
});
process.exitCode = result.status ?? 1;
