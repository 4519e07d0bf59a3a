import { type Balances, balances } from "#sdk/actions/dataset/balances.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { address } from "../../wallet/account.ts";

/** What the connected account has of a dataset's tokens; undefined while nobody is connected or it is not known. */
export function useHeld(dataset: Pick<Dataset, "token" | "pair">): Balances | undefined {
  const who = address.value;
  const read = () => balances(reader(), { dataset, who: who ?? "" });
  return useLive(who && `balances ${dataset.token} ${who}`, read).data;
}
