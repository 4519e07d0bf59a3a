import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { transact } from "../../chain/transact.ts";
import { allow } from "../../permits/allow.ts";
import { NO_PERMIT } from "../../permits/noPermit.ts";
import type { Dataset, DatasetParams } from "../../types/Dataset.ts";
import { launchCost } from "./launchCost.ts";

/**
 * Creates a dataset in one transaction, with one signature for the ALITA it takes (`launchCost`).
 * @throws DatawellError BadTerm, BadText, SupplyTooSmall, DatasetExists, ERC20InsufficientBalance
 */
export async function launch(client: Datawell, params: DatasetParams): Promise<Sent<Dataset>> {
  const { alita, factory } = client;
  const needs = { token: alita.address, spender: factory.address, amount: launchCost(params) };
  const permit = (await allow(client, needs)) ?? NO_PERMIT;
  const call = encode(factory, "createDataset", [params, permit]);
  const receipt = await transact(client, { to: factory.address, calls: [call] });
  const { token, pair, pool } = eventIn(receipt, factory, "CreateDataset");
  return sent(receipt, { token, pair, pool });
}
