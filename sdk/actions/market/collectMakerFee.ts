import { ZeroAddress } from "ethers";
import { pairAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventsIn } from "../../chain/eventsIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { transact } from "../../chain/transact.ts";
import type { Dataset } from "../../types/Dataset.ts";

/** Mints the maker's accrued fee (`makerFee`) to the maker; anyone may. */
export async function collectMakerFee(
  client: Datawell,
  { pair }: Pick<Dataset, "pair">,
): Promise<Sent<{ readonly liquidity: bigint }>> {
  const at = pairAt(pair);
  const receipt = await transact(client, { to: pair, calls: [encode(at, "collectMakerFee", [])] });
  const minted = eventsIn(receipt, at, "Transfer").filter(({ from }) => from === ZeroAddress);
  return sent(receipt, { liquidity: minted.reduce((sum, { value }) => sum + value, 0n) });
}
