/** Data Token wei of the charge that are burned, rounded down: the twin of JobMoney.burnDown. */
export const burnDown = (charged: bigint, burnBps: bigint): bigint => (charged * burnBps) / 10_000n;
