import { tokenAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { deadlineOf } from "../../chain/deadlineOf.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { eventsIn } from "../../chain/eventsIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { signerOf } from "../../chain/signerOf.ts";
import { transactTaking } from "../../permits/transactTaking.ts";
import { type ExchangeParams, type ExchangeQuote, quoteExchange } from "./quoteExchange.ts";
import type { Traded } from "./trade.ts";
import type { TradeOptions } from "./TradeParams.ts";

/**
 * Exchanges one Data Token for another through ALITA in one transaction, a permit in front.
 * @param quote from `quoteExchange`: its bounds hold
 * @throws DatawellError InsufficientOutput, ExcessiveInput, Expired, UnknownPair, ERC20InsufficientBalance
 */
export async function exchange(
  client: Datawell,
  params: ExchangeParams & TradeOptions & { readonly quote?: ExchangeQuote },
): Promise<Sent<Traded>> {
  const { router } = client;
  const { path, amountIn, amountOut, maxIn, minOut } = params.quote ?? (await quoteExchange(client, params));
  const to = params.to ?? (await signerOf(client).getAddress());
  const deadline = await deadlineOf(client, params.deadline);
  const call =
    params.amountOut === undefined
      ? encode(router, "swapExactTokensForTokens", [amountIn, minOut, path, to, deadline])
      : encode(router, "swapTokensForExactTokens", [amountOut, maxIn, path, to, deadline]);
  const receipt = await transactTaking(client, {
    to: router.address,
    takings: [{ token: params.tokenIn, amount: maxIn }],
    call,
  });
  const received = eventsIn(receipt, tokenAt(params.tokenOut), "Transfer").findLast((move) => move.to === to);
  const paid = eventIn(receipt, tokenAt(params.tokenIn), "Transfer");
  return sent(receipt, { amountIn: paid.value, amountOut: received?.value ?? 0n });
}
