import { attesterSet } from "#sdk/actions/attester/attesterSet.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { readEvents } from "#sdk/events/readEvents.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";

/** Registered attesters up to which all their subsets are tried: a few thousand hashes. */
const MANY = 10;

/**
 * The attesters behind the hash that a pool keeps: those among all that ever registered.
 * @throws DatawellError BadInput
 */
export async function findAttesterSet(client: Datawell, hash: string): Promise<AttesterSet> {
  const events = await readEvents(client, { at: client.registry, event: "Register" });
  const known = [...new Set(events.map(({ attester }) => attester))];
  const found = known.length > MANY ? undefined : setWithHash(known, hash);
  if (found !== undefined) return found;
  const what = "The attesters of this dataset cannot be told from what the chain keeps of them";
  throw new DatawellError("BadInput", { what, advice: "Contribute by the command line, naming them with --set" });
}

/** The set among these attesters that has a hash; undefined: there is none. */
export function setWithHash(known: readonly string[], hash: string): AttesterSet | undefined {
  for (let bits = 1; bits < 2 ** known.length; bits++) {
    const members = known.filter((_, index) => (bits >> index) & 1);
    for (let threshold = 1; threshold <= members.length; threshold++) {
      const candidate = attesterSet(members, BigInt(threshold));
      if (candidate.hash === hash) return candidate.set;
    }
  }
  return undefined;
}
