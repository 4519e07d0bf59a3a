export const FEE = 3n; // 0.30 % of a swap's input, in thousandths
export const FEE_UNIT = 1_000n;
export const BPS = 10_000n;
