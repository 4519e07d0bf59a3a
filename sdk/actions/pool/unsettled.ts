import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { type Place, readEvents } from "../../events/readEvents.ts";
import type { Dataset } from "../../types/Dataset.ts";

/** A contribution that has not taken its part of what the maker spread. */
export interface Unsettled {
  readonly contentTag: string;
  readonly number: bigint;
}

/** The contributions that `settleReallocation` has something to do for, oldest first. */
export async function unsettled(client: Datawell, { pool }: Pick<Dataset, "pool">): Promise<readonly Unsettled[]> {
  const at = poolAt(pool);
  const [made, settled, revoked, spread] = await Promise.all([
    readEvents(client, { at, event: "Contribute" }),
    readEvents(client, { at, event: "SettleReallocation" }),
    readEvents(client, { at, event: "Revoke" }),
    readEvents(client, { at, event: "Reallocate" }),
  ]);
  const last = spread.at(-1);
  if (last === undefined) return [];
  const gone = new Set(revoked.map(({ contentTag }) => contentTag));
  const settledAt = new Map<string, Place>(settled.map((one) => [one.contentTag, one]));
  return made
    .filter((one) => !gone.has(one.contentTag) && isBefore(settledAt.get(one.contentTag) ?? one, last))
    .map(({ contentTag, number }) => ({ contentTag, number }));
}

const isBefore = (one: Place, other: Place): boolean =>
  one.block < other.block || (one.block === other.block && one.logIndex < other.logIndex);
