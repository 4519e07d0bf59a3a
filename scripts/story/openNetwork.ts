import { compute } from "#sdk";
import type { Contribution } from "#sdk/types/Contribution.ts";
import { createLog } from "../../services/shared/log/index.ts";
import { startCoordinator } from "../local/startCoordinator.ts";
import { startDevices } from "../local/startDevices.ts";
import { createLiar } from "./liar.ts";
import type { Network } from "./Network.ts";
import type { Stage } from "./Stage.ts";
import type { Station } from "./stations.ts";

export interface NetworkParams {
  readonly pool: string;
  readonly stations: readonly Station[];
  readonly contributions: readonly Contribution[]; // of the stations, in their order
}

export interface OpenedNetwork extends Network {
  readonly stop: () => Promise<void>;
}

const TRIES = 600;
const PAUSE = 100; // milliseconds

/** Starts the coordinator and a device for each station, the last of which lies. */
export async function openNetwork({ cast, services }: Stage, params: NetworkParams): Promise<OpenedNetwork> {
  const { pool, stations, contributions } = params;
  const log = createLog({ service: "devices", level: "error" });
  let skipped = 0;
  const now = () => Math.floor(Date.now() / 1_000) + skipped;
  const coordinator = await startCoordinator({ client: cast.cora, log, now });
  const last = stations.length - 1;
  const running = await startDevices({
    coordinator: coordinator.at,
    sandbox: services.sandbox,
    log,
    devices: stations.map((station, index) => ({
      client: station,
      pool,
      contribution: contributions[index] as Contribution,
      table: station.slice.table,
      secret: station.secret,
      ...(index === last ? createLiar() : {}),
    })),
  });
  return {
    coordinator,
    devices: running.at,
    liar: stations[last]?.address ?? "",
    skip: (seconds) => {
      skipped += seconds;
    },
    resync: () => {
      skipped = 0;
    },
    untilPaid: async (jobId) => {
      for (let turn = 0; turn < TRIES; turn++) {
        await coordinator.tick();
        const { units, takenUnits, feePaid } = await compute.status(cast.cora, { jobId });
        if (feePaid && units > 0n && takenUnits === units) return;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
      throw new Error(`Job ${jobId} was not paid`);
    },
    stop: async () => {
      await running.stop();
      await coordinator.stop();
    },
  };
}
