import type { Field } from "#sdk/data/table.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { describeDataset } from "#sdk/metadata/describeDataset.ts";

export interface Subject {
  readonly title: string;
  readonly author: string;
  readonly fields: readonly Field[];
}

/** A schema.org description of a dataset or of one slice of it, validated. */
export const describe = ({ title, author, fields }: Subject): DatasetDocument =>
  describeDataset({
    name: title,
    description: `${title}: real records from the npm package vega-datasets, shared for the story of this repository.`,
    license: "https://github.com/vega/vega-datasets/blob/main/LICENSE",
    creator: { type: "Person", name: author },
    keywords: title.toLowerCase().split(" "),
    datePublished: "2026-01-01",
    version: "1.0.0",
    fields,
    requirements: ["Every record carries all fields", "Records were observed, not computed"],
    usageScenarios: ["Statistics over all providers without collecting their records"],
    potentialCustomers: ["Researchers", "Newspapers"],
  });
