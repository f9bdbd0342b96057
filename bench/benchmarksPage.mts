import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';

const path = resolve(import.meta.dirname, '../docs/benchmarks.md');

/** What was measured when and on what. */
export function measuredHere(): string {
  return `Measured ${new Date().toISOString().slice(0, 10)} on ${cpus().length} × ${cpus()[0]?.model.trim()}, Node.js ${process.version}.`;
}

/** Puts what was measured in place of what stands between the two marks of a part of the page. */
export function writePart(part: 'servers' | 'corpus', measured: string): void {
  const page = readFileSync(path, 'utf8');
  const open = `<!-- ${part}: written by bench/${part}.mts -->`;
  const [start, end] = [page.indexOf(open) + open.length, page.indexOf(`<!-- /${part} -->`)];
  writeFileSync(path, `${page.slice(0, start)}\n\n${measuredHere()}\n\n${measured}\n\n${page.slice(end)}`);
}
