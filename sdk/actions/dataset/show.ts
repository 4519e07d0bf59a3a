import { tokenAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import { market } from "../market/market.ts";
import { status } from "../pool/status.ts";
import { terms } from "../pool/terms.ts";
import { find } from "./find.ts";

export type Shown = Awaited<ReturnType<typeof show>>;

/**
 * All there is to know of a dataset before trusting it: identity, what bounds the maker, the market, the pool's fixed
 * terms and where it stands.
 * @throws DatawellError UnknownDataset
 */
export async function show(client: Datawell, { token }: { readonly token: string }) {
  const dataset = await find(client, { token });
  const at = tokenAt(token);
  const [name, symbol, metadataVersion, contractUri, launch, priced, fixed, today] = await Promise.all([
    read(client, at, "name", []),
    read(client, at, "symbol", []),
    read(client, at, "metadataVersion", []),
    read(client, at, "contractURI", []),
    read(client, client.factory, "launchTerms", [token]),
    market(client, dataset),
    terms(client, dataset),
    status(client, dataset),
  ]);
  return {
    ...dataset,
    name,
    symbol,
    metadataVersion,
    contractUri,
    launch,
    market: priced,
    terms: fixed,
    status: today,
  };
}
