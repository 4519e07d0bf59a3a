import { findAttesterSet as findSet, type FindAttesterSetParams } from "#sdk/actions/attester/findAttesterSet.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";
import { badInput } from "../input/badInput.ts";
import { attestersOf } from "../tasks/attestersOf.ts";
import type { Session } from "../tasks/Session.ts";

export interface SetArgs {
  readonly set: string | undefined;
  readonly threshold: string | undefined;
}

/** The set behind a hash that a pool or a job keeps: the one that the user names, or the one that the chain tells. */
export async function findAttesterSet(
  session: Session,
  { pool, hash }: FindAttesterSetParams,
  args: SetArgs,
): Promise<AttesterSet> {
  if (args.set !== undefined) {
    const named = attestersOf(session, args.set, args.threshold);
    if (named.hash === hash) return named.set;
    throw badInput("The attesters of --set and --threshold are not those of the pool", "Ask its maker for both");
  }
  const found = await findSet(session.client, { pool, hash });
  if (found !== undefined) return found;
  throw badInput("The pool's attesters cannot be told from its hash", "Name all of them with --set, and --threshold");
}

/** The set of a pool, as `findAttesterSet`. */
export const attesterSetOf = async (session: Session, pool: string, args: SetArgs): Promise<AttesterSet> =>
  findAttesterSet(session, { pool, hash: await read(session.client, poolAt(pool), "attesterSet", []) }, args);
