/** Data Token wei for `leafUnits` of `units`, rounded down: the twin of JobMoney.leafDataDown. */
export const leafDataDown = (pot: bigint, leafUnits: bigint, units: bigint): bigint => (pot * leafUnits) / units;
