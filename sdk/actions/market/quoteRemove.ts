import type { Datawell } from "../../chain/datawell.ts";
import { DatawellError } from "../../errors/DatawellError.ts";
import { DEFAULT_SLIPPAGE } from "../../math/DEFAULT_SLIPPAGE.ts";
import { lessSlippage } from "../../math/lessSlippage.ts";
import { shareDown } from "../../math/pair/shareDown.ts";
import type { Dataset } from "../../types/Dataset.ts";
import { makerFee } from "./makerFee.ts";
import { reservesOf } from "./reservesOf.ts";

export interface RemoveParams {
  readonly dataset: Pick<Dataset, "pair" | "token">;
  readonly liquidity: bigint;
  readonly slippageBps?: bigint; // by default 50n
}

export interface RemoveQuote {
  readonly data: bigint; // Data Token wei
  readonly base: bigint; // ALITA wei
  readonly dataMin: bigint;
  readonly baseMin: bigint;
}

/**
 * What `remove` would give now.
 * @throws DatawellError PairIsEmpty
 */
export async function quoteRemove(
  client: Datawell,
  { dataset, liquidity, slippageBps = DEFAULT_SLIPPAGE }: RemoveParams,
): Promise<RemoveQuote> {
  const [reserves, due] = await Promise.all([reservesOf(client, dataset), makerFee(client, dataset)]);
  if (reserves.supply === 0n) throw new DatawellError("PairIsEmpty", { pair: dataset.pair });
  const supply = reserves.supply + due.liquidity; // the maker's fee is minted first
  const data = shareDown(liquidity, reserves.data, supply);
  const base = shareDown(liquidity, reserves.base, supply);
  return { data, base, dataMin: lessSlippage(data, slippageBps), baseMin: lessSlippage(base, slippageBps) };
}
