import { act } from "../../chain/act.ts";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { PoolEvent } from "./PoolEvent.ts";

export interface SlashParams {
  readonly pool: string;
  readonly older: string; // content tag
  readonly newer: string; // content tag of the near copy; see `findDuplicates`
}

/**
 * Proves a near copy from the stored sketches and takes the bounty.
 * @throws DatawellError NotDuplicate, WrongOrder, SameProvider, ChallengeOver, AlreadySlashed, UnknownContribution,
 * StakingMode
 */
export const slash = (client: Datawell, { pool, older, newer }: SlashParams): PoolEvent<"SlashDuplicate"> =>
  act(client, poolAt(pool), { call: "slashDuplicate", args: [older, newer], event: "SlashDuplicate" });
