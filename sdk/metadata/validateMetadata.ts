import type { z } from "zod";
import { type DatasetDocument, datasetSchema } from "./datasetSchema.ts";
import { MetadataError, type MetadataIssue } from "./MetadataError.ts";
import { remedyFor } from "./remedies.ts";

const MAX_CHARACTERS = 256 * 1024;
const MAX_DEPTH = 16;
const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);

/** Reads a metadata document from its text, or says what is wrong with it. */
export function parseMetadata(text: string): DatasetDocument {
  if (text.length > MAX_CHARACTERS) {
    throw fault("", `has ${text.length} characters, at most ${MAX_CHARACTERS} are accepted`, "Shorten it");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault("", "is not JSON", "Look for a missing comma, quotation mark or bracket");
  }
  return validateMetadata(value);
}

/** The document as it is, typed, if it describes a dataset as this exchange needs it; else a MetadataError. */
export function validateMetadata(document: unknown): DatasetDocument {
  checkShape(document, "", 0);
  const result = datasetSchema.safeParse(document, { reportInput: true });
  if (!result.success) throw new MetadataError(result.error.issues.map(toIssue));
  return document as DatasetDocument;
}

/** Refuses what JSON cannot hold, what nests without end, and names that harm careless readers. */
function checkShape(value: unknown, pointer: string, depth: number): void {
  if (depth > MAX_DEPTH) throw fault(pointer, `is nested deeper than ${MAX_DEPTH} levels`, "Flatten it");
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw fault(pointer, "is not a finite number", "Write a number");
    return;
  }
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) throw fault(pointer, "is not well-formed Unicode", "Remove the broken character");
    return;
  }
  if (typeof value !== "object") throw fault(pointer, `is ${typeof value}, which JSON lacks`, "Remove it");
  for (const [key, inner] of Object.entries(value)) {
    const path = `${pointer}/${escape(key)}`;
    if (UNSAFE.has(key)) throw fault(path, "is not an acceptable name", "Remove it");
    checkShape(inner, path, depth + 1);
  }
}

function toIssue(issue: z.core.$ZodIssue): MetadataIssue {
  const pointer = issue.path.map((part) => `/${escape(String(part))}`).join("");
  return { pointer, fault: describe(issue), remedy: remedyFor(pointer) };
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined && issue.code !== "custom") return "is missing";
  switch (issue.code) {
    case "too_small":
      return issue.origin === "array" ? "is an empty list" : "is empty";
    case "too_big":
      return `is longer than ${issue.maximum}`;
    case "custom":
      return issue.message;
    default:
      return "is not what is expected here";
  }
}

/** RFC 6901 escapes. */
function escape(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

function fault(pointer: string, what: string, remedy: string): MetadataError {
  return new MetadataError([{ pointer, fault: what, remedy }]);
}
