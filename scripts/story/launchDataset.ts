import { dataset, read, tokenAt } from "#sdk";
import { fullProviderOf } from "#sdk/chain/fullProviderOf.ts";
import type { Field } from "#sdk/data/table.ts";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { connectStore } from "#sdk/store/connectStore.ts";
import { publishDocument } from "#sdk/store/publishDocument.ts";
import type { DatasetParams } from "#sdk/types/Dataset.ts";
import { chainTime } from "../chain/clock.ts";
import type { Attesters } from "./chapters/attesters.ts";
import type { Person } from "./cast.ts";
import { describe } from "./documents.ts";
import type { Launched, Stage } from "./Stage.ts";
import type { PoolTerms } from "./usualTerms.ts";

export interface Plan {
  readonly maker: Person;
  readonly attesters: Attesters;
  readonly fields: readonly Field[];
  /** What it is called and where its tokens go; the metadata follow from the name and the fields. */
  readonly token: Omit<DatasetParams, "metadata" | "lockedUntil" | "pool">;
  readonly pool: PoolTerms;
  readonly lockedFor: bigint; // seconds
}

/** Describes a dataset in schema.org terms, launches it, and checks that it stands where it was predicted. */
export async function launchDataset({ chain, narrator, services }: Stage, plan: Plan): Promise<Launched> {
  const { maker, attesters, fields, token } = plan;
  const { name, symbol } = token;
  const document = describe({ title: name, author: maker.name, fields });
  const metadata = metadataDigest(document);
  const lockedUntil = (await chainTime(chain)) + plan.lockedFor;
  const params = { ...token, metadata, lockedUntil, pool: { ...plan.pool, attesterSet: attesters.hash } };

  const predicted = await dataset.predict(maker, { maker: maker.address, params });
  const sent = await fullProviderOf(maker).getTransactionCount(maker.address);
  const { result } = await dataset.launch(maker, params);
  const after = await fullProviderOf(maker).getTransactionCount(maker.address);

  narrator.equal("one transaction and one signature created token, pair and pool", after - sent, 1);
  narrator.equal(`the pool of ${name} stands where it was predicted`, result.pool, predicted.pool);
  const uri = await read(maker, tokenAt(result.token), "contractURI", []);
  narrator.equal("the chain keeps the address of its schema.org description", uri, contractUri(metadata));
  const published = await publishDocument(connectStore({ url: services.urls.store, datawell: maker }), {
    document,
    pool: result.pool,
  });
  narrator.equal("and the store has it, signed by its maker", published.digest, metadata);
  return { ...result, name, symbol, params, attesters: attesters.set };
}
