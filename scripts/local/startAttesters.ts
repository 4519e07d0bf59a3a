import type { Datawell } from "#sdk/chain/datawell.ts";
import { createAttester } from "../../services/attester/index.ts";
import type { Log } from "../../services/shared/log/index.ts";
import type { Running } from "./Running.ts";

export interface LocalAttesters {
  readonly people: readonly Datawell[]; // who sign
  readonly secret: string; // that they share, 32 bytes of hex
  readonly freshnessHorizon: number; // seconds
  readonly log: Log;
}

/** Opened of each contribution: the story's are small, so a sixth of one is a good look at it. */
const SAMPLE = { records: 5, lanes: 8 };

/** Attesters of this machine, each a service of its own with a database of its own. */
export async function startAttesters({ people, ...options }: LocalAttesters): Promise<Running<readonly string[]>> {
  const services = people.map((client) =>
    createAttester({ client, ...options, sample: SAMPLE, database: "sqlite::memory:" }),
  );
  const started = await Promise.all(services.map((service) => service.start()));
  return {
    at: started.map(({ url }) => url),
    stop: async () => {
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}
