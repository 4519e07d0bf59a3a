import { attesterSet } from "#sdk/actions/attester/attesterSet.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { readEvents } from "#sdk/events/readEvents.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";
import { badInput } from "../input/badInput.ts";
import { attestersOf } from "../tasks/attestersOf.ts";
import type { Session } from "../tasks/Session.ts";

/** Registered attesters up to which all their subsets are tried: a few thousand hashes. */
const MANY = 10;

export interface SetArgs {
  readonly set: string | undefined;
  readonly threshold: string | undefined;
}

/**
 * The set behind a hash that a pool or a job keeps: the one that the user names, or the one among all registered
 * attesters whose hash it is.
 */
export async function findAttesterSet(session: Session, hash: string, args: SetArgs): Promise<AttesterSet> {
  if (args.set !== undefined) {
    const named = attestersOf(session, args.set, args.threshold);
    if (named.hash === hash) return named.set;
    throw badInput("The attesters of --set and --threshold are not those of the pool", "Ask its maker for both");
  }
  const { client } = session;
  const events = await readEvents(client, { at: client.registry, event: "Register" });
  const known = [...new Set(events.map(({ attester }) => attester))];
  const found = known.length > MANY ? undefined : searchSubsets(known, hash);
  if (found !== undefined) return found;
  throw badInput("The pool's attesters cannot be told from its hash", "Name all of them with --set, and --threshold");
}

/** The set of a pool, as `findAttesterSet`. */
export const attesterSetOf = async (session: Session, pool: string, args: SetArgs): Promise<AttesterSet> =>
  findAttesterSet(session, await read(session.client, poolAt(pool), "attesterSet", []), args);

function searchSubsets(known: readonly string[], hash: string): AttesterSet | undefined {
  for (let bits = 1; bits < 2 ** known.length; bits++) {
    const members = known.filter((_, i) => (bits >> i) & 1);
    for (let threshold = 1; threshold <= members.length; threshold++) {
      const candidate = attesterSet(members, BigInt(threshold));
      if (candidate.hash === hash) return candidate.set;
    }
  }
  return undefined;
}
