/** One fault of a metadata document. */
export interface MetadataIssue {
  readonly pointer: string; // RFC 6901 JSON pointer of the faulty value; "" is the document
  readonly fault: string;
  readonly remedy: string;
}

/** A metadata document that cannot be accepted, with every fault and what to do about it. */
export class MetadataError extends Error {
  override readonly name = "MetadataError";
  readonly issues: readonly MetadataIssue[];

  constructor(issues: readonly MetadataIssue[]) {
    super(issues.map(({ pointer, fault, remedy }) => `${pointer || "The document"}: ${fault}. ${remedy}.`).join("\n"));
    this.issues = issues;
  }
}
