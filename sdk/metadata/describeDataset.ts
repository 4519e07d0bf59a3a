import type { Field, FieldType } from "../data/table.ts";
import type { DatasetDocument } from "./datasetSchema.ts";
import { validateMetadata } from "./validateMetadata.ts";

/** A dataset in plain words, as a form asks for it. */
export interface DatasetDescription {
  readonly name: string;
  readonly description: string;
  readonly license: string; // URL or SPDX identifier
  readonly creator: {
    readonly type: "Person" | "Organization";
    readonly name: string;
  };
  readonly keywords: readonly string[];
  readonly datePublished: string; // YYYY-MM-DD
  readonly version: string;
  readonly fields: readonly (Field & { readonly description?: string })[];
  readonly requirements: readonly string[];
  readonly usageScenarios: readonly string[];
  readonly potentialCustomers: readonly string[];
}

const CONTEXT = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  sc: "https://schema.org/",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  dct: "http://purl.org/dc/terms/",
  dw: "urn:datawell:terms:",
  conformsTo: "dct:conformsTo",
  recordSet: "cr:recordSet",
  field: "cr:field",
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
};

const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  number: "sc:Float",
  integer: "sc:Integer",
  boolean: "sc:Boolean",
  date: "sc:Date",
  text: "sc:Text",
};

/** The Croissant document of a dataset described in plain words. */
export function describeDataset(dataset: DatasetDescription): DatasetDocument {
  const { creator, fields, requirements, usageScenarios, potentialCustomers, ...plain } = dataset;
  return validateMetadata({
    "@context": CONTEXT,
    "@type": "sc:Dataset",
    conformsTo: "http://mlcommons.org/croissant/1.1",
    ...plain,
    creator: { "@type": `sc:${creator.type}`, name: creator.name },
    recordSet: [
      {
        "@type": "cr:RecordSet",
        "@id": "records",
        name: "records",
        field: fields.map(({ name, type, nullable, description = name }, index) => ({
          "@type": "cr:Field",
          "@id": `records/${index}`,
          name,
          description,
          dataType: DATA_TYPES[type],
          "dw:nullable": nullable,
        })),
      },
    ],
    "dw:requirements": requirements,
    "rai:dataUseCases": usageScenarios,
    audience: potentialCustomers.map((audienceType) => ({
      "@type": "sc:Audience",
      audienceType,
    })),
  });
}
