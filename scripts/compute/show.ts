import { jobs } from "#sdk/actions/compute/jobs.ts";
import { status } from "#sdk/actions/compute/status.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import type { Outcome } from "../output/Outcome.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import type { Session } from "../tasks/Session.ts";
import { jobOf } from "./jobOf.ts";

interface ShowArgs {
  readonly job: string | undefined;
  readonly dataset: string | undefined;
}

const show: Action<ShowArgs> = async (args, context) => {
  const session = await openSession(context);
  return args.job === undefined ? listJobs(session, args.dataset) : showJob(session, args.job);
};

async function listJobs(session: Session, dataset: string | undefined): Promise<Outcome> {
  const pool = dataset === undefined ? undefined : (await datasetOf(session, dataset)).pool;
  const found = await jobs(session.client, { pool });
  const all = await Promise.all(
    found.map(async ({ jobId, job }) => ({ jobId, job, status: await status(session.client, { jobId }) })),
  );
  return {
    title: all.length === 1 ? "1 job" : `${all.length} jobs`,
    table: {
      head: ["job", "phase", "units", "consumer"],
      rows: all.map(({ jobId, job, status: { phase } }) => [jobId, phase, job.maxUnits.toString(), job.consumer]),
    },
    data: { jobs: all },
  };
}

async function showJob({ client, alita }: Session, jobId: string): Promise<Outcome> {
  const job = await jobOf(client, jobId);
  const stands = await status(client, { jobId });
  return {
    title: `Job ${jobId}`,
    facts: [
      ["phase", stands.phase],
      ["consumer", job.consumer],
      ["coordinator", `${job.coordinator}, for ${units(job.coordinatorFee, alita)}`],
      ["units", `${stands.units} charged of at most ${job.maxUnits}, ${stands.takenUnits} claimed`],
      ["to be settled until", formatTime(job.deadline)],
      ...(stands.until === 0n ? [] : [["decided", formatTime(stands.until)] as const]),
    ],
    data: { jobId, job, status: stands },
  };
}

export default show;
