import { claimMany } from "#sdk/actions/compute/claimMany.ts";
import type { PayoutClaim } from "#sdk/actions/compute/claim.ts";
import { run } from "../../../intents/run.ts";
import { money } from "../../../ui/money.ts";

/** Pays out all of them in one transaction. */
export const claimAll = (claims: readonly PayoutClaim[]) =>
  run({
    title: claims.length === 1 ? "Claim a payout" : `Claim ${claims.length} payouts`,
    act: (client) => claimMany(client, claims),
    tell: ({ base }) => `Received ${money(base)} ALITA, and Data Tokens for the data`,
  });
