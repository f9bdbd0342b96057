import type { OpenDocuments } from './documents';

/** To be awaited between two steps of longer work. Now and then it takes a rest, and other messages come through. */
export type Rest = () => Promise<void>;

/** Milliseconds of work without a rest. */
const slice = 10;

/** Rests of work that somebody waits for; `resume` is called after each and throws when the work became useless. */
export function shortRests(resume: () => void): Rest {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await pause(0);
    resume();
    since = performance.now();
  };
}

/** Milliseconds after what a person did before work that nobody waits for goes on. */
const quiet = 30;

/** Milliseconds after which it goes on all the same. */
const patience = 500;

/** Knows whether a person is being served, so that work that nobody waits for can stand back meanwhile. */
export class Attention {
  private served = 0;
  private latest = -Infinity;

  constructor(documents: OpenDocuments) {
    documents.onOpen(() => this.notice());
    documents.onChange(() => this.notice());
  }

  /** Serves a person: nobody else's work is done before the answer, except in between. */
  async serve<T>(answer: () => Promise<T>): Promise<T> {
    this.served++;
    try {
      return await answer();
    } finally {
      this.served--;
      this.notice();
    }
  }

  /** Rests of work that nobody waits for: they last as long as a person is being served. */
  longRests(resume: () => void = () => undefined): Rest {
    const rest = shortRests(() => undefined);
    return async () => {
      await rest();
      const began = performance.now();
      while (this.isWanted && performance.now() - began < patience) await pause(quiet / 3);
      resume();
    };
  }

  private get isWanted(): boolean {
    return this.served > 0 || performance.now() - this.latest < quiet;
  }

  private notice(): void {
    this.latest = performance.now();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
