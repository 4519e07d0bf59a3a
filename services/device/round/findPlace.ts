import { BOARD_STAGE } from "#sdk/actions/compute/postRoot.ts";
import { neighboursOf } from "#sdk/reduce/index.ts";
import type { Neighbourhood } from "#sdk/rounds/answers.ts";
import { documentDigest } from "#sdk/rounds/digest.ts";
import { enrolmentMessage } from "#sdk/rounds/enrolment.ts";
import { jobFromJson } from "#sdk/rounds/jobJson.ts";
import { graphSeed, verifyRoster } from "#sdk/rounds/roster.ts";
import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import type { Job } from "#sdk/types/Job.ts";
import { DeviceError } from "../DeviceError.ts";
import type { Place, Round } from "../ledger/Round.ts";
import { checkContribution } from "./checkContribution.ts";
import type { Context, Coordinator } from "./Context.ts";
import { must } from "./must.ts";

type Entry = Neighbourhood["entries"][number];

/**
 * The device's place in the roster: undefined while the chain has none, or has it without its confirmations. Every
 * neighbour must be one the chain would pay, a provider of its own, with its own signature, and where the graph that
 * nobody could choose puts it.
 * @throws DeviceError CohortTooSmall, WrongRoster
 */
export async function findPlace(
  context: Context,
  { api }: Coordinator,
  { jobId, body }: Round,
): Promise<Place | undefined> {
  const job = jobFromJson(body.job);
  const post = await context.chain.post({ author: job.coordinator, jobId, stage: BOARD_STAGE.roster });
  if (post === undefined) return undefined;
  const { size, index, entries } = await api.neighbourhood(jobId, body.contribution);
  entries.forEach((entry) => {
    if (!verifyRoster(post.root, { size, ...entry })) throw wrong(`entry ${entry.index} is not under the posted root`);
  });
  if (BigInt(size) < job.minCohort) {
    throw new DeviceError("CohortTooSmall", `${size} devices enrolled, ${job.minCohort} are due`, "Nothing was sent");
  }
  const byIndex = new Map(entries.map((entry) => [entry.index, entry]));
  const { enrolment } = must(body.enrolment);
  const own = byIndex.get(index);
  if (own === undefined || documentDigest(own.enrolment) !== documentDigest(enrolment)) {
    throw wrong("the device itself is not where it should be");
  }
  const { degree } = roundTerms({ job, task: must(body.task), size });
  const expected = neighboursOf({ size, degree, seed: graphSeed(jobId, post.blockHash), index });
  if (byIndex.size !== entries.length || entries.length !== expected.length + 1) throw wrong("it has other neighbours");
  const neighbours = expected.map((neighbour) => {
    const entry = byIndex.get(neighbour);
    if (entry === undefined) throw wrong(`neighbour ${neighbour} is missing`);
    return entry;
  });
  await checkNeighbours(context, job, own, neighbours);
  return { rosterRoot: post.root, size, index, neighbours: neighbours.map(keysOf) };
}

async function checkNeighbours(context: Context, job: Job, own: Entry, neighbours: readonly Entry[]): Promise<void> {
  const all = [own, ...neighbours];
  for (const part of ["provider", "contribution", "maskKey", "shareKey", "seedCommitment", "sessionKey"] as const) {
    if (new Set(all.map(({ enrolment }) => enrolment[part])).size !== all.length) throw wrong(`a ${part} stands twice`);
  }
  await Promise.all(neighbours.map((entry) => checkNeighbour(context, job, own.enrolment.jobId, entry)));
}

async function checkNeighbour({ chain }: Context, job: Job, jobId: string, entry: Entry): Promise<void> {
  const { enrolment, signature, index } = entry;
  const { provider, contribution, rows } = enrolment;
  if (enrolment.jobId !== jobId) throw wrong(`neighbour ${index} enrolled for another job`);
  const digest = digestOf(enrolmentMessage(chain.client, enrolment));
  if (!(await chain.isSignedBy({ account: provider, digest, signature }))) {
    throw wrong(`neighbour ${index} did not sign`);
  }
  try {
    await checkContribution(chain, { job, contribution, provider, rows: BigInt(rows) });
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    if (error.code === "Revoked") return; // while the round runs: its masks are as good as any
    throw wrong(`neighbour ${index} cannot take part: ${error.fault}`);
  }
}

const keysOf = ({ index, enrolment: { maskKey, shareKey, seedCommitment } }: Entry) => ({
  index,
  keys: { maskKey, shareKey, seedCommitment },
});

const wrong = (how: string): DeviceError =>
  new DeviceError("WrongRoster", `The coordinator's roster is wrong: ${how}`, "The device asks again later");
