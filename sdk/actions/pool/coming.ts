import { toBigInt } from "ethers";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { now } from "../../chain/now.ts";
import { read } from "../../chain/read.ts";
import type { Dataset } from "../../types/Dataset.ts";
import { Parameter } from "../../types/Proposal.ts";

/** A value announced for a term, and from when it is in force (unix seconds). */
export interface Announced<Value> {
  readonly value: Value;
  readonly from: bigint;
}

/** Announced and not in force yet; attestations that rest on the terms of before must be used until then. */
export interface Coming {
  readonly minQuality?: Announced<bigint>; // bps
  readonly attesterSet?: Announced<string>; // hash of the set
}

/** The changes of a pool's least quality and attesters that are still to come. */
export async function coming(client: Datawell, { pool }: Pick<Dataset, "pool">): Promise<Coming> {
  const at = poolAt(pool);
  const [quality, attesters, time] = await Promise.all([
    read(client, at, "noticeOf", [Parameter.MinQuality]),
    read(client, at, "noticeOf", [Parameter.Attesters]),
    now(client),
  ]);
  return {
    ...(quality.from > time && { minQuality: { value: toBigInt(quality.next), from: quality.from } }),
    ...(attesters.from > time && { attesterSet: { value: attesters.next, from: attesters.from } }),
  };
}
