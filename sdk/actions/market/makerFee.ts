import type { Datawell } from "../../chain/datawell.ts";
import { makerFeeDown } from "../../math/pair/makerFeeDown.ts";
import type { Dataset } from "../../types/Dataset.ts";
import { feeBasis } from "./feeBasis.ts";

/** The maker's fee that has accrued and not been minted: liquidity, and what it is worth in token wei. */
export async function makerFee(
  client: Datawell,
  dataset: Pick<Dataset, "pair" | "token">,
): Promise<{ readonly liquidity: bigint; readonly data: bigint; readonly base: bigint }> {
  const { data, base, supply, kLast, share } = await feeBasis(client, dataset);
  const liquidity = makerFeeDown(supply, { k: data * base, kLast, share });
  const whole = supply + liquidity;
  if (whole === 0n) return { liquidity: 0n, data: 0n, base: 0n };
  return { liquidity, data: (data * liquidity) / whole, base: (base * liquidity) / whole };
}
