import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import type { Accepted } from "../../data/pool/liveContributions.ts";
import { liveIn, poolEvents } from "../../data/pool/poolEvents.ts";

/** The live contributions of a pool; undefined while they are not known. */
export const useContributions = (pool: string): readonly Accepted[] | undefined =>
  useLive(`live ${pool}`, async () => liveIn((await poolEvents(reader(), [pool])).get(pool) ?? [])).data;
