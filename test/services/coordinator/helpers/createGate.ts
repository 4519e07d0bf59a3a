/** Holds up whoever passes until it is opened. */
export interface Gate {
  readonly pass: () => Promise<void>;
  /** Somebody stands at it. */
  readonly reached: Promise<void>;
  readonly open: () => void;
}

export function createGate(): Gate {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    pass: () => {
      reached.resolve();
      return opened.promise;
    },
    reached: reached.promise,
    open: opened.resolve,
  };
}
