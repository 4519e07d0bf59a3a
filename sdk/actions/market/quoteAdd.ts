import type { Datawell } from "../../chain/datawell.ts";
import { DEFAULT_SLIPPAGE } from "../../math/DEFAULT_SLIPPAGE.ts";
import { lessSlippage } from "../../math/lessSlippage.ts";
import { firstLiquidityDown } from "../../math/pair/firstLiquidityDown.ts";
import { fit } from "../../math/pair/fit.ts";
import { liquidityDown } from "../../math/pair/liquidityDown.ts";
import type { Dataset } from "../../types/Dataset.ts";
import { makerFee } from "./makerFee.ts";
import { reservesOf } from "./reservesOf.ts";

export interface AddParams {
  readonly dataset: Pick<Dataset, "pair" | "token">;
  readonly data: bigint; // Data Token wei, at most
  readonly base: bigint; // ALITA wei, at most
  readonly slippageBps?: bigint; // by default 50n
}

export interface AddQuote {
  readonly data: bigint; // Data Token wei that the ratio takes
  readonly base: bigint; // ALITA wei that the ratio takes
  readonly dataMin: bigint;
  readonly baseMin: bigint;
  readonly liquidity: bigint; // what comes out
}

const LOCKED = 1_000n; // liquidity of a first deposit that nobody owns

/** What `add` would do now: the deposit at the reserves' ratio within both amounts, and its liquidity. */
export async function quoteAdd(
  client: Datawell,
  { dataset, data, base, slippageBps = DEFAULT_SLIPPAGE }: AddParams,
): Promise<AddQuote> {
  const [reserves, due] = await Promise.all([reservesOf(client, dataset), makerFee(client, dataset)]);
  const within = fit(data, base, reserves);
  const deposit = fit(within.data, within.base, reserves); // offered again, all of it is taken: rounding is done
  const supply = reserves.supply + due.liquidity; // the maker's fee is minted first
  const liquidity =
    reserves.data === 0n
      ? firstLiquidityDown(deposit.data, deposit.base) - LOCKED
      : liquidityDown(deposit.data, deposit.base, { ...reserves, supply });
  return {
    ...deposit,
    dataMin: lessSlippage(deposit.data, slippageBps),
    baseMin: lessSlippage(deposit.base, slippageBps),
    liquidity,
  };
}
