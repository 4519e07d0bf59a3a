import { decodeParameter } from "#sdk/actions/pool/decodeParameter.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import type { ParameterProposal, PriceProposal } from "#sdk/types/Proposal.ts";
import { money, percent } from "../../ui/money.ts";
import { shortAddress } from "../../ui/shortAddress.ts";

/** What will happen if a proposal passes, in words. */
export function inWords(proposal: PriceProposal | ParameterProposal, { symbol }: { readonly symbol: string }): string {
  if (!("buyer" in proposal)) return `Change ${changeInWords(proposal, symbol)}`;
  const { buyer, price, duration } = proposal;
  return `Sell ${formatDuration(BigInt(duration))} of access to ${shortAddress(buyer)} for ${money(price)} ALITA`;
}

function changeInWords(proposal: ParameterProposal, symbol: string): string {
  const change = decodeParameter(proposal);
  if (change === undefined) return `a term of ${symbol} to something that the chain refuses`;
  if ("minQuality" in change) return `the least quality of ${symbol} to ${percent(change.minQuality)}`;
  if ("unitPrice" in change) return `the price of a compute unit of ${symbol} to ${money(change.unitPrice)} ALITA`;
  const { threshold, attesters } = change.attesters;
  return `the attesters of ${symbol}: ${threshold} of ${attesters.map(shortAddress).join(", ")}`;
}
