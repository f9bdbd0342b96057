import { execFileSync, spawnSync } from 'node:child_process';

/** The programs measured beside gouji that come as packages. */
const packages = ['vscode-langservers-extracted@4.10.0', 'markdown-it@14.1.0', 'markdownlint-cli2@0.20.0'];

export function installPeers(folder: string): void {
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', '--prefix', folder, ...packages], { stdio: 'inherit' });
}

/** Whether a program that comes with the system is there. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}
