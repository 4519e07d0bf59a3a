/** Data Token wei charged for `units` of `maxUnits`, rounded up: the twin of JobMoney.chargedDataUp. */
export const chargedDataUp = (dataEscrow: bigint, units: bigint, maxUnits: bigint): bigint =>
  (dataEscrow * units + maxUnits - 1n) / maxUnits;
