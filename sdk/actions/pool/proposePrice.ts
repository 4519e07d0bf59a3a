import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PriceProposal } from "../../types/Proposal.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker offers one buyer a licence at a price of its own; takes the vote budget, a permit in front.
 * @throws DatawellError NotMaker, BadExpiry, ProposalExists, PoolClosed, ERC20InsufficientBalance
 */
export async function proposePrice(
  client: Datawell,
  { pool, proposal }: { readonly pool: string; readonly proposal: PriceProposal },
): PoolEvent<"ProposePrice"> {
  const at = poolAt(pool);
  const token = client.alita.address;
  return act(client, at, {
    call: "proposePrice",
    args: [proposal],
    event: "ProposePrice",
    takings: [{ token, amount: proposal.voteBudget }],
  });
}
