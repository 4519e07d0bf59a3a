/** Gas that one compute unit pays for. */
export const GAS_PER_UNIT = 1_000_000n;

/** Units of a bill: rows * gasPerRow in whole units, rounded up, so that any row at all costs at least one. */
export function unitsUp(rows: bigint, gasPerRow: bigint): bigint {
  return (rows * gasPerRow + GAS_PER_UNIT - 1n) / GAS_PER_UNIT;
}
