export interface Queue {
  readonly isIdle: () => boolean;
  /** Runs when all that was added before is over, whether it failed or not. */
  readonly add: <T>(work: () => Promise<T>) => Promise<T>;
}

/** One thing at a time, in order. */
export function createQueue(): Queue {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    isIdle: () => waiting === 0,
    add: (work) => {
      waiting++;
      const done = last.then(work).finally(() => waiting--);
      last = done.catch(() => undefined);
      return done;
    },
  };
}
