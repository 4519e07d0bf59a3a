import { getAddress } from "ethers";
import { DatawellError } from "../../errors/DatawellError.ts";
import type { AttesterSet } from "../../types/Attestation.ts";
import { byAddress } from "./byAddress.ts";
import { hashAttesterSet } from "./hashAttesterSet.ts";

const MAX_ATTESTERS = 16;

/**
 * A set in the order that contracts want, and the hash by which pools know it.
 * @throws DatawellError TooManyAttesters, InvalidThreshold, NotAscending (somebody twice)
 */
export function attesterSet(
  addresses: readonly string[],
  threshold: bigint,
): { readonly set: AttesterSet; readonly hash: string } {
  const attesters = addresses.map((one) => getAddress(one)).toSorted(byAddress);
  const count = attesters.length;
  if (count > MAX_ATTESTERS) throw new DatawellError("TooManyAttesters", { count, max: MAX_ATTESTERS });
  if (threshold < 1n || threshold > count) throw new DatawellError("InvalidThreshold", { threshold, attesters: count });
  const twice = attesters.find((one, index) => one === attesters[index + 1]);
  if (twice !== undefined) throw new DatawellError("NotAscending", { previous: twice, next: twice });
  const set = { threshold, attesters };
  return { set, hash: hashAttesterSet(set) };
}
