import type { Datawell } from "#sdk/chain/datawell.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import type { Database } from "../shared/database/Database.ts";
import type { Log } from "../shared/log/createLog.ts";
import type { Sandbox } from "../shared/sandbox/Sandbox.ts";
import { type ChainView, createChainView } from "./chain/createChainView.ts";
import { contextOf } from "./contextOf.ts";
import { createBackOff } from "./createBackOff.ts";
import { createFlights } from "./createFlights.ts";
import { createLoop } from "./createLoop.ts";
import { createRounds } from "./createRounds.ts";
import { createSearch } from "./createSearch.ts";
import type { DevicePolicy } from "./DevicePolicy.ts";
import { type DeviceStatus, statusOf } from "./deviceStatus.ts";
import type { Holding } from "./Holding.ts";
import type { Round } from "./ledger/Round.ts";
import type { Context } from "./round/Context.ts";

export interface DeviceOptions {
  readonly client: Datawell; // its runner signs as the provider, and sends claims if it has ether
  readonly provider?: string; // a contract wallet (ERC-1271) that the signer signs for; the signer unless told otherwise
  readonly coordinators: Readonly<Record<string, CoordinatorApi>>; // by address or name
  readonly holdings: () => Promise<readonly Holding[]>; // asked at each turn
  readonly database: Database; // of `openLedgerDatabase`; many devices may share one
  readonly sandbox: Sandbox; // many devices may share one
  readonly log: Log;
  readonly chain?: ChainView; // many devices may share one
  readonly policy?: Partial<DevicePolicy>;
  readonly pollMs?: number; // between turns, and for which one is waited for; 5,000 unless told otherwise
  readonly clock?: () => number; // milliseconds, for waiting only: all that counts is told by the chain's clock
  readonly random?: (length: number) => Uint8Array;
}

export interface Device {
  /** Works on its own until it is stopped. */
  readonly start: () => Promise<void>;
  /** Returns when all that is under way is over. */
  readonly stop: () => Promise<void>;
  /**
   * One turn: every round goes as far as it can, new jobs are looked for, and their rounds begin. What an earlier turn
   * still has in hand is left to it. Returns when all that it began is over, and never fails.
   */
  readonly turn: () => Promise<void>;
  readonly status: () => Promise<DeviceStatus>;
}

const POLL_MS = 5_000;
const LONGEST_MS = 60_000;

/** A provider's node: it answers the jobs that conform, with what must not leave kept here. */
export function createDevice(options: DeviceOptions): Device {
  const { log, pollMs = POLL_MS, clock = Date.now } = options;
  const coordinators = Object.entries(options.coordinators).map(([name, api]) => ({ name, api }));
  const backOff = createBackOff({ clock, firstMs: Math.min(pollMs, 1_000), longestMs: LONGEST_MS });
  const chain = options.chain ?? createChainView({ client: options.client, clock });
  let holdings: readonly Holding[] = [];
  let ready: Promise<Context> | undefined;
  const context = () => (ready ??= contextOf(options, chain, () => holdings).catch(forget));
  const forget = (error: unknown): never => {
    ready = undefined;
    throw error;
  };
  const flights = createFlights();
  const search = createSearch({ coordinators, backOff, flights, log });
  const rounds = createRounds({ coordinators, backOff, flights });

  const look = async (own: Context) => {
    try {
      await search.run(own, holdings);
    } catch (error) {
      log.warn("search failed", { error });
    }
  };
  const work = (own: Context, active: readonly Round[]) => Promise.all(active.map((round) => rounds.work(own, round)));
  const turn = async () => {
    try {
      const own = await context();
      holdings = await options.holdings();
      const before = await own.ledger.active();
      await Promise.all([look(own), work(own, before)]);
      const known = new Set(before.map(({ jobId }) => jobId));
      await work(
        own,
        (await own.ledger.active()).filter(({ jobId }) => !known.has(jobId)),
      );
    } catch (error) {
      log.error("turn failed", { error });
    }
  };
  const loop = createLoop(turn, pollMs);
  return {
    start: async () => {
      await context();
      loop.start();
    },
    stop: loop.stop,
    turn,
    status: async () => statusOf(await context(), { holdings: await options.holdings(), refused: search.refused() }),
  };
}
