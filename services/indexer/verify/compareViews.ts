import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Rpc } from "../../shared/chain/Rpc.ts";
import type { Database } from "../../shared/database/index.ts";
import { select } from "../queries/select.ts";
import { datasets } from "../tables/datasets.ts";
import { readTip } from "../state/tip.ts";
import { createViews } from "./createViews.ts";
import type { Difference } from "./Difference.ts";
import { spread } from "./spread.ts";
import { viewsOfAccounts } from "./viewsOfAccounts.ts";
import { viewsOfDataset } from "./viewsOfDataset.ts";
import { viewsOfJobs } from "./viewsOfJobs.ts";

export interface ViewParams {
  readonly client: Datawell;
  readonly rpc: Rpc;
  readonly database: Database;
  /** Rows of each kind that are compared, spread over all there are. */
  readonly sample: number;
}

/** What the contracts' own views say at the index's block, where the index says something else. */
export async function compareViews(params: ViewParams): Promise<{ differences: Difference[]; compared: number }> {
  const { client, rpc, database, sample } = params;
  const tip = await readTip(database);
  if (tip === undefined) return { differences: [], compared: 0 };
  const views = createViews(rpc, tip.number);
  for (const row of spread(await select(database, datasets, "ORDER BY token", []), sample)) {
    await viewsOfDataset(client, views, row);
  }
  const context = { client, views, database, sample };
  await viewsOfAccounts(context);
  await viewsOfJobs(context);
  return views.result();
}
