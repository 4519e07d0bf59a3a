const BOUNTY_BPS = 2_000n;

/** What a proven duplicate costs (wei) of the stake behind it, unbonding included, and what of it the prover gets. */
export function slashedStake(atStake: bigint, slashBps: bigint): { readonly slashed: bigint; readonly bounty: bigint } {
  const slashed = (atStake * slashBps) / 10_000n;
  return { slashed, bounty: (slashed * BOUNTY_BPS) / 10_000n };
}
