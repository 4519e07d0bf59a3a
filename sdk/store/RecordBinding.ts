import canonicalize from "canonicalize";
import { toUtf8Bytes } from "ethers";

/** What a record's ciphertext and keys belong to; they open with nothing else. */
export interface RecordBinding {
  readonly document: string; // CID of the metadata document
  readonly owner: string; // the provider, checksummed
  readonly pool: string; // whose licence holders may have the key, checksummed
  readonly contentTag: string; // the contribution
}

const bytesOf = (value: object): Uint8Array => toUtf8Bytes(canonicalize(value) as string);

/** Additional data of the ciphertext. */
export const ciphertextAad = ({ document, owner, pool, contentTag }: RecordBinding): Uint8Array =>
  bytesOf({ document, owner, pool, contentTag });

/** Additional data of a record's key, sealed to the store or to its owner. */
export const keyAad = ({ document, owner, pool, contentTag }: RecordBinding, cid: string): Uint8Array =>
  bytesOf({ document, owner, pool, contentTag, cid });

/** Additional data of a record's key, sealed to one who may have it. */
export const releaseAad = (
  { document, owner, pool, contentTag }: RecordBinding,
  cid: string,
  account: string,
): Uint8Array => bytesOf({ document, owner, pool, contentTag, cid, account });
