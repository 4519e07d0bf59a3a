import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { now } from "../../chain/now.ts";
import { read } from "../../chain/read.ts";
import { contributions } from "./contributions.ts";
import { terms } from "./terms.ts";

/** A reward of a provider's, and from when on it can be claimed. */
export interface Claimable {
  readonly contentTag: string;
  readonly reward: bigint; // reward-token wei
  readonly claimableAt: bigint; // unix seconds
  readonly ready: boolean;
}

/** A provider's rewards that were not taken yet; `claim` those that are ready. */
export async function claimable(
  client: Datawell,
  { pool, provider, fromBlock }: { readonly pool: string; readonly provider: string; readonly fromBlock?: number },
): Promise<readonly Claimable[]> {
  const [own, { challengeWindow }, time] = await Promise.all([
    contributions(client, { pool, provider, fromBlock }),
    terms(client, { pool }),
    now(client),
  ]);
  const all = await Promise.all(
    own.map(async ({ contentTag }) => {
      const [reward, { submittedAt }] = await Promise.all([
        read(client, poolAt(pool), "rewardOf", [contentTag]),
        read(client, poolAt(pool), "contributionOf", [contentTag]),
      ]);
      const claimableAt = submittedAt + challengeWindow + 1n;
      return { contentTag, reward, claimableAt, ready: time >= claimableAt };
    }),
  );
  return all.filter(({ reward }) => reward > 0n);
}
