import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";
import type { PriceProposal } from "../../types/Proposal.ts";
/**
 * The buyer ends an offer made to it.
 * @throws DatawellError NotBuyer, UnknownProposal, ProposalClosed, ProposalExpired
 */
export const reject = (
  client: Datawell,
  { pool, proposal }: { readonly pool: string; readonly proposal: PriceProposal },
): PoolEvent<"Reject"> => act(client, poolAt(pool), { call: "reject", args: [proposal], event: "Reject" });
