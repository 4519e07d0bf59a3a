/** Token wei for `units` units at `perUnit` token wei each. */
export const amountFor = (units: bigint, perUnit: bigint): bigint => units * perUnit;
