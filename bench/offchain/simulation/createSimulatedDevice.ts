import { ed25519 } from "@noble/curves/ed25519.js";
import { hexlify, type Signer } from "ethers";
import type { Datawell } from "#sdk/chain/datawell.ts";
import {
  type ByIndex,
  createParty,
  maskInput,
  neighboursOf,
  type Party,
  type PartySecrets,
  protect,
  type Reveal,
  revealShares,
  sealShares,
} from "#sdk/reduce/index.ts";
import {
  type CoordinatorApi,
  type DeviceStatus,
  encodeMasked,
  type Enrolment,
  enrolmentMessage,
  graphSeed,
  maskedDigest,
  type Neighbourhood,
  type Receipt,
  receiptMessage,
  type RoundMessage,
  type RoundTerms,
  roundTerms,
  type SessionKey,
  sessionKeyOf,
  type Signed,
  type SignedEnrolment,
  signRound,
} from "#sdk/rounds/index.ts";
import type { TypedData } from "#sdk/signing/TypedData.ts";
import type { Task } from "#sdk/task/Task.ts";
import { unitsUp } from "#sdk/task/unitsUp.ts";
import type { Job } from "#sdk/types/Job.ts";

export interface SimulatedContribution {
  readonly contribution: string;
  readonly contentRoot: string;
  readonly rows: number;
}

export interface SimulatedDeviceOptions extends SimulatedContribution {
  readonly api: CoordinatorApi;
  readonly signer: Signer; // the provider's wallet
  readonly client: Datawell; // for the domain of what it signs
  readonly jobId: string;
  readonly job: Job;
  readonly task: Task;
  readonly values: readonly bigint[]; // what its task came to
}

/**
 * A device without records and sandbox, whose part in the round is real: every key, share, mask, signature and message.
 * Its steps give the messages, so that a test can bend them before they are sent.
 */
export interface SimulatedDevice {
  readonly enrolment: () => Promise<SignedEnrolment>;
  readonly shares: () => Promise<Signed<RoundMessage & { step: "shares" }>>;
  readonly input: () => Promise<Signed<RoundMessage & { step: "input" }>>;
  readonly reveals: () => Promise<Signed<RoundMessage & { step: "reveals" }>>;
  readonly enrol: () => Promise<void>;
  readonly share: () => Promise<void>;
  readonly deliver: () => Promise<void>;
  readonly reveal: () => Promise<void>;
  /** Signs anything with its session key. */
  readonly sign: <M extends RoundMessage>(message: M) => Signed<M>;
  readonly signReceipt: (receipt: Receipt) => Promise<string>;
  readonly place: () => Promise<Place>;
}

/** The neighbourhood without its proofs: ten thousand devices in one process would keep gigabytes of them. */
interface Place extends Pick<Neighbourhood, "size" | "index"> {
  readonly neighbours: Party["neighbours"];
  readonly terms: RoundTerms;
}

interface Keys {
  readonly secrets: PartySecrets;
  readonly session: SessionKey;
  readonly enrolment: Enrolment;
}

/** @param blockOf tells the hash of the block that holds the roster, as the chain does */
export function createSimulatedDevice(
  options: SimulatedDeviceOptions,
  blockOf: () => Promise<{ readonly rosterRoot: string; readonly blockHash: string }>,
  survivorsRootOf: () => Promise<string>,
): SimulatedDevice {
  const { api, signer, client, jobId, job, task, values, contribution, contentRoot, rows } = options;
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const found = kept.get(name) as Promise<T> | undefined;
    if (found !== undefined) return found;
    const made = make();
    kept.set(name, made);
    made.catch(() => kept.delete(name));
    return made;
  };
  const signTyped = ({ domain, types, message }: TypedData) => signer.signTypedData(domain, types, message);
  let session: SessionKey | undefined;
  const sign = <M extends RoundMessage>(message: M) => signRound(session!, message);

  const keys = () =>
    once("keys", async (): Promise<Keys> => {
      const { secrets, keys: published } = await createParty(jobId);
      session = sessionKeyOf(hexlify(ed25519.utils.randomSecretKey()));
      const provider = await signer.getAddress();
      const { sessionKey } = session;
      return { secrets, session, enrolment: { jobId, contribution, provider, rows, ...published, sessionKey } };
    });
  const enrolment = () =>
    once("enrolment", async () => {
      const { enrolment: promise } = await keys();
      return { enrolment: promise, signature: await signTyped(enrolmentMessage(client, promise)) };
    });
  const place = () =>
    once("place", async (): Promise<Place> => {
      const found = await api.neighbourhood(jobId, contribution);
      const terms = roundTerms({ job, task, size: found.size });
      const seed = graphSeed(jobId, (await blockOf()).blockHash);
      const expected = neighboursOf({ size: found.size, degree: terms.degree, seed, index: found.index });
      const byIndex = new Map(found.entries.map((entry) => [entry.index, entry.enrolment]));
      const neighbours = expected.map((index) => {
        const { maskKey, shareKey, seedCommitment } = byIndex.get(index)!;
        return { index, keys: { maskKey, shareKey, seedCommitment } };
      });
      return { size: found.size, index: found.index, neighbours, terms };
    });
  const party = async () => {
    const { index, neighbours, terms } = await place();
    const { secrets } = await keys();
    return { round: jobId, index, secrets, neighbours, threshold: terms.threshold };
  };
  const arrived = () => once("arrived", async () => (await api.shares(jobId, (await place()).index)).sealed);

  const shares = () =>
    once("shares", async () => {
      const { index } = await place();
      const sealed = await sealShares(await party());
      const { rosterRoot } = await blockOf();
      return sign({
        step: "shares" as const,
        jobId,
        index,
        rosterRoot,
        sealed: { ...sealed } as Record<string, string>,
      });
    });
  const input = () =>
    once("input", async () => {
      const { index, terms } = await place();
      const bound = BigInt(task.output.bound);
      const protectedValues = terms.plan === undefined ? values : protect({ values, bound, plan: terms.plan });
      const sealedFrom = (await arrived()) as ByIndex<string>;
      const masked = await maskInput({ ...(await party()), sealedFrom, input: protectedValues });
      const units = unitsUp(BigInt(rows), BigInt(task.gasPerRow)).toString();
      const outputHash = maskedDigest(masked);
      const receipt: Receipt = { jobId, contribution, contentRoot, rows, units, outputHash };
      const signature = await signTyped(receiptMessage(client, receipt));
      const said = { receipt, signature };
      return sign({ step: "input" as const, jobId, index, masked: encodeMasked(masked), receipt: said });
    });
  const reveals = () =>
    once("reveals", async () => {
      const { index } = await place();
      const answer = await api.survivors(jobId, index);
      const statuses = Object.fromEntries(
        answer.statuses.map((one) => [one.index, one.status]),
      ) as ByIndex<DeviceStatus>;
      const sealedFrom = (await arrived()) as ByIndex<string>;
      const revealed = await revealShares({ ...(await party()), sealedFrom, statuses });
      const message = { step: "reveals" as const, jobId, index, survivorsRoot: await survivorsRootOf() };
      return sign({ ...message, reveals: { ...revealed } as Record<string, Reveal> });
    });
  return {
    enrolment,
    shares,
    input,
    reveals,
    enrol: async () => api.enrol(await enrolment()),
    share: async () => api.share(await shares()),
    deliver: async () => api.deliver(await input()),
    reveal: async () => api.reveal(await reveals()),
    sign,
    signReceipt: (receipt) => signTyped(receiptMessage(client, receipt)),
    place,
  };
}
