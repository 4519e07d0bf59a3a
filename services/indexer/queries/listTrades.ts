import type { Trade } from "#sdk/indexer/types.ts";
import { trades } from "../tables/trades.ts";
import { findDataset } from "./findDataset.ts";
import type { Page, PageParams } from "./Page.ts";
import { pageOfFacts } from "./pageOfFacts.ts";
import type { Reading } from "./Reading.ts";
import { wire } from "./wire.ts";

/** The trades of a dataset, the newest first. */
export async function listTrades(reading: Reading, token: string, page: PageParams): Promise<Page<Trade>> {
  await findDataset(reading, token);
  const condition = { where: "token = ?", params: [token] };
  return pageOfFacts(reading, trades, { ...condition, ...page }, ({ token: _token, ...row }) => ({
    ...wire(row),
    side: row.side === "buy" ? "buy" : "sell",
  }));
}
