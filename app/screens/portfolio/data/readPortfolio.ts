import { jobs } from "#sdk/actions/compute/jobs.ts";
import { status, type JobStatus } from "#sdk/actions/compute/status.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { read } from "#sdk/chain/read.ts";
import type { Job } from "#sdk/types/Job.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { readImitations } from "../../../data/catalogue/readImitations.ts";
import { shownNames } from "../../../data/words/shownNames.ts";
import type { Happening } from "./Concerns.ts";
import { findConcerns } from "./findConcerns.ts";
import { readStanding, type Standing } from "./readStanding.ts";

/** A job that an account ordered. */
export interface OwnJob {
  readonly jobId: string;
  readonly job: Job;
  readonly basePaid: bigint; // ALITA wei
  readonly status: JobStatus;
}

/** All that an account has in Datawell. */
export interface Portfolio {
  readonly alita: bigint; // wei
  readonly standings: readonly Standing[]; // under names that are safe to show
  readonly jobs: readonly OwnJob[]; // newest first
  readonly activity: readonly Happening[]; // newest first
}

const MOST_JOBS = 20;

/**
 * Reads all that an account has. Where to look is told by the indexer or by events; what is there, by the contracts.
 * @throws DatawellError Unreachable
 */
export async function readPortfolio(client: Datawell, who: string): Promise<Portfolio> {
  const [alita, concerns, ordered] = await Promise.all([
    read(client, client.alita, "balanceOf", [who]),
    findConcerns(client, who),
    jobs(client, { consumer: who }),
  ]);
  const latest = ordered.toReversed().slice(0, MOST_JOBS);
  const [standings, own, alike] = await Promise.all([
    Promise.all(concerns.tokens.map((token) => readStanding(client, { token, who }).catch(unlessUnknown))),
    Promise.all(
      latest.map(async ({ jobId, job, basePaid }) => ({
        jobId,
        job,
        basePaid,
        status: await status(client, { jobId }),
      })),
    ),
    readImitations(client),
  ]);
  const known = standings.filter((one) => one !== undefined).map((one) => shownNames(one, alike.get(one.token)));
  return {
    alita,
    standings: known.toSorted((a, b) => a.symbol.localeCompare(b.symbol)),
    jobs: own,
    activity: concerns.activity,
  };
}

/** A token that the contracts know nothing of: an indexer may say what it likes. */
function unlessUnknown(error: unknown): undefined {
  if (error instanceof DatawellError && error.name === "UnknownDataset") return undefined;
  throw error;
}
