/** ALITA wei for `units` units at `unitPrice` ALITA wei each. */
export const baseFor = (units: bigint, unitPrice: bigint): bigint => units * unitPrice;
