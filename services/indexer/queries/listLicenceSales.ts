import type { LicenceSale } from "#sdk/indexer/types.ts";
import { licenceSales } from "../tables/licenceSales.ts";
import type { Page, PageParams } from "./Page.ts";
import { type Condition, pageOfFacts } from "./pageOfFacts.ts";
import type { Reading } from "./Reading.ts";
import { wire } from "./wire.ts";

/** Licences that were sold, the newest first. */
export const listLicenceSales = (reading: Reading, params: Condition & PageParams): Promise<Page<LicenceSale>> =>
  pageOfFacts(reading, licenceSales, params, wire);
