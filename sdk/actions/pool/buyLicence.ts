import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { deadlineOf } from "../../chain/deadlineOf.ts";
import { signerOf } from "../../chain/signerOf.ts";
import type { PoolEvent } from "./PoolEvent.ts";
import { quoteLicence } from "./quoteLicence.ts";

export interface BuyLicenceParams {
  readonly pool: string;
  readonly licensee?: string; // by default the user
  readonly periods?: bigint; // by default 1
  readonly maxPrice?: bigint; // ALITA wei, by default the price of this moment
  readonly deadline?: bigint; // unix seconds, by default 20 minutes from now
}

/**
 * Buys or extends access to a dataset in one transaction, a permit in front.
 * @throws DatawellError NotListed, PriceTooHigh, DeadlinePassed, ERC20InsufficientBalance
 */
export async function buyLicence(client: Datawell, params: BuyLicenceParams): PoolEvent<"Buy"> {
  const { pool, periods = 1n } = params;
  const licensee = params.licensee ?? (await signerOf(client).getAddress());
  const maxPrice = params.maxPrice ?? (await quoteLicence(client, { pool, licensee, periods })).cost;
  const deadline = await deadlineOf(client, params.deadline);
  return act(client, poolAt(pool), {
    call: "buy",
    args: [licensee, periods, maxPrice, deadline],
    event: "Buy",
    takings: [{ token: client.alita.address, amount: maxPrice }],
  });
}
