import type { TypedDataDomain } from "ethers";
import type { Datawell } from "../chain/datawell.ts";

/** The EIP-712 domain of a pool or of ComputeBilling. */
export const domainOf = ({ chainId }: Datawell, verifyingContract: string): TypedDataDomain => ({
  name: "Datawell",
  version: "1",
  chainId,
  verifyingContract,
});
