import { AbiCoder } from "ethers";
import { Parameter, type ParameterProposal } from "../../types/Proposal.ts";
import type { ParameterChange } from "./encodeParameter.ts";

interface Set {
  readonly threshold: bigint;
  readonly attesters: readonly string[];
}

/** The new value that a proposal carries; undefined if nobody can carry it out, for its data are something else. */
export function decodeParameter(change: Pick<ParameterProposal, "parameter" | "data">): ParameterChange | undefined {
  try {
    return decode(change);
  } catch {
    return undefined;
  }
}

function decode({ parameter, data }: Pick<ParameterProposal, "parameter" | "data">): ParameterChange | undefined {
  const valueAs = (type: string): unknown => AbiCoder.defaultAbiCoder().decode([type], data)[0];
  if (parameter === Parameter.MinQuality) return { minQuality: valueAs("uint16") as bigint };
  if (parameter === Parameter.UnitPrice) return { unitPrice: valueAs("uint96") as bigint };
  if (parameter !== Parameter.Attesters) return undefined;
  const { threshold, attesters } = valueAs("tuple(uint8 threshold, address[] attesters)") as Set;
  return { attesters: { threshold, attesters: [...attesters] } };
}
