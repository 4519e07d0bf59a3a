import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { getDocument } from "#sdk/store/getDocument.ts";
import type { StoreClient } from "#sdk/store/connectStore.ts";
import { cidIn } from "./cidIn.ts";

/**
 * The document that a dataset's contract names. Its bytes must hash to the digest that the chain keeps, so it does not
 * matter who answers.
 * @throws StoreError NoSuchDocument, WrongContent, Unreachable ..., MetadataError
 */
export async function readDocument(store: StoreClient, contractUri: string): Promise<DatasetDocument> {
  return getDocument(store, cidIn(contractUri));
}
