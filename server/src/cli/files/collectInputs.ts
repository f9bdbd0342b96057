import { closeSync, openSync, readdirSync, readSync, statSync, type Dirent } from 'node:fs';
import { looksLikeReport } from '../../report/detectReport';
import { decodeText } from './textEncoding';

/** A file to read, or a reason why an argument gives none. `named` files were asked for one by one. */
export type Input =
  | { readonly kind: 'file'; readonly path: string; readonly named: boolean }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'noMatch'; readonly path: string }
  | { readonly kind: 'unreadableFolder'; readonly path: string; readonly code: string };

/**
 * The files that the arguments mean, in order and each once. They are found while they are worked on: a folder of many
 * thousand files is never listed as a whole.
 */
export function* collectInputs(paths: readonly string[]): Generator<Input> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const input of inputsOf(path)) {
      if (input.kind !== 'file' || !seen.has(input.path)) yield input;
      if (input.kind === 'file') seen.add(input.path);
    }
  }
}

function* inputsOf(path: string): Generator<Input> {
  const found = kindOf(path);
  if (found === 'folder') yield* reportsBelow(path);
  else if (found) yield { kind: 'file', path, named: true };
  else if (/[*?[\]{}!]/.test(path)) yield* matchesOf(path);
  else yield { kind: 'missing', path };
}

function* matchesOf(pattern: string): Generator<Input> {
  // Loaded only here: most runs name files or folders.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { globSync } = require('tinyglobby') as typeof import('tinyglobby');
  const posixPattern = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const matches = globSync(posixPattern, { expandDirectories: false, ignore: ['**/node_modules/**'] }).sort();
  if (matches.length === 0) yield { kind: 'noMatch', path: pattern };
  for (const path of matches) yield { kind: 'file', path, named: false };
}

/** `.txt` and `.md` files, and others whose content says that they are reports; hidden folders and packages are passed over. */
function* reportsBelow(folder: string): Generator<Input> {
  const entries = listFolder(folder);
  if (!Array.isArray(entries)) {
    yield { kind: 'unreadableFolder', path: folder, code: entries.code };
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = /[\\/]$/.test(folder) ? folder + entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* reportsBelow(path);
    else if (isFile(entry, path) && mayBeReport(entry.name, path)) yield { kind: 'file', path, named: false };
  }
}

function listFolder(folder: string): Dirent[] | { code: string } {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? '' };
  }
}

/** A link to a file counts as the file; links to folders are not followed, they may lead in circles. */
function isFile(entry: Dirent, path: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && kindOf(path) === 'file');
}

/** What stands at a path; `unclear` where it cannot be looked at, as a link that leads in a circle: reading it will say why. */
function kindOf(path: string): 'file' | 'folder' | 'unclear' | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && (found.isDirectory() ? 'folder' : 'file');
  } catch {
    return 'unclear';
  }
}

/** Formats that hold the form's words without being a report, or that are no plain text. */
const neverReports =
  /\.(json|jsonc|[cm]?[jt]sx?|css|html?|xml|ya?ml|toml|lock|map|svg|png|jpe?g|gif|webp|pdf|docx?|xlsx?|pptx?|wps|et|zip|gz|7z|rar|tar|vsix|exe|dll|so|wasm|node|ttf|otf|woff2?|mp[34])$/i;

function mayBeReport(name: string, path: string): boolean {
  if (/\.(txt|md|zfnb)$/i.test(name)) return true;
  return !neverReports.test(name) && looksLikeReport(beginningOf(path));
}

const beginningLength = 65_536;

function beginningOf(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(beginningLength);
      const length = readSync(file, bytes, 0, beginningLength, 0);
      return decodeText(wholeCharacters(bytes.subarray(0, length))).text;
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

/** A beginning cut in the middle of a UTF-8 character would pass for another encoding: it ends after the last line. */
function wholeCharacters(bytes: Buffer): Buffer {
  const end = bytes.length < beginningLength ? -1 : bytes.lastIndexOf(0x0a);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}
