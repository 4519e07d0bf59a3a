import { contributions } from "#sdk/actions/pool/contributions.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import type { Contribution } from "#sdk/types/Contribution.ts";
import { fromChain } from "../fromChain.ts";

/**
 * All contributions that a pool accepted up to the newest block.
 * @throws ServiceError 503 ChainUnavailable
 */
export type Accepted = (pool: string) => Promise<readonly Contribution[]>;

interface Known {
  readonly block: string; // hash of the newest one when it was asked
  readonly found: Promise<readonly Contribution[]>;
}

const MOST_POOLS = 16;

/** Reads a pool's contributions once a block, however many ask: they are all the logs that it ever wrote of them. */
export function createAccepted(client: Datawell): Accepted {
  const known = new Map<string, Known>(); // the pool that was asked for last is last
  const read = async (pool: string): Promise<readonly Contribution[]> =>
    (await contributions(client, { pool })).map(({ contribution }) => contribution);

  return (pool) =>
    fromChain(async () => {
      const key = pool.toLowerCase();
      const block = (await providerOf(client).getBlock("latest"))?.hash ?? "";
      const before = known.get(key);
      const now = before?.block === block ? before : { block, found: read(pool) };
      known.delete(key);
      known.set(key, now);
      if (known.size > MOST_POOLS) known.delete(known.keys().next().value as string);
      return now.found.catch((error: unknown) => {
        if (known.get(key) === now) known.delete(key); // to be asked for again
        throw error;
      });
    });
}
