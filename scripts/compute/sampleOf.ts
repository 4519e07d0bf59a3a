import { tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { declaredFields } from "#sdk/metadata/declaredFields.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { parseMetadata } from "#sdk/metadata/validateMetadata.ts";
import { badInput } from "../input/badInput.ts";
import { readTable } from "../input/readTable.ts";
import { readText } from "../input/readText.ts";
import type { Named } from "../tasks/datasetOf.ts";
import type { Session } from "../tasks/Session.ts";
import type { Sample } from "./measureTask.ts";

export interface SampleArgs {
  readonly metadata: string | undefined;
  readonly sample: string | undefined;
}

/** What a task is measured on: rows of a file, or the fields of the dataset's description. Undefined if none is named. */
export async function sampleOf(session: Session, dataset: Named, args: SampleArgs): Promise<Sample | undefined> {
  const fields = args.metadata === undefined ? undefined : await fieldsOf(session, dataset, args.metadata);
  if (args.sample !== undefined) return readTable(args.sample, "sample", fields);
  return fields === undefined ? undefined : { fields };
}

async function fieldsOf({ client }: Session, { token, symbol }: Named, path: string) {
  const document = parseMetadata(readText(path, "metadata"));
  const version = await read(client, tokenAt(token), "metadataVersion", []);
  const published = await read(client, tokenAt(token), "metadataAt", [version]);
  if (metadataDigest(document) === published) return declaredFields(document);
  throw badInput(
    `--metadata names ${path}, which is not the description of ${symbol} now`,
    "Fetch the one it published",
  );
}
