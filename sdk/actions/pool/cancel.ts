import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

/**
 * The maker ends its own proposal.
 * @throws DatawellError NotMaker, ProposalClosed, ProposalExpired, UnknownProposal
 */
export const cancel = (
  client: Datawell,
  { pool, id }: { readonly pool: string; readonly id: string },
): PoolEvent<"Cancel"> => act(client, poolAt(pool), { call: "cancel", args: [id], event: "Cancel" });
