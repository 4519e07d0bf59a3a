import { claimAll, type ClaimAllParams, claimTogether } from "#sdk/actions/pool/claimAll.ts";
import { run } from "../../intents/run.ts";
import { claimLabel, claimsLabel } from "./claimLabel.ts";
import { account } from "../../wallet/account.ts";
import type { Standing } from "./data/readStanding.ts";

/** The symbol of what a dataset rewards with. */
export const rewardOf = ({ rewardInBase, symbol }: Standing): string => (rewardInBase ? "ALITA" : symbol);

const MOST_AS_ONE = 10; // calls that MetaMask takes as one

const paramsOf = ({ pool, claims: { contentTags, proposals, revenue, unbonded } }: Standing): ClaimAllParams => ({
  pool,
  contentTags,
  proposals,
  revenue: revenue > 0n,
  unbonded: unbonded > 0n,
});

/** Takes everything that a pool owes, in one transaction; undefined: it did not go through. */
export function claimIn(standing: Standing) {
  const { symbol, claims } = standing;
  const reward = rewardOf(standing);
  return run({
    title: `Claim ${claimLabel(claims, reward)} of ${symbol}`,
    act: (client) => claimAll(client, paramsOf(standing)),
    tell: (taken) => `Received ${claimLabel(taken, reward)}`,
  });
}

/** The same of several pools: as one where the wallet sends calls as one, else one by one; ends where one does not go through. */
export async function claimEverywhere(standings: readonly Standing[]): Promise<void> {
  const most = account.value?.batch === undefined ? 1 : MOST_AS_ONE;
  for (let at = 0; at < standings.length; at += most) {
    const part = standings.slice(at, at + most);
    const [only] = part;
    if ((await (part.length === 1 && only ? claimIn(only) : claimAsOne(part))) === undefined) return;
  }
}

function claimAsOne(standings: readonly Standing[]) {
  const rewards = standings.map(rewardOf);
  return run({
    title: `Claim from ${standings.length} datasets`,
    act: (client) => claimTogether(client, { pools: standings.map(paramsOf) }),
    tell: (taken) => `Received ${claimsLabel(taken.map((one, place) => [one, rewards[place] ?? ""]))}`,
  });
}
