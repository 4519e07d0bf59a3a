import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import type { Dataset } from "../../types/Dataset.ts";

/**
 * The three contracts of a Data Token's dataset.
 * @throws DatawellError UnknownDataset
 */
export const find = (client: Datawell, { token }: { readonly token: string }): Promise<Dataset> =>
  read(client, client.factory, "datasetOf", [token]);
