const WORK = 50; // milliseconds until others are let in

/** Lets whoever else waits in this thread have its turn, once in a while: a large sum takes minutes. */
export function createPauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < WORK) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
