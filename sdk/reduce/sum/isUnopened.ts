import type { ByIndex } from "../party/Party.ts";
import type { Reveal } from "../party/revealShares.ts";

export interface Dealt {
  readonly dealer: number;
  readonly neighbours: readonly number[]; // the dealer's
  readonly reveals: ReadonlyMap<number, ByIndex<Reveal>>;
  readonly corrupt: number; // neighbours that may collude, at most
}

/**
 * Whether more neighbours left a dealer out, while they answered for others, than can be in league against it. It is no
 * proof: what does not open may be the fault of either side.
 */
export function isUnopened({ dealer, neighbours, reveals, corrupt }: Dealt): boolean {
  const leftOut = neighbours.filter((from) => {
    const answer = reveals.get(from);
    return answer !== undefined && !Object.hasOwn(answer, dealer) && Object.keys(answer).length > 0;
  });
  return leftOut.length > corrupt;
}
