import { useEffect, useState } from "preact/hooks";
import type { Field } from "#sdk/data/table.ts";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { useDocument } from "../../data/metadata/useDocument.ts";

/** What records of a dataset must carry, by the document whose digest is on chain. */
export interface Declaration {
  readonly document: DatasetDocument;
  readonly fields: readonly Field[];
}

/** What is known of it. */
export type DeclarationState =
  | { readonly kind: "reading" }
  | { readonly kind: "declared"; readonly declaration: Declaration }
  | { readonly kind: "unknown"; readonly why: string }; // fields are those that the records show

export interface UsedDeclaration {
  readonly state: DeclarationState;
  /** Takes the document from a file instead; its digest must be the chain's. Answers what is wrong with it. */
  readonly take: (file: Pick<File, "text">) => Promise<string | undefined>;
}

/** The declaration of a dataset: from the store, else from a file. */
export function useDeclaration(contractUri: string): UsedDeclaration {
  const found = useDocument(contractUri);
  const [state, setState] = useState<DeclarationState>({ kind: "reading" });
  useEffect(() => {
    let isWanted = true;
    const settle = async (): Promise<void> => {
      if (found.kind === "known") {
        const declaration = await declarationOf(found.document);
        if (isWanted) setState({ kind: "declared", declaration });
      } else if (found.kind !== "reading") {
        setState({ kind: "unknown", why: found.kind === "refused" ? found.why : "This page knows of no store." });
      }
    };
    void settle();
    return () => {
      isWanted = false;
    };
  }, [found]);

  return {
    state,
    take: async (file) => {
      try {
        const [{ parseMetadata }, { metadataDigest }, { contractUri: uriOf }] = await Promise.all([
          import("#sdk/metadata/validateMetadata.ts"),
          import("#sdk/metadata/metadataDigest.ts"),
          import("#sdk/metadata/contractUri.ts"),
        ]);
        const document = parseMetadata(await file.text());
        if (uriOf(metadataDigest(document)) !== contractUri) return "This is not the description that the chain names.";
        setState({ kind: "declared", declaration: await declarationOf(document) });
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}

async function declarationOf(document: DatasetDocument): Promise<Declaration> {
  const { declaredFields } = await import("#sdk/metadata/declaredFields.ts");
  return { document, fields: declaredFields(document) };
}
