import { join } from 'node:path';
import { version } from '../../package.json';
import { runCommandLine } from './cli/commandLine';

// Bundled into dist/gouji.js: the package's folder is the one above.
const packageFolder = join(__dirname, '..');

process.exitCode = runCommandLine(process.argv.slice(2), { version, bundleFolder: __dirname, packageFolder });
