import { digestToCid } from "./cid.ts";

/** What `DataToken.contractURI()` (ERC-7572) answers for a document with this digest. */
export function contractUri(digest: string): string {
  return `ipfs://${digestToCid(digest)}`;
}
