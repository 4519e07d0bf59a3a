import type { Datawell } from "#sdk/chain/datawell.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import type { Database } from "../shared/database/Database.ts";
import type { Log } from "../shared/log/createLog.ts";
import type { Sandbox } from "../shared/sandbox/Sandbox.ts";
import { type ChainView, createChainView } from "./chain/createChainView.ts";
import { contextOf } from "./contextOf.ts";
import { createBackOff } from "./createBackOff.ts";
import { createLoop } from "./createLoop.ts";
import { createSearch } from "./createSearch.ts";
import type { DevicePolicy } from "./DevicePolicy.ts";
import { type DeviceStatus, statusOf } from "./deviceStatus.ts";
import type { Holding } from "./Holding.ts";
import type { Round } from "./ledger/Round.ts";
import type { Context } from "./round/Context.ts";
import { proceed } from "./round/proceed.ts";
import { settleFault } from "./round/settleFault.ts";

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
  readonly pollMs?: number; // between turns; 5,000 unless told otherwise
  readonly clock?: () => number; // milliseconds, for waiting only: all that counts is told by the chain's clock
  readonly random?: (length: number) => Uint8Array;
}

export interface Device {
  /** Works on its own until it is stopped. */
  readonly start: () => Promise<void>;
  /** Returns when the turn under way is over. */
  readonly stop: () => Promise<void>;
  /** One turn: every round goes as far as it can, then new jobs are looked for. Never fails. */
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
  const search = createSearch({ coordinators, backOff, log });

  const work = async (own: Context, round: Round) => {
    if (!backOff.mayTry(round.jobId)) return;
    const coordinator = coordinators.find(({ name }) => name === round.body.coordinator);
    try {
      await proceed(own, coordinator, round);
      backOff.succeeded(round.jobId);
    } catch (error) {
      backOff.failed(round.jobId, await settleFault(own, round, error));
    }
  };
  const look = async (own: Context) => {
    try {
      await search.run(own, holdings);
    } catch (error) {
      log.warn("search failed", { error });
    }
  };
  const turn = async () => {
    try {
      const own = await context();
      holdings = await options.holdings();
      await look(own);
      await Promise.all((await own.ledger.active()).map((round) => work(own, round)));
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
