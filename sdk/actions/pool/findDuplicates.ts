import { toBigInt } from "ethers";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { now } from "../../chain/now.ts";
import { read } from "../../chain/read.ts";
import { laneAgreement } from "../../math/laneAgreement.ts";
import { contributions } from "./contributions.ts";
import type { SlashParams } from "./slash.ts";
import { terms } from "./terms.ts";

/** Two contributions that `slash` can prove to be near copies. */
export interface Duplicate extends SlashParams {
  readonly lanes: number; // of 64 that agree
  readonly offender: string;
}

type Accepted = Awaited<ReturnType<typeof contributions>>[number];

/**
 * Looks through a pool's sketches for near copies that can still be challenged: of another provider's contribution, or
 * of the provider's own if it was paid as an update. Each is shown with the older one it agrees with most.
 */
export async function findDuplicates(
  client: Datawell,
  { pool, fromBlock }: { readonly pool: string; readonly fromBlock?: number },
): Promise<readonly Duplicate[]> {
  const [all, { staking, similarityLanes }] = await Promise.all([
    contributions(client, { pool, fromBlock }),
    terms(client, { pool }),
  ]);
  if (!staking) return [];
  const found = all.flatMap((newer, place) => {
    const best = mostAlike(newer, all.slice(0, place));
    return best !== undefined && best.lanes >= similarityLanes
      ? [{ pool, ...best, newer: newer.contentTag, offender: newer.provider }]
      : [];
  });
  const open = await Promise.all(found.map(({ newer }) => isOpen(client, pool, newer)));
  return found.filter((_, index) => open[index]);
}

function mostAlike(
  newer: Accepted,
  before: readonly Accepted[],
): { readonly older: string; readonly lanes: number } | undefined {
  const isUpdate = toBigInt(newer.contribution.parent) !== 0n && newer.reward > 0n;
  const candidates = before
    .filter(({ provider }) => provider !== newer.provider || isUpdate)
    .map(({ contentTag, contribution }) => ({
      older: contentTag,
      lanes: laneAgreement(contribution.sketch, newer.contribution.sketch),
    }));
  return candidates.toSorted((a, b) => b.lanes - a.lanes)[0];
}

async function isOpen(client: Datawell, pool: string, contentTag: string): Promise<boolean> {
  const [{ submittedAt, slashed }, { challengeWindow }, time] = await Promise.all([
    read(client, poolAt(pool), "contributionOf", [contentTag]),
    terms(client, { pool }),
    now(client),
  ]);
  return !slashed && time <= submittedAt + challengeWindow;
}
