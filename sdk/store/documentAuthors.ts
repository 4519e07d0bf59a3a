import { isSignedBy } from "../auth/isSignedBy.ts";
import { providerOf } from "../chain/providerOf.ts";
import { cidToDigest } from "../metadata/cid.ts";
import { digestOf } from "../signing/digestOf.ts";
import { ask } from "./ask.ts";
import { authorshipMessage } from "./authorshipMessage.ts";
import type { StoreClient } from "./connectStore.ts";
import { type AuthorshipRecord, authorsSchema } from "./wire.ts";

/**
 * Who signed a document as theirs. Signatures that do not hold are left out; the roles are the store's word.
 * @throws StoreError
 */
export async function documentAuthors(store: StoreClient, cid: string): Promise<readonly AuthorshipRecord[]> {
  const { authors } = await ask(store, `/documents/${encodeURIComponent(cid)}/authors`, authorsSchema);
  const provider = providerOf(store.datawell);
  const holds = await Promise.all(
    authors.map((authorship) => {
      const { author: account, signature } = authorship;
      const message = authorshipMessage(store.datawell.chainId, { ...authorship, digest: cidToDigest(cid) });
      return isSignedBy(provider, { account, digest: digestOf(message), signature });
    }),
  );
  return authors.filter((_, index) => holds[index]);
}
