import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PriceProposal } from "../../types/Proposal.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The buyer pays a passed offer and gets its licence; a permit in front.
 * @throws DatawellError NotBuyer, ProposalNotPassed, ProposalClosed, ProposalExpired, UnknownProposal, ERC20InsufficientBalance
 */
export async function accept(
  client: Datawell,
  { pool, proposal }: { readonly pool: string; readonly proposal: PriceProposal },
): PoolEvent<"Accept"> {
  const at = poolAt(pool);
  const token = client.alita.address;
  return act(client, at, {
    call: "accept",
    args: [proposal],
    event: "Accept",
    takings: [{ token, amount: proposal.price }],
  });
}
