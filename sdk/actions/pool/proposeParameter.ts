import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { ParameterProposal } from "../../types/Proposal.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker of a pool with staking asks for a change of a parameter; takes the vote budget, a permit in front.
 * @throws DatawellError NotMaker, StakingMode, BadExpiry, ProposalExists, ERC20InsufficientBalance
 */
export async function proposeParameter(
  client: Datawell,
  { pool, proposal }: { readonly pool: string; readonly proposal: ParameterProposal },
): PoolEvent<"ProposeParameter"> {
  const at = poolAt(pool);
  const token = client.alita.address;
  return act(client, at, {
    call: "proposeParameter",
    args: [proposal],
    event: "ProposeParameter",
    takings: [{ token, amount: proposal.voteBudget }],
  });
}
