import { claimAll } from "#sdk/actions/pool/claimAll.ts";
import { run } from "../../intents/run.ts";
import { claimLabel } from "./claimLabel.ts";
import type { Standing } from "./data/readStanding.ts";

/** The symbol of what a dataset rewards with. */
export const rewardOf = ({ rewardInBase, symbol }: Standing): string => (rewardInBase ? "ALITA" : symbol);

/** Takes everything that a pool owes, in one transaction; undefined: it did not go through. */
export function claimIn(standing: Standing) {
  const { pool, symbol, claims } = standing;
  const { contentTags, proposals, revenue, unbonded } = claims;
  const reward = rewardOf(standing);
  return run({
    title: `Claim ${claimLabel(claims, reward)} of ${symbol}`,
    act: (client) => claimAll(client, { pool, contentTags, proposals, revenue: revenue > 0n, unbonded: unbonded > 0n }),
    tell: (taken) => `Received ${claimLabel(taken, reward)}`,
  });
}

/** The same of several pools, one transaction each; ends where one did not go through. */
export async function claimEverywhere(standings: readonly Standing[]): Promise<void> {
  for (const standing of standings) if ((await claimIn(standing)) === undefined) return;
}
