import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";
import type { ParameterProposal } from "../../types/Proposal.ts";
/**
 * Carries out a passed change of a parameter; anyone may.
 * @throws DatawellError ProposalNotPassed, UnknownProposal, ProposalClosed, ProposalExpired
 */
export const execute = (
  client: Datawell,
  { pool, proposal }: { readonly pool: string; readonly proposal: ParameterProposal },
): PoolEvent<"SetParameter"> =>
  act(client, poolAt(pool), { call: "executeParameter", args: [proposal], event: "SetParameter" });
