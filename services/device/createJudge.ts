import type { JobView } from "#sdk/rounds/answers.ts";
import { CoordinatorError } from "#sdk/rounds/CoordinatorError.ts";
import type { Log } from "../shared/log/createLog.ts";
import type { BackOff } from "./createBackOff.ts";
import type { Refusals } from "./createRefusals.ts";
import { DeviceError } from "./DeviceError.ts";
import type { Holding } from "./Holding.ts";
import type { Round } from "./ledger/Round.ts";
import type { Context, Coordinator } from "./round/Context.ts";
import { enrol } from "./round/enrol.ts";

/** A job as one coordinator shows it. */
export interface Candidate {
  readonly coordinator: Coordinator;
  readonly jobId: string;
  readonly mine: readonly Holding[]; // on the job's pool
}

/** Decides about jobs, and begins the rounds of those that conform. */
export interface Judge {
  readonly mayTry: (coordinator: Coordinator, jobId: string) => boolean;
  /** @throws CoordinatorError if the coordinator does not answer at all */
  readonly run: (context: Context, candidate: Candidate) => Promise<void>;
}

export interface JudgeOptions {
  readonly backOff: BackOff;
  readonly refusals: Refusals;
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

export function createJudge({ backOff, refusals, log }: JudgeOptions): Judge {
  /** Passes over a job for a while: it is not for this device, or it is too late for it. */
  const consider = async (context: Context, { coordinator, jobId, mine }: Candidate) => {
    const key = keyOf(coordinator, jobId);
    const view = await coordinator.api.job(jobId);
    if (view.stage !== "enrolling") return backOff.failed(key, PATIENCE_MS);
    try {
      const round = await enrolAny(context, coordinator, view, mine);
      refusals.remove(jobId);
      log.info("enrolled", { jobId, contribution: round.body.contribution });
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      refusals.add(jobId, error);
      backOff.failed(key, PATIENCE_MS);
    }
  };
  const run = async (context: Context, candidate: Candidate) => {
    const { coordinator, jobId } = candidate;
    try {
      await consider(context, candidate);
    } catch (error) {
      backOff.failed(keyOf(coordinator, jobId), waitOf(error));
      if (isSilence(error)) throw error;
      log.debug("job not understood", { coordinator: coordinator.name, jobId, error });
    }
  };
  return { mayTry: (coordinator, jobId) => backOff.mayTry(keyOf(coordinator, jobId)), run };
}

const keyOf = ({ name }: Coordinator, jobId: string): string => `find ${name} ${jobId}`;

/** Milliseconds for which a coordinator asks to be left alone. */
export const waitOf = (error: unknown): number => 1_000 * ((error as { readonly retryAfter?: number }).retryAfter ?? 0);

/** Nothing came back in time, and nothing else will: not a wrong answer, which may be to one question. */
const isSilence = (error: unknown): boolean => error instanceof CoordinatorError && error.code === "Unreachable";

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
