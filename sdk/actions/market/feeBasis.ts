import { pairAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import type { Reserves } from "../../math/pair/Reserves.ts";
import type { Dataset } from "../../types/Dataset.ts";
import { reservesOf } from "./reservesOf.ts";

/** What a maker's accrued fee follows from; see `makerFeeDown`. */
export interface FeeBasis extends Reserves {
  readonly kLast: bigint; // product of the reserves up to which the fee is paid
  readonly share: bigint; // bps, of every swap fee
}

/** A pair's reserves with what the maker's fee is counted from. */
export async function feeBasis(client: Datawell, dataset: Pick<Dataset, "pair" | "token">): Promise<FeeBasis> {
  const at = pairAt(dataset.pair);
  const [reserves, kLast, share] = await Promise.all([
    reservesOf(client, dataset),
    read(client, at, "kLast", []),
    read(client, at, "makerFeeShare", []),
  ]);
  return { ...reserves, kLast, share };
}
