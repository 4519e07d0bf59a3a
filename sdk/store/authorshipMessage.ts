import { fields } from "../signing/fields.ts";
import type { TypedData } from "../signing/TypedData.ts";

/** Who says that a document is theirs, and of which dataset it speaks. */
export interface Authorship {
  readonly author: string;
  readonly pool: string;
  readonly contentTag: string; // the contribution that it describes; zero: the dataset as a whole
  readonly digest: string; // of the canonical document
}

const AUTHORSHIP_TYPES = { Authorship: fields("address author,address pool,bytes32 contentTag,bytes32 digest") };

/** EIP-712 "Authorship": anybody can check it, at any time. */
export const authorshipMessage = (chainId: bigint, { author, pool, contentTag, digest }: Authorship): TypedData => ({
  domain: { name: "Datawell", version: "1", chainId },
  types: AUTHORSHIP_TYPES,
  message: { author, pool, contentTag, digest },
});
