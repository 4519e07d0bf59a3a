import { AbiCoder, keccak256 } from "ethers";
import type { ParameterProposal, PriceProposal } from "../../types/Proposal.ts";

const PRICE = "tuple(address buyer,uint96 price,uint32 duration,uint96 voteBudget,uint32 expiry,bytes32 salt)";
const PARAMETER = "tuple(uint8 parameter,bytes data,uint96 voteBudget,uint32 expiry,bytes32 salt)";

/** The id of a proposal: the hash of its content. */
export function proposalId(proposal: PriceProposal | ParameterProposal): string {
  const [kind, type] = "buyer" in proposal ? ["price", PRICE] : ["parameter", PARAMETER];
  return keccak256(AbiCoder.defaultAbiCoder().encode(["string", type], [kind, proposal]));
}
