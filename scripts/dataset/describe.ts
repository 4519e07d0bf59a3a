import { writeFileSync } from "node:fs";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { declaredFields } from "#sdk/metadata/declaredFields.ts";
import { describeDataset } from "#sdk/metadata/describeDataset.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { parseMetadata } from "#sdk/metadata/validateMetadata.ts";
import { badInput } from "../input/badInput.ts";
import { list } from "../input/list.ts";
import { readTable } from "../input/readTable.ts";
import { readText } from "../input/readText.ts";
import type { Action } from "../tasks/Command.ts";

interface DescribeArgs {
  readonly file: string | undefined;
  readonly check: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly license: string;
  readonly creator: string;
  readonly organization: boolean;
  readonly keywords: string;
  readonly published: string | undefined;
  readonly release: string;
  readonly requirements: string;
  readonly usage: string;
  readonly customers: string;
  readonly out: string | undefined;
}

const describe: Action<DescribeArgs> = async (args, { dryRun }) => {
  const document = await documentOf(args);
  const digest = metadataDigest(document);
  const fields = declaredFields(document);
  const writes = args.out !== undefined && !dryRun;
  if (writes) writeFileSync(args.out, `${JSON.stringify(document, null, 2)}\n`);
  return {
    title: args.check === undefined ? `Described ${document.name}` : `${document.name} is well described`,
    facts: [
      ["digest", digest],
      ["address", contractUri(digest)],
      ["fields", fields.map(({ name, type }) => `${name} (${type})`).join(", ")],
      ...(writes ? [["written to", args.out] as const] : []),
    ],
    data: { digest, uri: contractUri(digest), fields, document },
  };
};

async function documentOf(args: DescribeArgs): Promise<DatasetDocument> {
  if ((args.file === undefined) === (args.check === undefined)) {
    throw badInput(
      "There is nothing to describe, or two things",
      "Give either --file with data or --check with a document",
    );
  }
  if (args.check !== undefined) return parseMetadata(readText(args.check, "check"));
  return describeDataset({
    name: args.name,
    description: args.description,
    license: args.license,
    creator: { type: args.organization ? "Organization" : "Person", name: args.creator },
    keywords: list(args.keywords),
    datePublished: args.published ?? new Date().toISOString().slice(0, 10),
    version: args.release,
    fields: (await readTable(args.file ?? "", "file")).fields,
    requirements: sentences(args.requirements),
    usageScenarios: sentences(args.usage),
    potentialCustomers: sentences(args.customers),
  });
}

const sentences = (text: string): readonly string[] => text.split(";").map((sentence) => sentence.trim());

export default describe;
