import { ZeroAddress } from "ethers";
import { pairAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { deadlineOf } from "../../chain/deadlineOf.ts";
import { encode } from "../../chain/encode.ts";
import { eventsIn } from "../../chain/eventsIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { signerOf } from "../../chain/signerOf.ts";
import { transactTaking } from "../../permits/transactTaking.ts";
import { quoteZap, type ZapParams, type ZapQuote } from "./quoteZap.ts";
import type { TradeOptions } from "./TradeParams.ts";

/**
 * Adds liquidity with one token: a part of it is swapped in the pair first. One transaction, a permit in front.
 * @param quote from `quoteZap`: its bounds hold
 * @throws DatawellError InsufficientOutput, InsufficientLiquidity, Expired, ERC20InsufficientBalance
 */
export async function zap(
  client: Datawell,
  params: ZapParams & TradeOptions & { readonly quote?: ZapQuote },
): Promise<Sent<{ readonly liquidity: bigint }>> {
  const { dataset, payIn, amountIn } = params;
  const { router, alita } = client;
  const { minOut, minLiquidity } = params.quote ?? (await quoteZap(client, params));
  const [token, other] = payIn === "data" ? [dataset.token, alita.address] : [alita.address, dataset.token];
  const to = params.to ?? (await signerOf(client).getAddress());
  const deadline = await deadlineOf(client, params.deadline);
  const call = encode(router, "zapIn", [token, other, amountIn, minOut, minLiquidity, to, deadline]);
  const receipt = await transactTaking(client, { to: router.address, takings: [{ token, amount: amountIn }], call });
  const minted = eventsIn(receipt, pairAt(dataset.pair), "Transfer").findLast(({ from }) => from === ZeroAddress);
  return sent(receipt, { liquidity: minted?.value ?? 0n });
}
