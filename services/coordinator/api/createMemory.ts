export interface Remembered {
  readonly key: string;
  readonly weight: number; // of what is remembered, in the unit of the memory
}

/**
 * Remembers what was worked out from things that never change, as much of it as was asked for last and has room
 * together. Whoever asks meanwhile waits for the same work; what failed is forgotten.
 */
export function createMemory<T>(room: number): (what: Remembered, work: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { readonly weight: number; readonly found: Promise<T> }>(); // last asked for is last
  let used = 0;
  const forget = (key: string) => {
    used -= known.get(key)?.weight ?? 0;
    known.delete(key);
  };
  return ({ key, weight }, work) => {
    const found = known.get(key)?.found ?? work();
    forget(key);
    known.set(key, { weight, found });
    used += weight;
    found.catch(() => {
      if (known.get(key)?.found === found) forget(key);
    });
    for (const oldest of known.keys()) {
      if (used <= room || oldest === key) break;
      forget(oldest);
    }
    return found;
  };
}
