import type { ParameterProposal, PriceProposal } from "#sdk/types/Proposal.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { money } from "../../ui/money.ts";
import { shortAddress } from "../../ui/shortAddress.ts";

const PARAMETERS = ["the least quality", "the price of a compute unit", "the attesters"] as const;

/** What will happen if a proposal passes, in words. */
export function inWords(proposal: PriceProposal | ParameterProposal, { symbol }: { readonly symbol: string }): string {
  if (!("buyer" in proposal)) {
    return `Change ${PARAMETERS[Number(proposal.parameter)] ?? "a term"} of ${symbol}`;
  }
  const { buyer, price, duration } = proposal;
  return `Sell ${formatDuration(BigInt(duration))} of access to ${shortAddress(buyer)} for ${money(price)} ALITA`;
}
