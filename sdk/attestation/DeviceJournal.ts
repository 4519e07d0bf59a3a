/**
 * What a device has begun and which draws it has opened, kept as durably as the secrets of the content roots: a device that
 * forgets can be asked for another draw after every failure, and in the end for all records.
 */
export interface DeviceJournal {
  /** Keeps a text under a name unless one stands there; answers the one that stands, when it will outlast a crash. */
  readonly fix: (name: string, text: string) => Promise<string>;
}

/** Where texts are kept by their names: `localStorage`, or anything that forgets no sooner. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

/** A journal on a shelf, under names that begin with `prefix`. */
export const journalOn = (shelf: Shelf, prefix: string): DeviceJournal => ({
  fix: async (name, text) => {
    const key = `${prefix}.${name}`;
    const first = shelf.getItem(key);
    if (first !== null) return first;
    shelf.setItem(key, text);
    return text;
  },
});

/** A journal that ends with the program: for one whose secrets end with it, too. */
export function journalInMemory(): DeviceJournal {
  const texts = new Map<string, string>();
  const getItem = (name: string): string | null => texts.get(name) ?? null;
  return journalOn({ getItem, setItem: (name, text) => void texts.set(name, text) }, "journal");
}
