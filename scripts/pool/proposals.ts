import { poolAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { readEvents } from "#sdk/events/readEvents.ts";
import type { ParameterProposal, PriceProposal } from "#sdk/types/Proposal.ts";
import { badInput } from "../input/badInput.ts";
import { bytes32 } from "../input/bytes32.ts";

export interface PoolAndId {
  readonly pool: string;
  readonly id: string;
}

/** The terms of an offer by its id: the chain keeps the hash, the event the terms. */
export async function offerOf(client: Datawell, { pool, id }: PoolAndId): Promise<PriceProposal> {
  const indexed = [bytes32(id, "proposal")];
  const [found] = await readEvents(client, { at: poolAt(pool), event: "ProposePrice", indexed });
  return found?.proposal ?? unknown(id);
}

/** The terms of a proposed change by its id. */
export async function changeOf(client: Datawell, { pool, id }: PoolAndId): Promise<ParameterProposal> {
  const indexed = [bytes32(id, "proposal")];
  const [found] = await readEvents(client, { at: poolAt(pool), event: "ProposeParameter", indexed });
  return found?.proposal ?? unknown(id);
}

function unknown(id: string): never {
  throw badInput(`The pool knows no such proposal as ${id}`, "Give the id that `pool propose` printed");
}
