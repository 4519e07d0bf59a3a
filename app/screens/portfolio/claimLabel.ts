import { money } from "../../ui/money.ts";
import type { Claims } from "./data/readClaims.ts";

type Amounts = Pick<Claims, "reward" | "unbonded" | "revenue" | "votes">;

/** What can be taken of a pool, in words: "40 WTHR and 3 ALITA". */
export const claimLabel = (amounts: Amounts, rewardSymbol: string): string => claimsLabel([[amounts, rewardSymbol]]);

/** What can be taken of several pools, each with the symbol of its rewards. */
export function claimsLabel(all: readonly (readonly [Amounts, rewardSymbol: string])[]): string {
  const sums = new Map<string, bigint>();
  for (const [{ reward, unbonded, revenue, votes }, rewardSymbol] of all) {
    for (const [symbol, amount] of [
      [rewardSymbol, reward + unbonded],
      ["ALITA", revenue + votes],
    ] as const) {
      if (amount > 0n) sums.set(symbol, (sums.get(symbol) ?? 0n) + amount);
    }
  }
  return [...sums].map(([symbol, amount]) => `${money(amount)} ${symbol}`).join(" and ");
}
