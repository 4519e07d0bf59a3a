import { pairAt, tokenAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import type { Dataset } from "../../types/Dataset.ts";

export interface Balances {
  readonly base: bigint; // ALITA wei
  readonly data: bigint; // Data Token wei
  readonly liquidity: bigint; // liquidity tokens
}

/** What somebody has in the wallet of a dataset's tokens. */
export async function balances(
  client: Datawell,
  { dataset, who }: { readonly dataset: Pick<Dataset, "token" | "pair">; readonly who: string },
): Promise<Balances> {
  const [base, data, liquidity] = await Promise.all([
    read(client, client.alita, "balanceOf", [who]),
    read(client, tokenAt(dataset.token), "balanceOf", [who]),
    read(client, pairAt(dataset.pair), "balanceOf", [who]),
  ]);
  return { base, data, liquidity };
}
