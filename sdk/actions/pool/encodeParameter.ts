import { AbiCoder } from "ethers";
import type { AttesterSet } from "../../types/Attestation.ts";
import { Parameter } from "../../types/Proposal.ts";

/** A new value of one of the terms that may change. */
export type ParameterChange =
  | { readonly minQuality: bigint } // bps
  | { readonly unitPrice: bigint } // ALITA wei per compute unit
  | { readonly attesters: AttesterSet };

/** A change in the form that proposals and `setParameter` carry. */
export function encodeParameter(change: ParameterChange): { readonly parameter: bigint; readonly data: string } {
  const coder = AbiCoder.defaultAbiCoder();
  if ("minQuality" in change) {
    return { parameter: Parameter.MinQuality, data: coder.encode(["uint16"], [change.minQuality]) };
  }
  if ("unitPrice" in change) {
    return { parameter: Parameter.UnitPrice, data: coder.encode(["uint96"], [change.unitPrice]) };
  }
  const set = [change.attesters.threshold, change.attesters.attesters];
  return { parameter: Parameter.Attesters, data: coder.encode(["tuple(uint8,address[])"], [set]) };
}
