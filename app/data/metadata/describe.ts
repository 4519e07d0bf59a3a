import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { httpsLink } from "../words/httpsLink.ts";
import { safeLines, safeText } from "../words/safeText.ts";
import { sampleOf, type Sample } from "./sampleOf.ts";

/** A stranger's text that may name an address. */
export interface Reference {
  readonly text: string;
  readonly link?: string | undefined; // only where one may lead there
  readonly host?: string; // that the link leads to, where the text is not the link itself
}

/** A column of the records. */
export interface DescribedField {
  readonly name: string;
  readonly types: string; // "Float", "Text, Date"
  readonly isRequired: boolean;
  readonly description: string;
}

/** What a metadata document says, ready to be shown: every text is a safe line. */
export interface Description {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly makers: readonly string[];
  readonly licences: readonly Reference[];
  readonly keywords: readonly string[];
  readonly version: string;
  readonly published: string;
  readonly site: Reference | undefined;
  readonly fields: readonly DescribedField[];
  readonly files: readonly Reference[];
  readonly requirements: readonly string[];
  readonly uses: readonly string[];
  readonly audience: readonly string[];
  readonly sample: Sample | undefined;
}

const MOST_FIELDS = 256;
const MOST_OTHERS = 50;

/** Reads out of a valid document what the page shows of it. */
export function describe(document: DatasetDocument): Description {
  const texts = (values: readonly string[], most = 1_000) =>
    values.slice(0, MOST_OTHERS).map((value) => safeText(value, most));
  return {
    title: safeText(document.name, 200),
    paragraphs: safeLines(document.description),
    makers: texts(
      list(document.creator).map(({ name }) => name),
      200,
    ),
    licences: texts(list(document.license).map((one) => (typeof one === "string" ? one : one.url))).map(referenceTo),
    keywords: texts(keywordsOf(document), 100),
    version: safeText(String(document.version), 50),
    published: safeText(document.datePublished, 40),
    site: document.url === undefined ? undefined : referenceTo(safeText(document.url, 500)),
    fields: fieldsOf(document),
    files: filesOf(document),
    requirements: texts(document["dw:requirements"]),
    uses: texts(document["rai:dataUseCases"]),
    audience: texts(list(document.audience).map(({ audienceType }) => audienceType)),
    sample: sampleOf(document),
  };
}

const SPDX = /^[A-Za-z0-9][A-Za-z0-9.+-]{1,60}$/;

/** An address leads where it says; the name of a licence to its page in the SPDX list. */
function referenceTo(text: string): Reference {
  return leading(text, httpsLink(text) ?? (SPDX.test(text) ? `https://spdx.org/licenses/${text}.html` : undefined));
}

/** A text with its link. Who wrote the text may have written anything: another address, too. */
function leading(text: string, link: string | undefined): Reference {
  return { text, link, ...(link !== undefined && httpsLink(text) !== link && { host: new URL(link).host }) };
}

function keywordsOf({ keywords }: DatasetDocument): readonly string[] {
  const words = typeof keywords === "string" ? keywords.split(",") : keywords;
  return words.map((word) => word.trim()).filter(Boolean);
}

function fieldsOf(document: DatasetDocument): readonly DescribedField[] {
  const entries = list(document.recordSet)[0]?.field ?? list(document.variableMeasured);
  return entries.slice(0, MOST_FIELDS).map((entry) => {
    const name = safeText(entry.name, 200);
    const description = safeText(entry.description ?? "", 500);
    return {
      name,
      types: typesOf("dataType" in entry ? entry.dataType : entry.additionalType),
      isRequired: entry["dw:nullable"] === false,
      description: description === name ? "" : description,
    };
  });
}

/** "sc:Float" and "https://schema.org/Float" as "Float". */
function typesOf(types: unknown): string {
  const names = list(types as string | readonly string[]).slice(0, 8);
  return names.map((name) => safeText(name.replace(/^.*[:/#]/, ""), 40)).join(", ");
}

function filesOf(document: DatasetDocument): readonly Reference[] {
  return list(document.distribution)
    .slice(0, MOST_OTHERS)
    .map(({ name, encodingFormat, contentUrl }) => {
      const formats = list(encodingFormat).slice(0, 8).join(", ");
      const link = typeof contentUrl === "string" ? httpsLink(contentUrl) : undefined;
      return leading(safeText(name === undefined ? formats : `${name} (${formats})`, 300), link);
    });
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
