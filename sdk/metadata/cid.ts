import { getBytes, hexlify, isHexString } from "ethers";
import { CID } from "multiformats/cid";
import { create } from "multiformats/hashes/digest";
import { DataError } from "../data/DataError.ts";

const RAW = 0x55; // multicodec: the bytes themselves
const SHA2_256 = 0x12;

/** CIDv1 (raw, sha2-256, base32) of the content with this digest. */
export function digestToCid(digest: string): string {
  if (!isHexString(digest, 32)) {
    throw new DataError("OutOfRange", `"${digest}" is not a sha2-256 digest`, "Pass 0x and 64 hexadecimal digits");
  }
  return CID.createV1(RAW, create(SHA2_256, getBytes(digest))).toString();
}

/** The digest inside a CIDv1 of raw bytes under sha2-256. */
export function cidToDigest(cid: string): string {
  const parsed = readCid(cid);
  if (
    parsed?.version !== 1 ||
    parsed.code !== RAW ||
    parsed.multihash.code !== SHA2_256 ||
    parsed.multihash.size !== 32
  ) {
    throw new DataError(
      "OutOfRange",
      `"${cid}" is not a CIDv1 of raw bytes under sha2-256`,
      'Pass one that begins with "bafkrei"',
    );
  }
  return hexlify(parsed.multihash.digest);
}

function readCid(cid: string): CID | undefined {
  try {
    return CID.parse(cid);
  } catch {
    return undefined;
  }
}
