import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { providerOf } from "../../chain/providerOf.ts";
import { readEvents } from "../../events/readEvents.ts";
import type { AttesterSet } from "../../types/Attestation.ts";
import { setAmong } from "./setAmong.ts";
import { setWithin } from "./setWithin.ts";

const MOST_TRANSACTIONS = 5; // that are looked into, the latest and the earliest

export interface FindAttesterSetParams {
  readonly pool: string;
  readonly hash: string; // of the set, as the pool or a job of it keeps it
}

/**
 * The attesters behind the hash that a pool keeps of them: found among those that ever registered; or, where these are too
 * many to try or some never did, in the change that named them or in what was sent with contributions. Undefined: nowhere.
 * @throws DatawellError Unreachable
 */
export async function findAttesterSet(
  client: Datawell,
  { pool, hash }: FindAttesterSetParams,
): Promise<AttesterSet | undefined> {
  const events = await readEvents(client, { at: client.registry, event: "Register" });
  const known = [...new Set(events.map(({ attester }) => attester))];
  const found = setAmong(known, hash);
  if (found !== undefined) return found;
  const changes = await readEvents(client, { at: poolAt(pool), event: "SetParameter" });
  return firstSet(changes.map(({ data }) => data), hash) ?? setOfContributions(client, { pool, hash }); // prettier-ignore
}

async function setOfContributions(
  client: Datawell,
  { pool, hash }: FindAttesterSetParams,
): Promise<AttesterSet | undefined> {
  const events = await readEvents(client, { at: poolAt(pool), event: "Contribute" });
  const all = [...new Set(events.map(({ transactionHash }) => transactionHash))].toReversed();
  const some = new Set([...all.slice(0, MOST_TRANSACTIONS), ...all.slice(-MOST_TRANSACTIONS)]);
  for (const transaction of some) {
    const sent = await providerOf(client).getTransaction(transaction);
    const found = firstSet(sent === null ? [] : [sent.data], hash);
    if (found !== undefined) return found;
  }
  return undefined;
}

const firstSet = (texts: readonly string[], hash: string): AttesterSet | undefined =>
  texts.map((text) => setWithin(text, hash)).find((found) => found !== undefined);
