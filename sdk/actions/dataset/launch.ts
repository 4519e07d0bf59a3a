import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { transact } from "../../chain/transact.ts";
import { allow } from "../../permits/allow.ts";
import { NO_PERMIT } from "../../permits/noPermit.ts";
import { batched } from "../../permits/transactTaking.ts";
import type { Taking } from "../../permits/withPermits.ts";
import type { Permit } from "../../types/Permit.ts";
import type { Dataset, DatasetParams } from "../../types/Dataset.ts";
import { launchCost } from "./launchCost.ts";

/**
 * Creates a dataset in one transaction, with one signature for the ALITA it takes (`launchCost`).
 * @throws DatawellError BadTerm, BadText, SupplyTooSmall, DatasetExists, ERC20InsufficientBalance
 */
export async function launch(client: Datawell, params: DatasetParams): Promise<Sent<Dataset>> {
  const { alita, factory } = client;
  const taking = { token: alita.address, amount: launchCost(params) };
  const encoded = (permit: Permit) => encode(factory, "createDataset", [params, permit]);
  const receipt =
    (await batched(client, { to: factory.address, takings: [taking], call: encoded(NO_PERMIT) })) ??
    (await transact(client, { to: factory.address, calls: [encoded(await permitOf(client, taking))] }));
  const { token, pair, pool } = eventIn(receipt, factory, "CreateDataset");
  return sent(receipt, { token, pair, pool });
}

const permitOf = async (client: Datawell, taking: Taking): Promise<Permit> =>
  (await allow(client, { ...taking, spender: client.factory.address })) ?? NO_PERMIT;
