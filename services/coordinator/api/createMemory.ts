/**
 * Remembers what was worked out from things that never change, for the few keys that were asked for last. Whoever asks
 * meanwhile waits for the same work; what failed is forgotten.
 */
export function createMemory<T>(most: number): (key: string, work: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>(); // the one that was asked for last is last
  return (key, work) => {
    const found = known.get(key) ?? work();
    known.delete(key);
    known.set(key, found);
    found.catch(() => {
      if (known.get(key) === found) known.delete(key);
    });
    if (known.size > most) known.delete(known.keys().next().value as string);
    return found;
  };
}
