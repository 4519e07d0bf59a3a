/** What a swap takes with the permit before it, by the pairs on its way: about, for wallets and accounts differ. */
export const SWAP_GAS = { 1: 98_000n, 2: 149_000n } as const;
