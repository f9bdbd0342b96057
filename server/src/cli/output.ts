import { writeSync } from 'node:fs';

/** Where a command writes: the asked-for output, and messages for the person beside it. */
export interface Output {
  write(text: string): void;
  /** True once nobody reads the output any more (`gouji … | head`). */
  readonly closed: boolean;
  flush(): void;
}

/** Buffered writing to a file descriptor: one system call for many findings, and a slow reader slows the run instead of filling memory. */
export function outputTo(descriptor: number): Output {
  let pending = '';
  let closed = false;
  const flush = () => {
    const bytes = Buffer.from(pending, 'utf8');
    pending = '';
    for (let written = 0; written < bytes.length && !closed; ) {
      const count = writeSome(descriptor, bytes, written);
      if (count === 'closed') closed = true;
      else written += count;
    }
  };
  return {
    get closed() {
      return closed;
    },
    write(text) {
      if (closed) return;
      pending += text;
      if (pending.length >= flushLength) flush();
    },
    flush,
  };
}

const flushLength = 65_536;

function writeSome(descriptor: number, bytes: Buffer, from: number): number | 'closed' {
  try {
    return writeSync(descriptor, bytes, from);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') {
      // The reader of a non-blocking pipe is behind: wait a moment instead of spinning.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
      return 0;
    }
    if (code === 'EPIPE' || code === 'EOF') return 'closed';
    throw error;
  }
}
