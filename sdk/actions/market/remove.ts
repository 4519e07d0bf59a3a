import { pairAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { deadlineOf } from "../../chain/deadlineOf.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { signerOf } from "../../chain/signerOf.ts";
import { transact } from "../../chain/transact.ts";
import { quoteRemove, type RemoveParams, type RemoveQuote } from "./quoteRemove.ts";
import type { TradeOptions } from "./TradeParams.ts";

export interface Removed {
  readonly data: bigint; // Data Token wei
  readonly base: bigint; // ALITA wei
}

/**
 * Burns the user's liquidity for its part of both reserves; no permit is needed.
 * @param quote from `quoteRemove`: its bounds hold
 * @throws DatawellError InsufficientWithdrawal, Expired, ERC20InsufficientBalance
 */
export async function remove(
  client: Datawell,
  params: RemoveParams & TradeOptions & { readonly quote?: RemoveQuote },
): Promise<Sent<Removed>> {
  const { dataset, liquidity } = params;
  const at = pairAt(dataset.pair);
  const { dataMin, baseMin } = params.quote ?? (await quoteRemove(client, params));
  const to = params.to ?? (await signerOf(client).getAddress());
  const deadline = await deadlineOf(client, params.deadline);
  const call = encode(at, "removeLiquidity", [liquidity, dataMin, baseMin, to, deadline]);
  const receipt = await transact(client, { to: at.address, calls: [call] });
  const { amount0, amount1 } = eventIn(receipt, at, "Burn");
  const dataFirst = BigInt(dataset.token) < BigInt(client.alita.address);
  return sent(receipt, dataFirst ? { data: amount0, base: amount1 } : { data: amount1, base: amount0 });
}
