/** Addresses in the order that contracts want. */
export const byAddress = (a: string, b: string): number => (BigInt(a) < BigInt(b) ? -1 : 1);
