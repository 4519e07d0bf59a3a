import type { Deposit } from "./Deposit.ts";

/** What somebody put into a market and has not taken out again, and the liquidity that it became. */
export interface Basis {
  readonly data: bigint; // Data Token wei
  readonly base: bigint; // ALITA wei
  readonly liquidity: bigint;
}

/** The deposits behind a position, oldest first: what leaves takes its part of all that came before. */
export function basisOf(deposits: readonly Deposit[]): Basis {
  let [data, base, liquidity] = [0n, 0n, 0n];
  for (const deposit of deposits) {
    if (deposit.change === "add") {
      data += deposit.data;
      base += deposit.base;
      liquidity += deposit.liquidity;
    } else if (liquidity > 0n) {
      const left = deposit.liquidity >= liquidity ? 0n : liquidity - deposit.liquidity;
      [data, base, liquidity] = [(data * left) / liquidity, (base * left) / liquidity, left];
    }
  }
  return { data, base, liquidity };
}
