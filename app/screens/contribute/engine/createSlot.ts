import { DataError } from "#sdk/data/DataError.ts";
import type { Table } from "#sdk/data/table.ts";
import { createTurns } from "../../../createTurns.ts";

/** A turn at filling a slot. */
export interface Filling {
  /** @throws DataError if another turn began meanwhile: its files are the ones that count */
  readonly requireLast: () => void;
  /** @throws DataError, the same */
  readonly fill: (table: Table) => void;
}

/** A place for records: it keeps those that were asked for last, whichever are read first. */
export interface Slot {
  readonly table: () => Table | undefined;
  /** Empties it, and begins to fill it. */
  readonly begin: () => Filling;
}

/** Makes a place for records. */
export function createSlot(): Slot {
  const takeTurn = createTurns();
  let held: Table | undefined;
  return {
    table: () => held,
    begin: () => {
      const isLast = takeTurn();
      held = undefined;
      const requireLast = (): void => {
        if (isLast()) return;
        throw new DataError("NoRecords", "other files were chosen meanwhile", "Wait for what is found in those");
      };
      return {
        requireLast,
        fill: (table) => {
          requireLast();
          held = table;
        },
      };
    },
  };
}
