import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { now } from "../../chain/now.ts";
import { read } from "../../chain/read.ts";
import { terms } from "./terms.ts";

export interface QuoteLicenceParams {
  readonly pool: string;
  readonly licensee: string;
  readonly periods?: bigint; // by default 1
}

export interface LicenceQuote {
  readonly cost: bigint; // ALITA wei
  readonly until: bigint; // unix seconds of the licence's end, an existing one extended
  readonly listed: boolean; // on sale at all
}

/** What `buyLicence` would cost and give now. */
export async function quoteLicence(
  client: Datawell,
  { pool, licensee, periods = 1n }: QuoteLicenceParams,
): Promise<LicenceQuote> {
  const at = poolAt(pool);
  const [price, listed, running, { licencePeriod }, time] = await Promise.all([
    read(client, at, "price", []),
    read(client, at, "listed", []),
    read(client, at, "licensedUntil", [licensee]),
    terms(client, { pool }),
    now(client),
  ]);
  const from = running > time ? running : time;
  return { cost: price * periods, until: from + licencePeriod * periods, listed };
}
