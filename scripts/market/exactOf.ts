import type { Exact } from "#sdk/actions/market/TradeParams.ts";
import { amount } from "../input/amount.ts";
import { badInput } from "../input/badInput.ts";
import type { Money } from "../output/Money.ts";

/** The side of a trade that the user fixed. */
export interface Sides {
  readonly spend: string | undefined;
  readonly receive: string | undefined;
}

/** Reads the fixed side of a trade: one of two, and not zero. */
export function exactOf({ spend, receive }: Sides, tokenIn: Money, tokenOut: Money): Exact {
  if ((spend === undefined) === (receive === undefined)) {
    throw badInput("A trade fixes one side", "Give either --spend or --receive");
  }
  return spend === undefined
    ? { amountOut: amount(receive ?? "", "receive", tokenOut) }
    : { amountIn: amount(spend, "spend", tokenIn) };
}
