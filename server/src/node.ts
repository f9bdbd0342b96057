import { isatty } from 'node:tty';
import { join } from 'node:path';
import { version } from '../../package.json';
import { runCommandLine } from './cli/commandLine';
import { outputTo } from './cli/output';
import { keepRoomForNewSmall, tidyUpOften, waitBeforeOptimizing } from './engineAdvice';

waitBeforeOptimizing();
keepRoomForNewSmall();
// The language server keeps what it reads.
if (process.argv[2] !== 'lsp') tidyUpOften();

process.exitCode = runCommandLine(process.argv.slice(2), {
  version,
  bundleFolder: __dirname,
  // Bundled into dist/gouji.js: the package's folder is the one above.
  packageFolder: join(__dirname, '..'),
  output: outputTo(1),
  messages: outputTo(2),
  terminal: isatty(1),
  environment: process.env,
});
