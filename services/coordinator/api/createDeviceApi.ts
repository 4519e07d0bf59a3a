import { checkKeys } from "#sdk/reduce/index.ts";
import type { JobView } from "#sdk/rounds/answers.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import { type SignedEnrolment, signedEnrolmentSchema } from "#sdk/rounds/enrolment.ts";
import { jobToJson } from "#sdk/rounds/jobJson.ts";
import {
  type InputMessage,
  type RevealsMessage,
  type RoundMessage,
  type SharesMessage,
  type Signed,
  signedInputSchema,
  signedRevealsSchema,
  signedSharesSchema,
} from "#sdk/rounds/messages.ts";
import { parse } from "#sdk/rounds/parse.ts";
import { isRoundSigned } from "#sdk/rounds/session.ts";
import { sumNodesToJson } from "#sdk/rounds/sumNodes.ts";
import { unitsUp } from "#sdk/task/unitsUp.ts";
import { checkContribution } from "../core/checkContribution.ts";
import { checkInput, checkReveals, checkShares } from "../core/checkMessages.ts";
import { requireRoom } from "../core/requireRoom.ts";
import type { Round, Stage } from "../core/Round.ts";
import { isOver } from "../core/stageEnd.ts";
import { absent, forbidden, late, stageOver, unfit } from "../refusals.ts";
import type { Context } from "./Context.ts";
import type { Bills } from "./createBills.ts";
import { at, type Places } from "./createPlaces.ts";
import type { Turns } from "./createTurns.ts";
import { fromChain, refusing } from "./refusing.ts";

const LISTED = 1_000; // jobs in one list

/** What devices see of a stage: an offer is between coordinator and consumer. */
const shownStage = (stage: Stage): JobView["stage"] => (stage === "offered" ? "unmasking" : stage);

export interface Parts {
  readonly places: Places;
  readonly bills: Bills;
  readonly turns: Turns;
}

/** What a coordinator answers devices, in this process or behind a door of HTTP. */
export const createDeviceApi = (context: Context, parts: Parts): CoordinatorApi => ({
  ...answers(context, parts),
  ...steps(context, parts),
});

type Steps = "enrol" | "share" | "deliver" | "reveal";

function answers(context: Context, { places, bills }: Parts): Omit<CoordinatorApi, Steps> {
  const { store } = context;
  return {
    jobs: async (pool) => {
      const found = await store.rounds.ofPool(pool, LISTED);
      return { jobs: found.map(({ jobId, stage }) => ({ jobId, stage: shownStage(stage) })) };
    },
    job: async (jobId) => viewOf(await roundOf(context, jobId)),
    program: async (jobId) => {
      const program = await store.rounds.program(jobId);
      if (program === undefined) throw noRound();
      return program;
    },
    neighbourhood: async (jobId, contribution) => {
      const { members, siblings, neighboursOf } = await places.roster(await roundOf(context, jobId));
      const index = (await store.members.find(jobId, contribution))?.position;
      if (index === undefined) throw absent("This contribution is not in the roster", "Wait for another job");
      const entries = [index, ...neighboursOf(index)].map((place) => {
        const { enrolment, signature } = at(members, place).signed;
        return { index: place, enrolment, signature, siblings: [...at(siblings, place)] };
      });
      return { size: members.length, index, entries };
    },
    shares: async (jobId, index) => {
      const { stage, enrolled } = await roundOf(context, jobId);
      if (stage === "enrolling" || stage === "sharing") throw absent("Devices are still sharing");
      if (index >= enrolled) throw unfit("NoSuchDevice", `There is no device ${index} in the roster`, "Count from 0");
      return { sealed: await store.messages.sharesFor(jobId, index) };
    },
    survivors: async (jobId, index) => {
      const round = await roundOf(context, jobId);
      const { statuses, siblings } = await places.survivors(round);
      at(statuses, index);
      const near = [index, ...(await places.roster(round)).neighboursOf(index)];
      return {
        size: round.enrolled,
        delivered: round.delivered ?? 0,
        statuses: near.map((place) => ({
          index: place,
          status: at(statuses, place),
          siblings: sumNodesToJson(at(siblings, place)),
        })),
      };
    },
    payouts: async (jobId) => bills.payouts(await roundOf(context, jobId)),
    payout: async (jobId, contribution) => bills.payout(await roundOf(context, jobId), contribution),
  };
}

function steps(context: Context, { places, turns }: Parts): Pick<CoordinatorApi, Steps> {
  const say: Say = ({ jobId, rosterBlock }, signed) =>
    turns(jobId, () => context.store.messages.add(signed, rosterBlock));
  const door = { places, say };
  return {
    enrol: (given) => refusing(() => enrol(context, turns, parse(signedEnrolmentSchema, given))),
    share: (given) => refusing(() => share(context, door, parse(signedSharesSchema, given))),
    deliver: (given) => refusing(() => deliver(context, door, parse(signedInputSchema, given))),
    reveal: (given) => refusing(() => reveal(context, door, parse(signedRevealsSchema, given))),
  };
}

/** @throws ServiceError 404 NotThere */
export async function roundOf({ store }: Context, jobId: string): Promise<Round> {
  const round = await store.rounds.find(jobId);
  if (round === undefined) throw noRound();
  return round;
}

const noRound = () => absent("This coordinator runs no such job", "Hand the job in, or look for its coordinator");

export function viewOf({ jobId, job, task, stage, endsAt, enrolled, why }: Round): JobView {
  return {
    jobId,
    job: jobToJson(job),
    task,
    stage: shownStage(stage),
    ...(endsAt === undefined || stage === "offered" ? {} : { stageEndsAt: endsAt }),
    enrolled,
    ...(why === undefined ? {} : { why }),
  };
}

async function enrol({ store, chain, rules, now }: Context, turns: Turns, signed: SignedEnrolment): Promise<void> {
  const { enrolment } = signed;
  const { jobId, contribution, provider, rows } = enrolment;
  const round = await store.rounds.find(jobId);
  if (round === undefined) throw noRound();
  const units = unitsUp(BigInt(rows), BigInt(round.task.gasPerRow));
  if ((await store.members.find(jobId, contribution)) === undefined) {
    if (round.stage !== "enrolling") throw stageOver(round.stage, "enrolling");
    requireRoom(round, units, rules);
    checkKeys(enrolment);
    if (await store.blames.isBlamed(provider, now() - rules.banSeconds)) {
      throw forbidden(
        "Blamed",
        `${provider} is blamed for an earlier round`,
        "See /jobs/<id>/blamed; work with others",
      );
    }
  }
  const listed = await fromChain(() => chain.contribution(round.job.pool, contribution));
  const { contentRoot } = checkContribution(round.job, enrolment, listed);
  if (!(await fromChain(() => chain.isEnrolmentSigned(signed)))) {
    throw forbidden("NotSigned", `${provider} did not sign this enrolment`, "Let the provider's wallet sign it");
  }
  await turns(jobId, () => store.members.add(jobId, { contribution, provider, contentRoot, rows, units }, signed));
}

type Say = (round: Round, signed: Signed<RoundMessage>) => Promise<void>;

interface Door {
  readonly places: Places;
  readonly say: Say;
}

async function share(context: Context, { places, say }: Door, signed: Signed<SharesMessage>): Promise<void> {
  if (await isRepeated(context, signed)) return;
  const { message } = signed;
  const round = await roundIn(context, message, "sharing");
  const { neighboursOf } = await places.roster(round);
  checkShares(round, neighboursOf(message.index), message);
  await say(round, signed);
}

async function deliver(context: Context, { say }: Door, signed: Signed<InputMessage>): Promise<void> {
  if (await isRepeated(context, signed)) return;
  const { message } = signed;
  const { store, chain } = context;
  const round = await roundIn(context, message, "masking");
  const shared = await store.messages.isHeard(message.jobId, "shares", message.index);
  if (!shared) throw unfit("NotShared", "The device did not hand in its shares in time", "Wait for another job");
  const member = await memberAt(context, message);
  checkInput(round, member, message);
  if (!(await fromChain(() => chain.isReceiptSigned(message.receipt, member.provider)))) {
    throw forbidden("NotSigned", `${member.provider} did not sign this receipt`, "Let the provider's wallet sign it");
  }
  await say(round, signed);
}

async function reveal(context: Context, { places, say }: Door, signed: Signed<RevealsMessage>): Promise<void> {
  if (await isRepeated(context, signed)) return;
  const { message } = signed;
  const round = await roundIn(context, message, "unmasking");
  if (isOver(round, context.now())) throw late(); // the sum is being made from what was revealed in time
  const { statuses } = await places.survivors(round);
  const { neighboursOf } = await places.roster(round);
  if (at(statuses, message.index) === "absent") {
    throw unfit("NotShared", "The device took no part in this sum", "Wait for another job");
  }
  const near = new Map(neighboursOf(message.index).map((index) => [index, at(statuses, index)]));
  checkReveals(round, near, message);
  await say(round, signed);
}

/**
 * Whether a message was taken before; it is the device's own in any case.
 * @throws ServiceError 403 NotSigned, 409 AlreadySaid
 */
async function isRepeated(context: Context, signed: Signed<RoundMessage>): Promise<boolean> {
  const { message } = signed;
  const { signed: enrolled } = await memberAt(context, message);
  if (!isRoundSigned(enrolled.enrolment.sessionKey, signed)) {
    throw forbidden(
      "NotSigned",
      `Device ${message.index} did not sign this`,
      "Sign it with the enrolment's session key",
    );
  }
  return context.store.messages.has(message);
}

async function memberAt(context: Context, { jobId, index }: RoundMessage) {
  const member = await context.store.members.at(jobId, index);
  if (member !== undefined) return member;
  await roundOf(context, jobId);
  throw unfit("NoSuchDevice", `There is no device ${index} in the roster`, "Look at your place in the roster");
}

async function roundIn(context: Context, { jobId }: RoundMessage, stage: Stage): Promise<Round> {
  const round = await roundOf(context, jobId);
  if (round.stage !== stage) throw stageOver(round.stage, stage);
  return round;
}
