import { useMemo } from "preact/hooks";
import { type Description, describe } from "../../data/metadata/describe.ts";
import { type DocumentState, useDocument } from "../../data/metadata/useDocument.ts";

/** A dataset's document, and what of it is shown. */
export interface Described {
  readonly state: DocumentState;
  readonly description: Description | undefined;
}

/** Reads and prepares the document that a contract names. */
export function useDescription(contractUri: string | undefined): Described {
  const state = useDocument(contractUri);
  const description = useMemo(() => (state.kind === "known" ? describe(state.document) : undefined), [state]);
  return { state, description };
}
