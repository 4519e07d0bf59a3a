import { randomUUID } from "node:crypto";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import type { Database } from "../shared/database/Database.ts";
import { createLog, type Log } from "../shared/log/createLog.ts";
import type { Context } from "./api/Context.ts";
import { createBills } from "./api/createBills.ts";
import { type ConsumerDoor, createConsumerApi } from "./api/createConsumerApi.ts";
import { createDeviceApi } from "./api/createDeviceApi.ts";
import { createPlaces } from "./api/createPlaces.ts";
import { createTurns } from "./api/createTurns.ts";
import type { CoordinatorChain } from "./chain/CoordinatorChain.ts";
import { createDriver, type Driver } from "./drive/createDriver.ts";
import { DEFAULT_RULES, type Rules } from "./Rules.ts";
import { createStore } from "./store/createStore.ts";

export interface CoordinatorOptions {
  /** Opened with `TABLES`. Several processes may share it. */
  readonly database: Database;
  readonly chain: CoordinatorChain;
  readonly rules?: Partial<Rules>;
  readonly now?: () => number; // unix seconds
  readonly log?: Log;
  /** Milliseconds between two looks at all rounds; 1,000 unless told otherwise. */
  readonly intervalMs?: number;
  /** Seconds that a round is kept from other processes at a time; 120 unless told otherwise. */
  readonly holdSeconds?: number;
}

/** A coordinator in this process: what a service puts behind HTTP, and simulations talk to as it is. */
export interface Coordinator extends Driver {
  readonly devices: CoordinatorApi;
  readonly consumers: ConsumerDoor;
}

/** Runs rounds of computation over a database that holds all it knows; any moment is good to stop it. */
export function createCoordinator(options: CoordinatorOptions): Coordinator {
  const { database, chain, intervalMs = 1_000, holdSeconds = 120, now = unixNow } = options;
  const log = options.log ?? createLog({ service: "coordinator" });
  const rules = { ...DEFAULT_RULES, ...options.rules };
  const store = createStore(database, rules);
  const context: Context = { store, chain, rules, now };
  const bills = createBills(store);
  const parts = { bills, places: createPlaces(store), turns: createTurns() };
  return {
    devices: createDeviceApi(context, parts),
    consumers: createConsumerApi(context, bills),
    ...createDriver({ context, holder: randomUUID(), log, intervalMs, holdSeconds }),
  };
}

const unixNow = (): number => Math.floor(Date.now() / 1_000);
