import { settlementOf } from "#sdk/actions/compute/settlementOf.ts";
import { BOARD_STAGE, postRoot } from "#sdk/actions/compute/postRoot.ts";
import { boardEntry } from "#sdk/actions/compute/boardEntry.ts";
import { settle } from "#sdk/actions/compute/settle.ts";
import { signConsent } from "#sdk/actions/compute/signConsent.ts";
import type { Datawell } from "#sdk";
import { type Payout, payoutProofs } from "#sdk/math/sumTree.ts";
import { neighboursOf, unmask, unscale } from "#sdk/reduce/index.ts";
import {
  type CoordinatorApi,
  CoordinatorError,
  decodeMasked,
  type DeviceStatus,
  documentDigest,
  graphSeed,
  type InputMessage,
  isRoundSigned,
  jobToJson,
  type RevealsMessage,
  rosterRoot,
  rosterSiblings,
  type RoundMessage,
  type RoundStage,
  roundTerms,
  type SharesMessage,
  type Signed,
  type SignedEnrolment,
  sumNodesToJson,
  survivorsRoot,
  survivorsSiblings,
} from "#sdk/rounds/index.ts";
import type { ReadyProgram } from "#sdk/programs/index.ts";
import type { Job } from "#sdk/types/Job.ts";

export interface HonestCoordinatorOptions {
  readonly client: Datawell;
  readonly consumer: Datawell;
  readonly jobId: string;
  readonly job: Job;
  readonly ready: Pick<ReadyProgram<unknown>, "program" | "task">;
}

export type HonestCoordinator = ReturnType<typeof createHonestCoordinator>;

const refuse = (status: number, code: string) =>
  new CoordinatorError({ status, code, fault: `It says ${code}`, remedy: "Nothing to do" });

/** One round of one job, by the book, moved from stage to stage by the test. */
export function createHonestCoordinator({ client, consumer, jobId, job, ready }: HonestCoordinatorOptions) {
  const { program, task } = ready;
  const enrolments: SignedEnrolment[] = [];
  const said = new Map<string, Signed<RoundMessage>>();
  const calls: string[] = [];
  const at: { stage: RoundStage; seed: string; statuses: DeviceStatus[]; payouts: Payout[] } = {
    stage: "enrolling",
    seed: "",
    statuses: [],
    payouts: [],
  };
  const roster = () => enrolments.map(({ enrolment }) => enrolment);
  const terms = () => roundTerms({ job, task, size: enrolments.length });
  const graph = () => ({ size: enrolments.length, degree: terms().degree, seed: at.seed });
  const near = (index: number) => neighboursOf({ ...graph(), index });
  const messages = <M extends RoundMessage>(step: M["step"]) =>
    new Map(
      [...said.values()].flatMap(({ message }) => (message.step === step ? [[message.index, message as M]] : [])),
    );
  const need = (...stages: RoundStage[]) => {
    if (!stages.includes(at.stage)) throw refuse(409, `WrongStage ${at.stage}`);
  };
  const hear = async (signed: Signed<RoundMessage>, stage: RoundStage): Promise<void> => {
    const { step, index } = signed.message;
    calls.push(`${step} ${index}`);
    const key = `${step} ${index}`;
    const before = said.get(key);
    if (before !== undefined) {
      if (documentDigest(before) !== documentDigest(signed)) throw refuse(409, "AlreadySaid");
      return;
    }
    need(stage);
    const { sessionKey } = enrolments[index]!.enrolment;
    if (!isRoundSigned(sessionKey, signed)) throw refuse(403, "NotSigned");
    said.set(key, signed);
  };
  const api: CoordinatorApi = {
    jobs: async (pool) => ({ jobs: pool === job.pool ? [{ jobId, stage: at.stage }] : [] }),
    job: async (asked) => {
      if (asked !== jobId) throw refuse(404, "NotThere");
      return { jobId, job: jobToJson(job), task, stage: at.stage, enrolled: enrolments.length };
    },
    program: async () => program,
    enrol: async (signed) => {
      calls.push(`enrol ${signed.enrolment.provider}`);
      const before = enrolments.find(({ enrolment }) => enrolment.provider === signed.enrolment.provider);
      if (before !== undefined) {
        if (documentDigest(before) !== documentDigest(signed)) throw refuse(409, "AlreadySaid");
        return;
      }
      need("enrolling");
      enrolments.push(signed);
    },
    neighbourhood: async (_, contribution) => {
      const index = enrolments.findIndex(({ enrolment }) => enrolment.contribution === contribution);
      if (index === -1 || at.seed === "") throw refuse(404, "NotThere");
      const indexes = [index, ...near(index)];
      const siblings = rosterSiblings(jobId, roster(), indexes);
      const entries = indexes.map((place, i) =>
        Object.assign({ index: place, siblings: [...siblings[i]!] }, enrolments[place]!),
      );
      return { size: enrolments.length, index, entries };
    },
    share: (signed) => hear(signed, "sharing"),
    shares: async (_, index) => {
      const from = [...messages<SharesMessage>("shares")].filter(([, { sealed }]) => sealed[index] !== undefined);
      return { sealed: Object.fromEntries(from.map(([sender, { sealed }]) => [sender, sealed[index]!])) };
    },
    deliver: (signed) => hear(signed, "masking"),
    survivors: async (_, index) => {
      const siblings = survivorsSiblings(jobId, at.statuses);
      const delivered = at.statuses.filter((status) => status === "delivered").length;
      const statuses = [index, ...near(index)].map((place) => ({
        index: place,
        status: at.statuses[place]!,
        siblings: sumNodesToJson(siblings[place]!),
      }));
      return { size: enrolments.length, delivered, statuses };
    },
    reveal: (signed) => hear(signed, "unmasking"),
    payouts: async () => {
      throw refuse(404, "NotThere");
    },
    payout: async (_, contribution) => {
      const index = at.payouts.findIndex((payout) => payout.contribution === contribution);
      if (index === -1) throw refuse(404, "NotThere");
      const payout = at.payouts[index]!;
      const siblings = sumNodesToJson(payoutProofs(at.payouts)[index]!);
      return { payout: { ...payout, units: payout.units.toString() }, siblings };
    },
  };
  return {
    api,
    calls,
    enrolments,
    messages,
    near,
    stage: () => at.stage,
    closeRoster: async () => {
      await postRoot(client, { topic: jobId, stage: BOARD_STAGE.roster, root: rosterRoot(jobId, roster()) });
      const author = job.coordinator;
      const entry = await boardEntry(client, { author, topic: jobId, stage: BOARD_STAGE.roster });
      at.seed = graphSeed(jobId, entry!.blockHash);
      at.stage = "sharing";
    },
    closeSharing: () => {
      at.stage = "masking";
    },
    closeMasking: async () => {
      const [shared, delivered] = [messages("shares"), messages("input")];
      at.statuses = enrolments.map((_, index) =>
        delivered.has(index) ? "delivered" : shared.has(index) ? "shared" : "absent",
      );
      const root = survivorsRoot(jobId, at.statuses);
      await postRoot(client, { topic: jobId, stage: BOARD_STAGE.survivors, root });
      at.stage = "unmasking";
    },
    /** The sum of what was delivered, in the task's own units. */
    unmask: async () => {
      const { threshold, plan } = terms();
      const { length } = task.output;
      const inputs = [...messages<InputMessage>("input")];
      const { sum, blamed } = await unmask({
        round: jobId,
        roster: roster().map(({ maskKey, shareKey, seedCommitment }) => ({ maskKey, shareKey, seedCommitment })),
        graph: graph(),
        threshold,
        length,
        sealed: new Map([...messages<SharesMessage>("shares")].map(([index, { sealed }]) => [index, sealed])),
        masked: new Map(inputs.map(([index, { masked }]) => [index, decodeMasked(masked, length)])),
        reveals: new Map([...messages<RevealsMessage>("reveals")].map(([index, { reveals }]) => [index, reveals])),
      });
      return { sum: plan === undefined ? sum : unscale(sum, plan), blamed };
    },
    /** Settles with the consumer's consent: final at once. */
    settle: async () => {
      const inputs = [...messages<InputMessage>("input")].toSorted(([a], [b]) => a - b);
      at.payouts = inputs.map(([place, { receipt }], index) => {
        const { provider, contribution } = enrolments[place]!.enrolment;
        return { index, provider, contribution, units: BigInt(receipt.receipt.units) };
      });
      const settlement = settlementOf(at.payouts, documentDigest({ jobId }));
      const consent = await signConsent(consumer, { job, settlement });
      await settle(client, { job, settlement, consent });
      at.stage = "settled";
    },
    fail: () => {
      at.stage = "failed";
    },
  };
}
