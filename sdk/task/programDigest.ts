import { sha256 } from "ethers";

/** sha2-256 of a program's bytes as they are shipped. */
export function programDigest(program: Uint8Array): string {
  return sha256(program);
}
