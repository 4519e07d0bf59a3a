import type { Basis } from "./basisOf.ts";

/** How liquidity did against keeping the tokens, basis points of what they would be worth now. */
export interface Outcome {
  readonly divergenceBps: bigint; // because the price moved: never above zero
  readonly totalBps: bigint; // with what the fees brought
}

export interface OutcomeParams {
  readonly basis: Basis;
  readonly now: Basis; // what it would give now, and the liquidity that is held
}

const ONE = 1_000_000; // of a number that is read and never paid

/** Undefined where it is not known: liquidity that came or went by other ways than this market's. */
export function outcomeOf({ basis, now }: OutcomeParams): Outcome | undefined {
  if (basis.liquidity !== now.liquidity || basis.data === 0n || basis.base === 0n || now.data === 0n) return undefined;
  const kept = basis.base * now.data + basis.data * now.base; // in ALITA, times now.data
  const today = 2n * now.base * now.data;
  const ratio = Number((now.base * basis.data * BigInt(ONE)) / (now.data * basis.base)) / ONE;
  // without fees the product of both amounts stays: of a price that moved by a ratio, its root is left
  const divergence = (2 * Math.sqrt(ratio)) / (1 + ratio) - 1;
  return {
    divergenceBps: BigInt(Math.round(divergence * 10_000)),
    totalBps: ((today - kept) * 10_000n) / kept,
  };
}
