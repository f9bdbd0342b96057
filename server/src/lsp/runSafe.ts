import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';

/** Thrown inside a handler to give up: the client is told so and asks again when it wants to. */
export class Interrupted extends Error {
  constructor(readonly code: typeof LSPErrorCodes.RequestCancelled | typeof LSPErrorCodes.ContentModified) {
    super(code === LSPErrorCodes.RequestCancelled ? 'Request cancelled.' : 'The document changed meanwhile.');
  }
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new Interrupted(LSPErrorCodes.RequestCancelled);
}

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/**
 * The one wrapper around every handler: it gives up when cancelled, keeps an error to the request it happened in, and
 * logs what is slow. A failed request answers with `fallback`; the same error is logged once, because some requests
 * come with every keystroke.
 */
export function safeHandlers(connection: Connection) {
  const logged = new Set<string>();
  return function runSafe<P, R>(method: string, fallback: R, handler: Handler<P, R>) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError<void>> => {
      const started = performance.now();
      try {
        throwIfCancelled(token);
        return await handler(params, token);
      } catch (error) {
        if (error instanceof Interrupted) return new ResponseError(error.code, error.message);
        if (error instanceof ResponseError) return error;
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        if (!logged.has(method + text)) connection.console.error(`${method} failed: ${text}`);
        logged.add(method + text);
        return fallback;
      } finally {
        const spent = performance.now() - started;
        connection.tracer.log(`${method}: ${spent.toFixed(1)} ms`);
        if (spent > slow) connection.console.info(`${method} took ${Math.round(spent)} ms.`);
      }
    };
  };
}

export type RunSafe = ReturnType<typeof safeHandlers>;

/** Milliseconds after which a request is worth a line in the log. */
const slow = 1000;
