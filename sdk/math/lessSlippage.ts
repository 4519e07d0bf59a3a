/** The least to accept when the price may move by `bps` against the receiver, rounded down. */
export const lessSlippage = (amount: bigint, bps: bigint): bigint => (amount * (10_000n - bps)) / 10_000n;
