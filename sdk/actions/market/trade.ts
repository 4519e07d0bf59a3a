import type { PairAbi } from "../../abis.ts";
import type { At } from "../../chain/abi.ts";
import { pairAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { deadlineOf } from "../../chain/deadlineOf.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { signerOf } from "../../chain/signerOf.ts";
import { transactTaking } from "../../permits/transactTaking.ts";
import { quoteTrade } from "./quoteTrade.ts";
import type { Quote, TradeOptions, TradeParams } from "./TradeParams.ts";

export interface Traded {
  readonly amountIn: bigint; // token wei
  readonly amountOut: bigint; // token wei
}

/**
 * Trades in a dataset's pair through its direct doors: one transaction, a permit in front.
 * @param quote what the user was shown, for its bounds; without it the price of this moment and `slippageBps`
 * @throws DatawellError InsufficientOutput, ExcessiveInput, Expired, ERC20InsufficientBalance
 */
export async function trade(
  client: Datawell,
  isBuy: boolean,
  params: TradeParams & TradeOptions & { readonly quote?: Quote },
): Promise<Sent<Traded>> {
  const at = pairAt(params.dataset.pair);
  const quote = params.quote ?? (await quoteTrade(client, isBuy, params));
  const to = params.to ?? (await signerOf(client).getAddress());
  const deadline = await deadlineOf(client, params.deadline);
  const call = encodeTrade(at, quote, { fixedIn: params.amountOut === undefined, to, deadline });
  const taking = { token: quote.tokenIn, amount: quote.maxIn };
  const receipt = await transactTaking(client, { to: at.address, takings: [taking], call });
  const { amount0In, amount1In, amount0Out, amount1Out } = eventIn(receipt, at, "Swap");
  return sent(receipt, { amountIn: amount0In + amount1In, amountOut: amount0Out + amount1Out });
}

interface Terms {
  readonly fixedIn: boolean;
  readonly to: string;
  readonly deadline: bigint;
}

const encodeTrade = (at: At<typeof PairAbi>, quote: Quote, { fixedIn, to, deadline }: Terms): string =>
  fixedIn
    ? encode(at, "swapExactIn", [quote.tokenIn, quote.amountIn, quote.minOut, to, deadline])
    : encode(at, "swapExactOut", [quote.tokenOut, quote.amountOut, quote.maxIn, to, deadline]);
