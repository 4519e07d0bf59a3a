import { getAddress, isAddress } from "ethers";
import { attesterSet } from "#sdk/actions/attester/attesterSet.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";
import { count } from "../input/count.ts";
import { list } from "../input/list.ts";
import { accountOf } from "./accountOf.ts";
import type { Session } from "./Session.ts";

/** The attester set that the user typed: "5,6,7" or addresses, and how many must agree (all of them if not told). */
export function attestersOf(
  { accounts }: Session,
  attesters: string,
  threshold: string | undefined,
): { readonly set: AttesterSet; readonly hash: string } {
  const addresses = list(attesters).map((one) =>
    isAddress(one) ? getAddress(one) : accountOf(accounts, one, "attesters").address,
  );
  return attesterSet(addresses, threshold === undefined ? BigInt(addresses.length) : count(threshold, "threshold"));
}
