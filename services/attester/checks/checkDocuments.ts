import { tokenAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { read } from "#sdk/chain/read.ts";
import { normalizeName } from "#sdk/data/fieldNames.ts";
import type { Field } from "#sdk/data/table.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { declaredFields } from "#sdk/metadata/declaredFields.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { MetadataError } from "#sdk/metadata/MetadataError.ts";
import { validateMetadata } from "#sdk/metadata/validateMetadata.ts";
import type { Submission } from "#sdk/attestation/wire.ts";
import { fromChain } from "../fromChain.ts";
import { refusal } from "../refusal.ts";

/**
 * The declared fields, when the contribution's document is the one it names on chain and declares what the dataset's
 * does: a contribution is measured against the dataset's declaration, not against one of its own.
 * @throws ServiceError 422 WrongDocument, WrongDeclaration; 503 ChainUnavailable
 */
export async function checkDocuments(
  client: Datawell,
  token: string,
  { document, datasetDocument, contribution }: Submission,
): Promise<readonly Field[]> {
  const own = readDocument(document);
  if (metadataDigest(own) !== contribution.metadata) {
    throw refusal("WrongDocument", "The document is not the one that the contribution names", "Send that one");
  }
  const dataset = datasetDocument === undefined ? own : readDocument(datasetDocument);
  const current = await fromChain(async () => {
    const version = await read(client, tokenAt(token), "metadataVersion", []);
    return read(client, tokenAt(token), "metadataAt", [version]);
  });
  if (metadataDigest(dataset) !== current) {
    throw refusal(
      "WrongDeclaration",
      "The dataset's document is not the one on chain today",
      "Get the present one and send it as `datasetDocument`",
    );
  }
  const fields = declaredFields(own);
  if (declaration(fields) === declaration(declaredFields(dataset))) return fields;
  throw refusal(
    "WrongDeclaration",
    "The contribution declares other fields than the dataset",
    "Declare the dataset's fields: names, types and which may be missing",
  );
}

/** @throws ServiceError 422 WrongDocument */
export function readDocument(document: Readonly<Record<string, unknown>>): DatasetDocument {
  try {
    return validateMetadata(document);
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    const [first] = error.issues;
    throw refusal("WrongDocument", `The document fails at "${first?.pointer}": ${first?.fault}`, `${first?.remedy}`);
  }
}

const declaration = (fields: readonly Field[]): string =>
  JSON.stringify(
    fields.map(({ name, type, nullable }) => JSON.stringify([normalizeName(name), type, nullable])).toSorted(),
  );
