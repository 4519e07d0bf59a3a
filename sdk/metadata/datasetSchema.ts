import { z } from "zod";
import { parseDate } from "../data/parseDate.ts";

const text = (max: number) => z.string().trim().min(1).max(max);
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

/** A term of schema.org or Croissant, with or without its prefix. */
const typed = (name: string) =>
  z.union([z.literal(name), z.literal(`sc:${name}`), z.literal(`cr:${name}`), z.literal(`https://schema.org/${name}`)]);

const agent = z.looseObject({
  "@type": z.union([typed("Person"), typed("Organization")]),
  name: text(200),
});

const dataType = oneOrMore(text(200));

/** Croissant's field: one column of the records. */
const field = z.looseObject({
  "@type": typed("Field").optional(),
  name: text(200),
  description: text(5_000).optional(),
  dataType,
  "dw:nullable": z.boolean().optional(), // whether a record may lack it; yes unless told otherwise
});

const recordSet = z.looseObject({
  "@type": typed("RecordSet").optional(),
  name: text(200).optional(),
  field: z.array(field).min(1).max(256),
});

/** schema.org's plain way to declare a column; `additionalType` names its data type. */
const variable = z.looseObject({
  "@type": typed("PropertyValue"),
  name: text(200),
  description: text(5_000).optional(),
  additionalType: dataType,
  "dw:nullable": z.boolean().optional(),
});

const file = z.looseObject({
  "@type": z.union([typed("FileObject"), typed("FileSet"), typed("DataDownload")]),
  name: text(500).optional(),
  encodingFormat: oneOrMore(text(200)),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

const audience = z.looseObject({
  "@type": typed("Audience"),
  audienceType: text(500),
});

/**
 * A dataset's public description: schema.org `Dataset` in JSON-LD, of which Croissant 1.0 and 1.1 are supersets. Every
 * property of those vocabularies may be added; those named here must hold.
 */
export const datasetSchema = z
  .looseObject({
    "@context": z
      .unknown()
      .refine((context) => JSON.stringify(context ?? "").includes("://schema.org"), "does not name schema.org"),
    "@type": typed("Dataset"),
    conformsTo: oneOrMore(text(500)).optional(),
    name: text(200),
    description: text(5_000),
    license: oneOrMore(z.union([text(500), z.looseObject({ url: text(500) })])),
    creator: oneOrMore(agent),
    keywords: z.union([z.array(text(100)).min(1).max(50), text(2_000)]),
    datePublished: z.string().refine((date) => parseDate(date) !== undefined, "is not a date"),
    version: z.union([text(50), z.number()]),
    url: z.url().optional(),
    variableMeasured: oneOrMore(variable).optional(),
    recordSet: oneOrMore(recordSet).optional(),
    distribution: oneOrMore(file).optional(),
    "dw:requirements": z.array(text(1_000)).min(1).max(50), // what a contribution must satisfy
    "rai:dataUseCases": z.array(text(1_000)).min(1).max(50), // usage scenarios
    audience: oneOrMore(audience), // potential customers
  })
  .refine((dataset) => dataset.recordSet !== undefined || dataset.variableMeasured !== undefined, {
    path: ["recordSet"],
    message: "is missing, and so is variableMeasured",
  });

export type DatasetDocument = z.infer<typeof datasetSchema>;
