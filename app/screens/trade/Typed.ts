import type { Exact } from "#sdk/actions/market/TradeParams.ts";
import { amountOf } from "../../ui/amountOf.ts";

/** A trade as it is typed: one of both is empty. */
export interface Typed {
  readonly pay: string;
  readonly get: string;
}

/** What is typed stands in the address. */
export const typedIn = (query: URLSearchParams): Typed => ({
  pay: query.get("pay") ?? "",
  get: query.get("get") ?? "",
});

/** What was typed; the other amount follows from it. */
export function exactOf({ pay, get }: Typed): Exact | undefined {
  const amountOut = amountOf(get);
  if (amountOut !== undefined) return { amountOut };
  const amountIn = amountOf(pay);
  return amountIn === undefined ? undefined : { amountIn };
}
