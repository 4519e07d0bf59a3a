import type { Contribution } from "#sdk/types/Contribution.ts";
import { reader } from "../../../chain/site.ts";
import { useLive } from "../../../chain/useLive.ts";
import { poolEvents } from "../../../data/pool/poolEvents.ts";
import { type Closest, closest } from "../closest.ts";

/** What of a pool a new contribution is most like, looked up with every block; undefined: not known yet. */
export const useClosest = (pool: string, fresh: Contribution | undefined): Closest | "none" | undefined =>
  useLive(fresh && `closest ${pool} ${fresh.contentTag} ${fresh.sketch}`, async () => {
    const events = (await poolEvents(reader(), [pool])).get(pool) ?? [];
    const accepted = events.flatMap((event) => (event.name === "Contribute" ? [event.args.contribution] : []));
    return (fresh && closest(fresh, accepted)) ?? "none";
  }).data;
