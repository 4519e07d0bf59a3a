import type { IndexedProposal } from "#sdk/indexer/types.ts";
import type { Row } from "../state/Table.ts";
import type { proposals } from "../tables/proposals.ts";
import { orNull } from "./wire.ts";

type ProposalRow = Row<typeof proposals>;

/** A proposal as it is at a moment (unix seconds). */
export function proposalOf(row: ProposalRow, now: number): IndexedProposal {
  const isPrice = row.proposalKind === "price";
  return {
    pool: row.pool,
    id: row.id,
    number: row.number,
    kind: isPrice ? "price" : "parameter",
    buyer: orNull(row.buyer),
    price: isPrice ? row.price.toString() : null,
    duration: isPrice ? row.duration : null,
    parameter: isPrice ? null : (row.parameter as IndexedProposal["parameter"]),
    data: orNull(row.data),
    voteBudget: row.voteBudget.toString(),
    salt: row.salt,
    proposedAt: row.proposedAt,
    expiry: row.expiry,
    state: stateOf(row, now),
    endedAt: orNull(row.endedAt),
    ownerStake: row.ownerStake.toString(),
    totalStaked: row.totalStaked.toString(),
    neededAtFirst: row.neededAtFirst.toString(),
    needed: row.needed.toString(),
    yes: row.yes.toString(),
    no: row.no.toString(),
    rewardsClaimed: row.rewardsClaimed.toString(),
    budgetReclaimed: row.budgetReclaimed,
  };
}

function stateOf({ ended, expiry, needed }: ProposalRow, now: number): IndexedProposal["state"] {
  if (ended !== "") return ended as IndexedProposal["state"];
  if (now > expiry) return "expired";
  return needed === 0n ? "passed" : "voting";
}
