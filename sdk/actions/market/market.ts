import { pairAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import { DatawellError } from "../../errors/DatawellError.ts";
import type { Dataset } from "../../types/Dataset.ts";
import { reservesOf } from "./reservesOf.ts";

/** A dataset's market. Prices are ALITA wei per Data Token wei, Q128. */
export interface Market {
  readonly reserveData: bigint; // Data Token wei
  readonly reserveBase: bigint; // ALITA wei
  readonly liquidity: bigint; // in existence
  readonly makerFeeShare: bigint; // bps of every swap fee
  readonly spotX128: bigint; // the price of an endlessly small trade; 0: no liquidity
  readonly averageX128?: bigint; // what compute is priced by; absent while the pair is younger than 30 minutes
}

/** Where a dataset's market stands. */
export async function market(client: Datawell, dataset: Pick<Dataset, "pair" | "token">): Promise<Market> {
  const at = pairAt(dataset.pair);
  const [{ data, base, supply }, makerFeeShare, averageX128] = await Promise.all([
    reservesOf(client, dataset),
    read(client, at, "makerFeeShare", []),
    read(client, at, "consult", []).catch(unlessTooYoung),
  ]);
  const spotX128 = data === 0n ? 0n : (base << 128n) / data;
  return { reserveData: data, reserveBase: base, liquidity: supply, makerFeeShare, spotX128, averageX128 };
}

function unlessTooYoung(error: unknown): undefined {
  if (error instanceof DatawellError && error.name === "OracleTooYoung") return undefined;
  throw error;
}
