/** Who has to be left alone for a while, and for how long. */
export interface BackOff {
  readonly mayTry: (key: string) => boolean;
  readonly failed: (key: string, leastMs?: number) => void;
  readonly succeeded: (key: string) => void;
}

export interface BackOffOptions {
  readonly clock: () => number; // milliseconds; may jump
  readonly firstMs: number;
  readonly longestMs: number;
  readonly random?: () => number; // 0 to 1
}

interface Entry {
  readonly failures: number;
  readonly since: number;
  readonly wait: number;
}

const MAX_KEYS = 10_000;

/**
 * Waits twice as long after each failure, and up to half as long again by chance, so that many devices do not come back
 * at once. A clock that jumps back or far ahead ends the waiting.
 */
export function createBackOff({ clock, firstMs, longestMs, random = Math.random }: BackOffOptions): BackOff {
  const entries = new Map<string, Entry>();
  return {
    mayTry: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return true;
      const passed = clock() - entry.since;
      return passed < 0 || passed >= entry.wait;
    },
    failed: (key, leastMs = 0) => {
      const failures = Math.min((entries.get(key)?.failures ?? 0) + 1, 30);
      const wait = Math.min(firstMs * 2 ** (failures - 1), longestMs);
      if (entries.size >= MAX_KEYS) entries.delete(entries.keys().next().value as string);
      entries.delete(key);
      const spread = Math.max(wait, Math.min(leastMs, longestMs)) * (1 + random() / 2);
      entries.set(key, { failures, since: clock(), wait: spread });
    },
    succeeded: (key) => void entries.delete(key),
  };
}
