import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { providerOf } from "../../chain/providerOf.ts";
import { readEvents } from "../../events/readEvents.ts";
import type { AttesterSet } from "../../types/Attestation.ts";
import { setAmong } from "./setAmong.ts";
import { setWithin } from "./setWithin.ts";

const MOST_TRANSACTIONS = 5; // that are looked into, the latest first

export interface FindAttesterSetParams {
  readonly pool: string;
  readonly hash: string; // of the set, as the pool or a job of it keeps it
}

/**
 * The attesters behind the hash that a pool keeps of them: found among those that ever registered, or, where these are
 * too many to try, in what was sent with the pool's latest contributions. Undefined: in neither.
 * @throws DatawellError Unreachable
 */
export async function findAttesterSet(
  client: Datawell,
  { pool, hash }: FindAttesterSetParams,
): Promise<AttesterSet | undefined> {
  const events = await readEvents(client, { at: client.registry, event: "Register" });
  const known = [...new Set(events.map(({ attester }) => attester))];
  return setAmong(known, hash) ?? setOfContributions(client, { pool, hash });
}

async function setOfContributions(
  client: Datawell,
  { pool, hash }: FindAttesterSetParams,
): Promise<AttesterSet | undefined> {
  const events = await readEvents(client, { at: poolAt(pool), event: "Contribute" });
  const latest = [...new Set(events.map(({ transactionHash }) => transactionHash))].slice(-MOST_TRANSACTIONS);
  for (const transaction of latest.toReversed()) {
    const sent = await providerOf(client).getTransaction(transaction);
    const found = sent === null ? undefined : setWithin(sent.data, hash);
    if (found !== undefined) return found;
  }
  return undefined;
}
