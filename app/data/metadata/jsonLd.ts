import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { safeText } from "../words/safeText.ts";

/** What the chain knows of a dataset that its document does not. */
export interface OnChain {
  readonly token: string;
  readonly chainId: string;
  readonly name: string;
  readonly contractUri: string;
  readonly page: string; // address of the dataset's page
}

/**
 * The dataset for search engines: its document with where it is found, itself valid Croissant; or, while the document is
 * not known, what the chain says, in schema.org's words.
 */
export function jsonLd(dataset: OnChain, document?: DatasetDocument): Readonly<Record<string, unknown>> {
  const { token, chainId, name, contractUri, page } = dataset;
  const identifier = [`eip155:${chainId}/erc20:${token}`, contractUri]; // CAIP-19 and the content address
  if (document !== undefined) return { url: page, ...document, identifier };
  return { "@context": "https://schema.org/", "@type": "Dataset", name: safeText(name), identifier, url: page };
}
