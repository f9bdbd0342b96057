/**
 * Lets other messages, a cancellation among them, through whenever the work since the last rest took so many milliseconds; tells
 * whether it did.
 */
export function restWhenBusy(slice = 20): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return false;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
    return true;
  };
}
