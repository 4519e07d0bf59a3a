const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Returns when the user wants this process to end (Ctrl+C), who may insist by doing it again. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = () => {
      for (const signal of SIGNALS) process.removeListener(signal, stop);
      resolve();
    };
    for (const signal of SIGNALS) process.once(signal, stop);
  });
