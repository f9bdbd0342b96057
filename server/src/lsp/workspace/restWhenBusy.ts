/** Milliseconds of work after which other messages are let through. */
const slice = 20;

/** Lets other messages through whenever the work since the last rest took long enough. */
export function restWhenBusy(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
