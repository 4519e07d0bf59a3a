import type { JobView } from "#sdk/rounds/answers.ts";
import type { Log } from "../shared/log/createLog.ts";
import type { BackOff } from "./createBackOff.ts";
import { createOpenings } from "./createOpenings.ts";
import { createRefusals, type Refused } from "./createRefusals.ts";
import { DeviceError } from "./DeviceError.ts";
import type { Holding } from "./Holding.ts";
import type { Round } from "./ledger/Round.ts";
import type { Context, Coordinator } from "./round/Context.ts";
import { enrol } from "./round/enrol.ts";

export interface Search {
  /** Looks for jobs on the holdings' pools, and enrols for those that conform. A coordinator's faults stay its own. */
  readonly run: (context: Context, holdings: readonly Holding[]) => Promise<void>;
  /** The last jobs refused, newest first. */
  readonly refused: () => readonly Refused[];
}

export interface SearchOptions {
  readonly coordinators: readonly Coordinator[];
  readonly backOff: BackOff;
  readonly log: Log;
}

const PATIENCE_MS = 60_000; // until a refused job is looked at again: a file may have been restored

/** Faults of one contribution: another of the same provider may do. */
const OF_CONTRIBUTION = new Set([
  "ForeignContribution",
  "NotOnDevice",
  "SubmittedAfterOpening",
  "Revoked",
  "Slashed",
  "FileChanged",
  "FileUnreadable",
  "TooMuchWork",
]);

/** Finds jobs by the coordinators' lists, and by the chain, whose jobs each coordinator is asked for. */
export function createSearch({ coordinators, backOff, log }: SearchOptions): Search {
  const refusals = createRefusals(log);
  const openings = createOpenings();

  const consider = async (context: Context, coordinator: Coordinator, jobId: string, mine: readonly Holding[]) => {
    if (!backOff.mayTry(`job ${jobId}`)) return;
    if ((await context.ledger.find(jobId)) !== undefined) return openings.forget(jobId);
    const view = await coordinator.api.job(jobId);
    if (view.stage !== "enrolling") return openings.forget(jobId);
    try {
      const round = await enrolAny(context, coordinator, view, mine);
      refusals.remove(jobId);
      log.info("enrolled", { jobId, contribution: round.body.contribution });
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      refusals.add(jobId, error);
      backOff.failed(`job ${jobId}`, PATIENCE_MS);
    }
  };
  /** One coordinator, about one pool. */
  const ask = async (context: Context, coordinator: Coordinator, mine: readonly Holding[]) => {
    const { pool } = mine[0] as Holding;
    const { jobs } = await coordinator.api.jobs(pool);
    const known = new Set(jobs.map(({ jobId }) => jobId));
    const listed = jobs.filter(({ stage }) => stage === "enrolling").map(({ jobId }) => jobId);
    for (const jobId of [...listed, ...openings.on(pool).filter((id) => !known.has(id))]) {
      const about = { coordinator: coordinator.name, jobId };
      await guarded(about, () => consider(context, coordinator, jobId, mine));
    }
  };
  const guarded = async (
    about: { readonly coordinator: string; readonly jobId?: string },
    work: () => Promise<void>,
  ) => {
    const key = `${about.coordinator} ${about.jobId ?? "jobs"}`;
    if (!backOff.mayTry(key)) return;
    try {
      await work();
      backOff.succeeded(key);
    } catch (error) {
      backOff.failed(key, 1_000 * ((error as { readonly retryAfter?: number }).retryAfter ?? 0));
      log[about.jobId === undefined ? "warn" : "debug"]("coordinator did not answer", { ...about, error });
    }
  };
  return {
    refused: refusals.list,
    run: async (context, holdings) => {
      const pools = [...new Set(holdings.map(({ pool }) => pool))];
      await openings.follow(context.chain, pools);
      const groups = pools.map((pool) => holdings.filter((holding) => holding.pool === pool));
      const pairs = coordinators.flatMap((one) => groups.map((mine) => [one, mine] as const));
      await Promise.all(pairs.map(([one, mine]) => guarded({ coordinator: one.name }, () => ask(context, one, mine))));
    },
  };
}

/** Enrols with the largest contribution that will do: one for each provider, for the provider is what is protected. */
async function enrolAny(
  context: Context,
  coordinator: Coordinator,
  view: JobView,
  mine: readonly Holding[],
): Promise<Round> {
  const ordered = mine.toSorted((a, b) => (a.units > b.units ? -1 : 1));
  let fault: DeviceError | undefined;
  for (const holding of ordered) {
    try {
      return await enrol(context, coordinator, view, holding);
    } catch (error) {
      if (!(error instanceof DeviceError) || !OF_CONTRIBUTION.has(error.code)) throw error;
      fault ??= error; // of the largest one
    }
  }
  throw fault as DeviceError;
}
