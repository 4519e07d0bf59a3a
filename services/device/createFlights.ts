/** Work that goes on at its own pace: for each key one piece at a time. */
export interface Flights {
  /** Does the work, unless the last piece under this key still goes on. */
  readonly run: (key: string, work: () => Promise<void>) => Promise<void>;
}

export function createFlights(): Flights {
  const going = new Set<string>();
  return {
    run: async (key, work) => {
      if (going.has(key)) return;
      going.add(key);
      try {
        await work();
      } finally {
        going.delete(key);
      }
    },
  };
}
