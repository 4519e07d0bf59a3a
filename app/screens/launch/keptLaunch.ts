import { signal } from "@preact/signals";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { shelf } from "../../shelf.ts";

const KEY = "datawell.launch";

/** A launch that was sent: what belongs to it and the chain does not keep. */
export interface Launch {
  readonly chainId: string;
  readonly token: string; // where the chain puts the Data Token
  readonly name: string;
  readonly symbol: string;
  readonly maker: string;
  readonly document: DatasetDocument;
  readonly isPublished: boolean; // the document, to the store
}

function read(): Launch | undefined {
  try {
    return (JSON.parse(shelf.getItem(KEY) ?? "null") as Launch | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The last launch, until its maker has done with it; it survives a reload, even one before its block. */
export const launch = signal<Launch | undefined>(read());

export function keepLaunch(kept: Launch | undefined): void {
  launch.value = kept;
  shelf.tryToKeep(KEY, kept && JSON.stringify(kept));
}
