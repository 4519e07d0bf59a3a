import { reader } from "../../chain/site.ts";
import { type Live, useLive } from "../../chain/useLive.ts";
import type { Accepted } from "../../data/pool/liveContributions.ts";
import { liveIn, poolEvents } from "../../data/pool/poolEvents.ts";

/** The live contributions of a pool. */
export const useContributions = (pool: string): Live<readonly Accepted[]> =>
  useLive(`live ${pool}`, async () => liveIn((await poolEvents(reader(), [pool])).get(pool) ?? []));
