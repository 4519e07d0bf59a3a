import type { PricePoint } from "#sdk/indexer/types.ts";
import { prices } from "../tables/prices.ts";
import { findDataset } from "./findDataset.ts";
import type { Page, PageParams } from "./Page.ts";
import { pageOfFacts } from "./pageOfFacts.ts";
import type { Reading } from "./Reading.ts";
import { wire } from "./wire.ts";

/** The price and the reserves after each change of them, the newest first. */
export async function listPrices(reading: Reading, token: string, page: PageParams): Promise<Page<PricePoint>> {
  await findDataset(reading, token);
  const condition = { where: "token = ?", params: [token] };
  return pageOfFacts(reading, prices, { ...condition, ...page }, ({ token: _token, ...row }) => wire(row));
}
