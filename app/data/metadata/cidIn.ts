const IPFS = "ipfs://";

/** The content address in what a Data Token's `contractURI` answers. */
export const cidIn = (contractUri: string): string =>
  contractUri.startsWith(IPFS) ? contractUri.slice(IPFS.length) : contractUri;
