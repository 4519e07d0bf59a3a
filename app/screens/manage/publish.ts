import { publishMetadata } from "#sdk/actions/dataset/publishMetadata.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { site } from "../../chain/site.ts";
import { run } from "../../intents/run.ts";

/**
 * Gives a document to the store where there is one, and only then its address to the chain: what the chain names can be
 * read from the first moment.
 */
export async function publish({ token, pool, symbol }: Shown, document: DatasetDocument): Promise<void> {
  const { metadataDigest } = await import("#sdk/metadata/metadataDigest.ts");
  const url = site().deployment.services?.store;
  const isStored = url === undefined || (await give({ url, symbol, document, pool }));
  if (!isStored) return;
  await run({
    title: `Publish a new description of ${symbol}`,
    act: (client) => publishMetadata(client, { token, digest: metadataDigest(document) }),
    tell: ({ version }) => `It is version ${version}`,
  });
}

interface Given {
  readonly url: string; // of the store
  readonly symbol: string;
  readonly document: DatasetDocument;
  readonly pool: string;
}

async function give({ url, symbol, document, pool }: Given): Promise<boolean> {
  const { connectStore, publishDocument } = await import("#sdk/store/index.ts");
  const done = await run({
    title: `Give the description of ${symbol} to the store`,
    act: async (datawell) => ({ result: await publishDocument(connectStore({ url, datawell }), { document, pool }) }),
    tell: ({ cid }) => `Stored as ${cid.slice(0, 12)}…`,
  });
  return done !== undefined;
}
