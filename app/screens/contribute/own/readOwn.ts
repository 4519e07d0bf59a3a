import { ZeroHash } from "ethers";
import { poolAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { read } from "#sdk/chain/read.ts";
import type { Contribution } from "#sdk/types/Contribution.ts";
import { poolEvents } from "../../../data/pool/poolEvents.ts";
import type { RewardFacts } from "./stateOf.ts";

/** A contribution of somebody's, as the chain has it. */
export interface Own extends RewardFacts {
  readonly contribution: Contribution;
  readonly contentTag: string;
  readonly number: bigint; // order of acceptance in the pool, from 1
  readonly quality: bigint; // bps
  readonly novelty: bigint; // bps
}

/** Somebody's contributions to a pool, the latest first. */
export async function readOwn(client: Datawell, pool: string, provider: string): Promise<readonly Own[]> {
  const events = (await poolEvents(client, [pool])).get(pool) ?? [];
  const accepted = events.flatMap((event) =>
    event.name === "Contribute" && event.args.provider === provider ? [event.args] : [],
  );
  const own = await Promise.all(
    accepted.map(async ({ contribution, contentTag, number, quality, novelty, reward: credited }) => {
      const at = poolAt(pool);
      const [record, reward] = await Promise.all([
        read(client, at, "contributionOf", [contentTag]),
        read(client, at, "rewardOf", [contentTag]), // with what was re-allocated
      ]);
      const { submittedAt, revokedAt, slashed } = record;
      return { contribution, contentTag, number, quality, novelty, credited, reward, submittedAt, revokedAt, slashed };
    }),
  );
  return own.toReversed();
}

/** Until when no other update is taken (unix seconds): one at a time stands behind a stake. */
export const updatesWaitUntil = (own: readonly Own[], window: bigint): bigint =>
  own
    .filter(({ contribution }) => contribution.parent !== ZeroHash)
    .reduce((latest, { submittedAt }) => (submittedAt + window > latest ? submittedAt + window : latest), 0n);
