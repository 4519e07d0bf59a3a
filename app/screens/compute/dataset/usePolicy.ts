import { read } from "#sdk/chain/read.ts";
import { now } from "#sdk/chain/now.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { reader } from "../../../chain/site.ts";
import { useLive } from "../../../chain/useLive.ts";
import { poolEvents } from "../../../data/pool/poolEvents.ts";
import { privacyLeft } from "../../../data/pool/privacyLeft.ts";
import { type Devices, devicesIn } from "./devicesIn.ts";

/** What a pool lets jobs do, and who would work for them. */
export interface Policy {
  readonly left: bigint; // wad, privacy budget of this period
  readonly freshAt: bigint | undefined; // unix seconds; undefined: it is fresh
  readonly devices: Devices;
}

/** What is left of a dataset's privacy budget, and its devices. */
export function usePolicy({ pool, terms }: Shown) {
  return useLive(`compute policy ${pool}`, async (): Promise<Policy> => {
    const client = reader();
    const [budget, events, time] = await Promise.all([
      read(client, client.billing, "privacyOf", [pool]),
      poolEvents(client, [pool]),
      now(client),
    ]);
    const { epsilonPerPeriod, privacyPeriod } = terms;
    return {
      ...privacyLeft({ epsilonPerPeriod, privacyPeriod, ...budget, now: time }),
      devices: devicesIn(events.get(pool) ?? []),
    };
  });
}
