import * as z from "zod/mini"; // a page that shows documents loads a quarter of what the whole of Zod weighs
import { parseDate } from "../data/parseDate.ts";

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const texts = (most: number, max: number) => z.array(text(max)).check(z.minLength(1), z.maxLength(most));
const oneOrMore = <T extends z.ZodMiniType>(item: T) => z.union([item, z.array(item).check(z.minLength(1))]);

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
  "@type": z.optional(typed("Field")),
  name: text(200),
  description: z.optional(text(5_000)),
  dataType,
  "dw:nullable": z.optional(z.boolean()), // whether a record may lack it; yes unless told otherwise
});

const recordSet = z.looseObject({
  "@type": z.optional(typed("RecordSet")),
  name: z.optional(text(200)),
  field: z.array(field).check(z.minLength(1), z.maxLength(256)),
});

/** schema.org's plain way to declare a column; `additionalType` names its data type. */
const variable = z.looseObject({
  "@type": typed("PropertyValue"),
  name: text(200),
  description: z.optional(text(5_000)),
  additionalType: dataType,
  "dw:nullable": z.optional(z.boolean()),
});

const file = z.looseObject({
  "@type": z.union([typed("FileObject"), typed("FileSet"), typed("DataDownload")]),
  name: z.optional(text(500)),
  encodingFormat: oneOrMore(text(200)),
  sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
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
      .check(
        z.refine((context) => JSON.stringify(context ?? "").includes("://schema.org"), "does not name schema.org"),
      ),
    "@type": typed("Dataset"),
    conformsTo: z.optional(oneOrMore(text(500))),
    name: text(200),
    description: text(5_000),
    license: oneOrMore(z.union([text(500), z.looseObject({ url: text(500) })])),
    creator: oneOrMore(agent),
    keywords: z.union([texts(50, 100), text(2_000)]),
    datePublished: z.string().check(z.refine((date) => parseDate(date) !== undefined, "is not a date")),
    version: z.union([text(50), z.number()]),
    url: z.optional(z.url()),
    variableMeasured: z.optional(oneOrMore(variable)),
    recordSet: z.optional(oneOrMore(recordSet)),
    distribution: z.optional(oneOrMore(file)),
    "dw:requirements": texts(50, 1_000), // what a contribution must satisfy
    "rai:dataUseCases": texts(50, 1_000), // usage scenarios
    audience: oneOrMore(audience), // potential customers
  })
  .check(
    z.refine((dataset) => dataset.recordSet !== undefined || dataset.variableMeasured !== undefined, {
      path: ["recordSet"],
      message: "is missing, and so is variableMeasured",
    }),
  );

export type DatasetDocument = z.infer<typeof datasetSchema>;
