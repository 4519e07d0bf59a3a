import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { listOf } from "../launch/Draft.ts";

/** The texts of a document that a form changes. */
export interface DocumentTexts {
  readonly description: string;
  readonly keywords: string; // separated by commas
  readonly license: string; // empty: several or another form, which stays as it is
  readonly requirements: string; // one a line, like the next
  readonly uses: string;
  readonly version: string;
}

/** What a document says, as it is typed. */
export function textsOf(document: DatasetDocument): DocumentTexts {
  const { description, keywords, license, version } = document;
  return {
    description,
    keywords: typeof keywords === "string" ? keywords : keywords.join(", "),
    license: typeof license === "string" ? license : "",
    requirements: document["dw:requirements"].join("\n"),
    uses: document["rai:dataUseCases"].join("\n"),
    version: String(version),
  };
}

/** A document with other texts, published today; what the form does not know of stays. */
export function revised(document: DatasetDocument, texts: DocumentTexts, today: Date): DatasetDocument {
  const license = texts.license.trim();
  return {
    ...document,
    description: texts.description.trim(),
    keywords: [...listOf(texts.keywords, ",")],
    ...(license !== "" && { license }),
    "dw:requirements": [...listOf(texts.requirements, "\n")],
    "rai:dataUseCases": [...listOf(texts.uses, "\n")],
    version: texts.version.trim(),
    datePublished: today.toISOString().slice(0, 10),
  };
}
