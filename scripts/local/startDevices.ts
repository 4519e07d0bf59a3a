import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Table } from "#sdk/data/table.ts";
import { connectCoordinator } from "#sdk/rounds/connectCoordinator.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import type { Contribution } from "#sdk/types/Contribution.ts";
import { createChainView, createDevice, type Device, openLedgerDatabase } from "../../services/device/index.ts";
import type { Sandbox } from "../../services/shared/sandbox/index.ts";
import type { Log } from "../../services/shared/log/index.ts";
import type { Running } from "./Running.ts";

/** A device of this machine: whose it is, and what it keeps. */
export interface LocalDevice {
  readonly client: Datawell;
  readonly pool: string;
  readonly contribution: Contribution;
  readonly table: Table;
  readonly secret: string; // salts the records
  /** What it makes of its coordinator: a liar says other things than it should. */
  readonly twist?: (honest: CoordinatorApi) => CoordinatorApi;
  readonly random?: (length: number) => Uint8Array;
}

export interface LocalDevices {
  readonly devices: readonly LocalDevice[];
  readonly coordinator: string; // address of its service
  readonly sandbox: Sandbox;
  readonly log: Log;
}

const POLL_MS = 2_000;

/** Devices of many providers in one process: a sandbox, a ledger file and a view of the chain serve all of them. */
export async function startDevices(params: LocalDevices): Promise<Running<readonly Device[]>> {
  const { devices, coordinator, sandbox, log } = params;
  const [first] = devices;
  if (first === undefined) throw new Error("There is no device to start");
  const database = await openLedgerDatabase(":memory:");
  const chain = createChainView({ client: first.client, headMs: 100 });
  const api = connectCoordinator(coordinator);
  const made = devices.map(({ client, twist = (honest) => honest, random, ...held }) =>
    createDevice({
      client,
      coordinators: { [coordinator]: twist(api) },
      holdings: async () => [holdingOf(held)],
      database,
      sandbox,
      chain,
      log,
      pollMs: POLL_MS,
      ...(random && { random }),
    }),
  );
  return {
    at: made,
    stop: async () => {
      await Promise.all(made.map((device) => device.stop()));
      await database.close();
    },
  };
}

type Held = Pick<LocalDevice, "pool" | "contribution" | "table" | "secret">;

const holdingOf = ({ pool, contribution, table, secret }: Held) => ({
  pool,
  contribution: contribution.contentTag,
  contentRoot: contribution.contentRoot,
  units: contribution.units,
  fields: table.fields,
  secret,
  records: async () => table,
});
