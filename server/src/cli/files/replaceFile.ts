import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file at once: the bytes are written beside it and renamed over it, so that a crash leaves the old file or the
 * new one, never half of each. Symbolic links stay links, the mode and (where allowed) the owner are kept.
 */
export function replaceFile(path: string, bytes: Buffer): void {
  const target = realpathSync(path);
  accessSync(target, constants.W_OK);
  const { mode, uid, gid } = statSync(target);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.gouji`);
  const file = openSync(temporary, 'wx', mode);
  try {
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    keepOwner(temporary, uid, gid);
    renameSync(temporary, target);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
}

/** Only the superuser can give a file away; for anyone else the file is theirs already or stays theirs. */
function keepOwner(path: string, uid: number, gid: number): void {
  const own = statSync(path);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(path, uid, gid);
  } catch {
    return;
  }
}
