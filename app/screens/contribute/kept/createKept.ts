import { signal } from "@preact/signals";
import type { Kept } from "./Kept.ts";
import { readKept } from "./readKept.ts";

/** Where a browser keeps texts by names. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

/** The secrets of contributions, of all accounts of this browser. */
export interface KeptStore {
  readonly all: () => readonly Kept[];
  /** Keeps one, or changes what is kept of the same content of the same provider in the same pool. */
  readonly keep: (one: Kept) => void;
}

/** Whether two are about the same content of the same provider in the same pool. */
export const isSame = (one: Pick<Kept, "pool" | "provider" | "digest">, other: typeof one): boolean =>
  one.pool === other.pool && one.provider === other.provider && one.digest === other.digest;

/**
 * Keeps secrets of one chain's contributions under a name. What was damaged counts as nothing.
 * @throws DatawellError from the keeping, if the browser has no room
 */
export function createKept(shelf: Shelf, name: string): KeptStore {
  const kept = signal<readonly Kept[]>(read(shelf, name));
  return {
    all: () => kept.value,
    keep: (one) => {
      const others = read(shelf, name).filter((other) => !isSame(one, other)); // another tab may have kept something
      const all = [...others, one];
      shelf.setItem(name, JSON.stringify(all));
      kept.value = all;
    },
  };
}

function read(shelf: Shelf, name: string): readonly Kept[] {
  try {
    const found: unknown = JSON.parse(shelf.getItem(name) ?? "[]");
    return Array.isArray(found) ? found.map(readKept).filter((one) => one !== undefined) : [];
  } catch {
    return [];
  }
}
