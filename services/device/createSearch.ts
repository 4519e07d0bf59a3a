import type { Log } from "../shared/log/createLog.ts";
import type { BackOff } from "./createBackOff.ts";
import type { Flights } from "./createFlights.ts";
import { createJudge, waitOf } from "./createJudge.ts";
import { createOpenings } from "./createOpenings.ts";
import { createRefusals, type Refused } from "./createRefusals.ts";
import type { Holding } from "./Holding.ts";
import type { Context, Coordinator } from "./round/Context.ts";

export interface Search {
  /** Looks for jobs on the holdings' pools, and enrols for those that conform. A coordinator's faults stay its own. */
  readonly run: (context: Context, holdings: readonly Holding[]) => Promise<void>;
  /** The last jobs refused, newest first. */
  readonly refused: () => readonly Refused[];
}

export interface SearchOptions {
  readonly coordinators: readonly Coordinator[];
  readonly backOff: BackOff;
  readonly flights: Flights;
  readonly log: Log;
}

const LOOK_MS = 30_000; // of one coordinator's jobs
const LOOK_JOBS = 50; // of one coordinator, asked for at one look

/**
 * Finds jobs by the coordinators' lists, and by the chain, whose jobs each coordinator is asked for. No coordinator waits
 * for another, and what one says of a job counts for itself alone.
 */
export function createSearch({ coordinators, backOff, flights, log }: SearchOptions): Search {
  const refusals = createRefusals(log);
  const openings = createOpenings();
  const judge = createJudge({ backOff, refusals, log });

  /** One coordinator, about one pool: so many jobs, for so long, and none more once it does not answer. */
  const ask = async (context: Context, coordinator: Coordinator, mine: readonly Holding[]) => {
    const { pool } = mine[0] as Holding;
    const until = performance.now() + LOOK_MS;
    const { jobs } = await coordinator.api.jobs(pool);
    const listed = new Map(jobs.map(({ jobId, stage }) => [jobId, stage]));
    const ids = [...new Set([...listed.keys(), ...openings.on(pool)])];
    let asked = 0;
    for (const jobId of ids) {
      if (asked === LOOK_JOBS || performance.now() > until) return;
      if ((listed.get(jobId) ?? "enrolling") !== "enrolling" || !judge.mayTry(coordinator, jobId)) continue;
      if ((await context.ledger.find(jobId)) !== undefined) {
        openings.forget(jobId);
        continue;
      }
      asked++;
      await judge.run(context, { coordinator, jobId, mine });
    }
  };
  const guarded = async (coordinator: string, key: string, work: () => Promise<void>) => {
    if (!backOff.mayTry(key)) return;
    try {
      await work();
      backOff.succeeded(key);
    } catch (error) {
      backOff.failed(key, waitOf(error));
      log.warn("coordinator did not answer", { coordinator, error });
    }
  };
  return {
    refused: refusals.list,
    run: async (context, holdings) => {
      const pools = [...new Set(holdings.map(({ pool }) => pool))];
      await flights.run("openings", () => openings.follow(context.chain, pools));
      const pairs = coordinators.flatMap((coordinator) => pools.map((pool) => ({ coordinator, pool })));
      const looks = pairs.map(({ coordinator, pool }) => {
        const key = `look ${coordinator.name} ${pool}`;
        const mine = holdings.filter((holding) => holding.pool === pool);
        return flights.run(key, () => guarded(coordinator.name, key, () => ask(context, coordinator, mine)));
      });
      await Promise.all(looks);
    },
  };
}
