import { useEffect, useState } from "preact/hooks";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { useDocument } from "../../data/metadata/useDocument.ts";
import { store } from "../../data/services.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import type { TabProps } from "../dataset/tabs.ts";
import { DocumentFields } from "./DocumentFields.tsx";
import { DocumentFile } from "./DocumentFile.tsx";
import { Part } from "./Part.tsx";
import { publish } from "./publish.ts";

/** A new version of what the dataset says about itself. */
export function Description({ dataset }: TabProps) {
  return (
    <Part word="description" title="Description" today={`version ${dataset.metadataVersion}`}>
      <NextVersion key={dataset.contractUri} dataset={dataset} />
    </Part>
  );
}

/** What is about to be published: the document, and the content address that the chain will name. */
interface Prepared {
  readonly document: DatasetDocument;
  readonly cid: string;
}

function NextVersion({ dataset }: TabProps) {
  const current = useDocument(dataset.contractUri);
  const [document, setDocument] = useState<DatasetDocument>();
  const [prepared, prepare] = useState<Prepared>();
  const [fault, tellFault] = useState<string>();

  useEffect(() => {
    let isWanted = true;
    prepare(undefined);
    tellFault(undefined);
    if (document !== undefined) {
      addressOf(document).then(
        (cid) => isWanted && prepare({ document, cid }),
        (error: unknown) => isWanted && tellFault(error instanceof Error ? error.message : String(error)),
      );
    }
    return () => {
      isWanted = false;
    };
  }, [document]);

  function missing(): string | undefined {
    if (document === undefined) return "Change something, or choose a file";
    if (fault !== undefined) return "This cannot be accepted";
    if (prepared === undefined) return "Reading …";
    return dataset.contractUri.endsWith(prepared.cid) ? "This is the version of today" : undefined;
  }

  return (
    <>
      {current.kind === "reading" && <span class="skeleton">The description of today is being read.</span>}
      {current.kind === "known" && <DocumentFields document={current.document} onDocument={setDocument} />}
      <DocumentFile onDocument={setDocument} />
      {fault && (
        <p role="alert" class="fault">
          {fault}
        </p>
      )}
      {prepared && (
        <p class="hint" role="status">
          Its content address will be <code>{prepared.cid}</code>.{" "}
          <a href={downloadOf(prepared)} download={`${dataset.symbol}.json`}>
            Keep it as a file
          </a>
        </p>
      )}
      <p class="hint">
        {store() === undefined
          ? "There is no store here: put the file where people can read it. The chain keeps its address alone."
          : "It goes to the store, by a signature, and then its address to the chain. Earlier versions stay."}
      </p>
      <NextStep
        label="Publish this version"
        missing={missing()}
        act={async () => prepared && publish(dataset, prepared.document)}
      />
    </>
  );
}

const downloadOf = ({ document }: Prepared): string =>
  `data:application/ld+json;charset=utf-8,${encodeURIComponent(JSON.stringify(document, undefined, 2))}`;

/** @throws MetadataError what is wrong with the document */
async function addressOf(document: DatasetDocument): Promise<string> {
  const [{ validateMetadata }, { metadataDigest }, { digestToCid }] = await Promise.all([
    import("#sdk/metadata/validateMetadata.ts"),
    import("#sdk/metadata/metadataDigest.ts"),
    import("#sdk/metadata/cid.ts"),
  ]);
  return digestToCid(metadataDigest(validateMetadata(document)));
}
