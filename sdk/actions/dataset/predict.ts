import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import type { Dataset, DatasetParams } from "../../types/Dataset.ts";

/** Where `launch(params)` by `maker` will put the three contracts. */
export const predict = (
  client: Datawell,
  { maker, params }: { readonly maker: string; readonly params: DatasetParams },
): Promise<Dataset> => read(client, client.factory, "predict", [maker, params]);
