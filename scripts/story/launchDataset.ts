import { dataset, read, tokenAt } from "#sdk";
import type { Field } from "#sdk/data/table.ts";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import type { DatasetParams } from "#sdk/types/Dataset.ts";
import type { Attesters } from "./chapters/attesters.ts";
import type { Person } from "./cast.ts";
import { describe } from "./documents.ts";
import type { Launched, Stage } from "./Stage.ts";

export interface Plan {
  readonly maker: Person;
  readonly attesters: Attesters;
  readonly fields: readonly Field[];
  /** All but the metadata, which follow from the name and the fields. */
  readonly params: Omit<DatasetParams, "metadata">;
}

/** Describes a dataset in schema.org terms, launches it, and checks that it stands where it was predicted. */
export async function launchDataset({ narrator }: Stage, plan: Plan): Promise<Launched> {
  const { maker, attesters, fields } = plan;
  const { name, symbol } = plan.params;
  const metadata = metadataDigest(describe({ title: name, author: maker.name, fields }));
  const params = { ...plan.params, metadata };

  const predicted = await dataset.predict(maker, { maker: maker.address, params });
  const sent = await maker.runner.provider?.getTransactionCount(maker.address);
  const { result } = await dataset.launch(maker, params);
  const after = await maker.runner.provider?.getTransactionCount(maker.address);

  narrator.equal("one transaction and one signature created token, pair and pool", (after ?? 0) - (sent ?? 0), 1);
  narrator.equal(`the pool of ${name} stands where it was predicted`, result.pool, predicted.pool);
  const uri = await read(maker, tokenAt(result.token), "contractURI", []);
  narrator.equal("the chain keeps the address of its schema.org description", uri, contractUri(metadata));
  return { ...result, name, symbol, params, attesters: attesters.set };
}
