import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { describeDataset } from "#sdk/metadata/describeDataset.ts";
import { type Draft, listOf } from "./Draft.ts";

/**
 * The public description of what is being launched.
 * @param now unix seconds, gives the day of publication
 * @throws MetadataError
 */
export function documentOf(draft: Draft, now: bigint): DatasetDocument {
  return describeDataset({
    name: draft.name.trim(),
    description: draft.description.trim(),
    license: draft.license.trim(),
    creator: { type: draft.creatorType, name: draft.creatorName.trim() },
    keywords: listOf(draft.keywords, ","),
    datePublished: new Date(Number(now) * 1_000).toISOString().slice(0, 10),
    version: draft.version.trim(),
    fields: draft.fields.map(({ name, type, nullable, description }) => {
      const words = description.trim();
      return { name: name.trim(), type, nullable, ...(words && { description: words }) };
    }),
    requirements: listOf(draft.requirements, "\n"),
    usageScenarios: listOf(draft.usageScenarios, "\n"),
    potentialCustomers: listOf(draft.potentialCustomers, "\n"),
  });
}
