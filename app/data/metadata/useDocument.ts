import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { useEffect, useState } from "preact/hooks";
import { store } from "../services.ts";

/** What is known of a dataset's document. */
export type DocumentState =
  | { readonly kind: "reading" }
  | { readonly kind: "known"; readonly document: DatasetDocument }
  | { readonly kind: "no store" }
  | { readonly kind: "refused"; readonly why: string }; // not answered, or not what the chain names

/** Reads the document that a dataset's contract names, once. */
export function useDocument(contractUri: string | undefined): DocumentState {
  const [state, setState] = useState<DocumentState>({ kind: "reading" });
  useEffect(() => {
    if (contractUri === undefined) return undefined;
    let isWanted = true;
    setState({ kind: "reading" });
    void read(contractUri).then((found) => isWanted && setState(found));
    return () => {
      isWanted = false;
    };
  }, [contractUri]);
  return state;
}

/** Documents are read by code that nobody needs before. */
async function read(contractUri: string): Promise<DocumentState> {
  const at = store();
  if (at === undefined) return { kind: "no store" };
  try {
    const { readDocument } = await import("./readDocument.ts");
    return { kind: "known", document: await readDocument(at, contractUri) };
  } catch (error) {
    return { kind: "refused", why: error instanceof Error ? error.message : String(error) };
  }
}
