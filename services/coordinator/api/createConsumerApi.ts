import { decodeBase64 } from "ethers";
import { announcementSchema, type Announcement, type Offer } from "#sdk/rounds/answers.ts";
import type { ConsumerApi } from "#sdk/coordinator/ConsumerApi.ts";
import { parse } from "#sdk/rounds/parse.ts";
import { checkProgram } from "#sdk/task/checkProgram.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import { validateTask } from "#sdk/task/validateTask.ts";
import { ServiceError } from "../../shared/http/ServiceError.ts";
import { mostDevices } from "../core/mostDevices.ts";
import type { Round } from "../core/Round.ts";
import { stageEnd } from "../core/stageEnd.ts";
import { absent, conflict, forbidden, unfit } from "../refusals.ts";
import type { Context } from "./Context.ts";
import { roundOf, viewOf } from "./createDeviceApi.ts";
import type { Bills } from "./createBills.ts";
import { fromChain, refusing } from "./refusing.ts";

/** As consumers see it, but that who asks for a result is named: a door in front finds out who that is. */
export type ConsumerDoor = Omit<ConsumerApi, "offer"> & {
  /** @throws ServiceError 403 NotYours, 404 NotThere, 409 RoundFailed */
  readonly offer: (jobId: string, account: string) => Promise<Offer>;
};

/** What a coordinator answers consumers. */
export function createConsumerApi(context: Context, bills: Bills): ConsumerDoor {
  const { store } = context;
  return {
    submit: (announcement) => refusing(() => submit(context, parse(announcementSchema, announcement))),
    progress: async (jobId) => viewOf(await roundOf(context, jobId)),
    offer: async (jobId, account) => offerOf(await roundOf(context, jobId), account),
    consent: (jobId, signature) => takeConsent(context, jobId, signature),
    payouts: async (jobId) => bills.payouts(await roundOf(context, jobId)),
    blamed: async (jobId) => {
      await roundOf(context, jobId);
      const blamed = await store.blames.all(jobId);
      return {
        jobId,
        blamed: blamed.map(({ position, contribution, provider, why }) => ({
          index: position,
          contribution,
          provider,
          why,
        })),
      };
    },
  };
}

async function submit(context: Context, { jobId, task: given, program: text }: Announcement): Promise<void> {
  const { store, rules, now } = context;
  if ((await store.rounds.find(jobId)) !== undefined) return; // its id fixes all that could differ
  const task = validateTask(given);
  const program = decodeBase64(text);
  checkProgram(task, program);
  const job = await openJob(context, jobId);
  if (taskDigest(task) !== job.program) {
    throw unfit("WrongTask", "The task is not the job's", "Send the task that the job was opened with");
  }
  if (BigInt(mostDevices({ job, task }, rules)) < job.minCohort) {
    throw conflict("RoundTooLarge", "The cohort's vectors are more than this coordinator adds up", "Ask another one");
  }
  if ((await store.rounds.open()).length >= rules.maxOpenRounds) throw busy();
  const createdAt = now();
  const endsAt = stageEnd(rules, job, "enrolling", createdAt);
  await store.rounds.add({ jobId, job, task, program, createdAt, endsAt });
}

/** The terms of a job that this coordinator can still bring to an end. */
async function openJob({ chain, rules }: Context, jobId: string): Promise<Round["job"]> {
  const [found, { phase }, time] = await fromChain(() =>
    Promise.all([chain.job(jobId), chain.state(jobId), chain.time()]),
  );
  if (found === undefined || found.depth < rules.confirmations) {
    throw absent("The job is not on chain, or not deep enough", `Send it again ${rules.confirmations} blocks later`);
  }
  const { job } = found;
  if (job.coordinator !== chain.account) {
    throw forbidden("NotOurs", `The job's coordinator is ${job.coordinator}`, "Hand it in there");
  }
  if (phase !== "Open") throw conflict("NotOpen", `The job is ${phase} on chain`, "Open another one");
  if (time + rules.settleSeconds >= Number(job.deadline)) {
    throw conflict("TooLate", "The job's deadline is too near", "Open one with a later deadline");
  }
  return job;
}

const busy = () =>
  new ServiceError({
    status: 503,
    code: "TooManyRounds",
    fault: "This coordinator has as many jobs as it can run",
    remedy: "Hand the job in again later",
    retryAfter: 60,
  });

function offerOf({ job, stage, result, settlement, why }: Round, account: string): Offer {
  if (account !== job.consumer) {
    throw forbidden("NotYours", `The job is ${job.consumer}'s`, "Ask with the wallet that opened it");
  }
  if (stage === "failed")
    throw conflict("RoundFailed", why ?? "The round failed", "Take the refund after the deadline");
  if (result === undefined || settlement === undefined) throw absent("There is no result yet");
  return { result, settlement: { ...settlement, units: settlement.units.toString() } };
}

async function takeConsent(context: Context, jobId: string, signature: string): Promise<void> {
  const { store, chain } = context;
  const { job, stage, settlement, consent } = await roundOf(context, jobId);
  if (consent === signature) return;
  if (settlement === undefined) throw absent("There is nothing to consent to yet");
  if (stage !== "offered") throw conflict("TooLate", `The round is ${stage}`, "Nothing more is needed");
  if (!(await fromChain(() => chain.isConsentSigned(job, settlement, signature)))) {
    throw forbidden("NotSigned", `${job.consumer} did not sign this settlement`, "Sign the settlement on offer");
  }
  await store.rounds.move(jobId, "offered", { consent: signature });
}
