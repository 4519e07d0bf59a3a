import { pairAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import { makerFeeDown } from "../../math/pair/makerFeeDown.ts";
import type { Dataset } from "../../types/Dataset.ts";
import { reservesOf } from "./reservesOf.ts";

/** The maker's fee that has accrued and not been minted: liquidity, and what it is worth in token wei. */
export async function makerFee(
  client: Datawell,
  dataset: Pick<Dataset, "pair" | "token">,
): Promise<{ readonly liquidity: bigint; readonly data: bigint; readonly base: bigint }> {
  const at = pairAt(dataset.pair);
  const [{ data, base, supply }, kLast, share] = await Promise.all([
    reservesOf(client, dataset),
    read(client, at, "kLast", []),
    read(client, at, "makerFeeShare", []),
  ]);
  const liquidity = makerFeeDown(supply, { k: data * base, kLast, share });
  const whole = supply + liquidity;
  if (whole === 0n) return { liquidity: 0n, data: 0n, base: 0n };
  return { liquidity, data: (data * liquidity) / whole, base: (base * liquidity) / whole };
}
