import { BOARD_STAGE } from "#sdk/actions/compute/postRoot.ts";
import { revealShares } from "#sdk/reduce/index.ts";
import { jobFromJson } from "#sdk/rounds/jobJson.ts";
import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import { sessionKeyOf, signRound } from "#sdk/rounds/session.ts";
import { sumNodesFromJson } from "#sdk/rounds/sumNodes.ts";
import { type DeviceStatus, verifySurvivor } from "#sdk/rounds/survivors.ts";
import { DeviceError } from "../DeviceError.ts";
import type { Round } from "../ledger/Round.ts";
import type { Context, Coordinator } from "./Context.ts";
import { must } from "./must.ts";

/**
 * Answers for the survivors that the chain fixed: of each neighbour's two secrets a share of one. The answer is written
 * down with the root it is for, and no other is ever given.
 * @returns the round a step further, or as it was while the survivors are not confirmed
 * @throws DeviceError CohortTooSmall, WrongSurvivors
 */
export async function reveal(context: Context, coordinator: Coordinator, round: Round): Promise<Round> {
  const { jobId, body } = round;
  const [job, place, secrets] = [jobFromJson(body.job), must(body.place), must(body.secrets)];
  const post = await context.chain.post({ author: job.coordinator, jobId, stage: BOARD_STAGE.survivors });
  if (post === undefined) return round;
  const statuses = await statusesUnder(post.root, coordinator, round);
  const { threshold } = roundTerms({ job, task: must(body.task), size: place.size });
  const party = { round: jobId, index: place.index, secrets: secrets.party, neighbours: place.neighbours };
  const reveals = await revealShares({ ...party, threshold, sealedFrom: must(secrets.sealedFrom), statuses });
  const message = {
    step: "reveals" as const,
    jobId,
    index: place.index,
    survivorsRoot: post.root,
    reveals: { ...reveals },
  };
  const signed = signRound(sessionKeyOf(secrets.session), message);
  return must(await context.ledger.advance({ jobId, from: "delivered", to: "revealed", add: { reveals: signed } }));
}

/** The statuses of the device and of all its neighbours, each proven under the root, and all of enough devices. */
async function statusesUnder(root: string, { api }: Coordinator, round: Round): Promise<Record<number, DeviceStatus>> {
  const { jobId, body } = round;
  const { size, index, neighbours } = must(body.place);
  const answer = await api.survivors(jobId, index);
  if (answer.size !== size) throw wrong(`of ${answer.size} devices, the roster has ${size}`);
  const expected = [index, ...neighbours.map((neighbour) => neighbour.index)];
  const statuses: Record<number, DeviceStatus> = {};
  for (const { index: place, status, siblings } of answer.statuses) {
    const proof = { size, delivered: answer.delivered, index: place, status, siblings: sumNodesFromJson(siblings) };
    if (!verifySurvivor(root, jobId, proof)) throw wrong(`device ${place} is not under the posted root`);
    statuses[place] = status;
  }
  if (answer.statuses.length !== expected.length || expected.some((place) => statuses[place] === undefined)) {
    throw wrong("they are not those of the device and its neighbours");
  }
  if (answer.delivered < Number(body.job.minCohort)) {
    const fault = `${answer.delivered} devices delivered, ${body.job.minCohort} are due`;
    throw new DeviceError("CohortTooSmall", fault, "The sum stays hidden");
  }
  return statuses;
}

const wrong = (how: string): DeviceError =>
  new DeviceError("WrongSurvivors", `The coordinator's survivors are wrong: ${how}`, "The device asks again later");
