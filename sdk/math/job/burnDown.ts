/** Data Token wei of a unit's charge that are burned, rounded down: the twin of JobMoney.burnDown. */
export const burnDown = (charged: bigint, burnBps: bigint): bigint => (charged * burnBps) / 10_000n;
