/** Basis points as per cent: 1667n is "16.67 %". */
export const formatBps = (bps: bigint): string => `${Number(bps) / 100} %`;
