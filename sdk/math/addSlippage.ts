/** The most to pay when the price may move by `bps` against the payer, rounded up. */
export const addSlippage = (amount: bigint, bps: bigint): bigint => (amount * (10_000n + bps) + 9_999n) / 10_000n;
