import { ZeroAddress } from "ethers";
import { pairAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { deadlineOf } from "../../chain/deadlineOf.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { eventsIn } from "../../chain/eventsIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { signerOf } from "../../chain/signerOf.ts";
import { transactTaking } from "../../permits/transactTaking.ts";
import { type AddParams, type AddQuote, quoteAdd } from "./quoteAdd.ts";
import type { TradeOptions } from "./TradeParams.ts";

export interface Added {
  readonly data: bigint; // Data Token wei taken
  readonly base: bigint; // ALITA wei taken
  readonly liquidity: bigint;
}

/**
 * Adds liquidity at the reserves' ratio, both permits in the same transaction. They are for `data` and `base`: with the
 * quote's own amounts nothing of them is left over, unless the price moves meanwhile.
 * @param quote from `quoteAdd`: its bounds hold
 * @throws DatawellError InsufficientDeposit, Expired, ERC20InsufficientBalance, ReserveOverflow
 */
export async function add(
  client: Datawell,
  params: AddParams & TradeOptions & { readonly quote?: AddQuote },
): Promise<Sent<Added>> {
  const { dataset, data, base } = params;
  const at = pairAt(dataset.pair);
  const { dataMin, baseMin } = params.quote ?? (await quoteAdd(client, params));
  const to = params.to ?? (await signerOf(client).getAddress());
  const deadline = await deadlineOf(client, params.deadline);
  const call = encode(at, "addLiquidity", [data, base, dataMin, baseMin, to, deadline]);
  const takings = [
    { token: dataset.token, amount: data },
    { token: client.alita.address, amount: base },
  ];
  const receipt = await transactTaking(client, { to: at.address, takings, call });
  const { amount0, amount1 } = eventIn(receipt, at, "Mint");
  const dataFirst = BigInt(dataset.token) < BigInt(client.alita.address);
  const minted = eventsIn(receipt, at, "Transfer").findLast(({ from }) => from === ZeroAddress);
  return sent(receipt, {
    data: dataFirst ? amount0 : amount1,
    base: dataFirst ? amount1 : amount0,
    liquidity: minted?.value ?? 0n,
  });
}
