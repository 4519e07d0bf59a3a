import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hexlify, randomBytes, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { ComputeBillingAbi } from "#sdk/abis.ts";
import { jobId as idOf } from "#sdk/actions/compute/jobId.ts";
import { isSignedBy } from "#sdk/auth/isSignedBy.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { announce } from "#sdk/coordinator/announce.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import { enrolmentMessage } from "#sdk/rounds/enrolment.ts";
import { verifyRoster } from "#sdk/rounds/roster.ts";
import { sumNodesFromJson } from "#sdk/rounds/sumNodes.ts";
import { verifySurvivor } from "#sdk/rounds/survivors.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import { createTask } from "#sdk/task/createTask.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import type { Job } from "#sdk/types/Job.ts";
import { type CoordinatorChain, createCoordinator, type Listed, TABLES } from "../../../services/coordinator/index.ts";
import { openDatabase } from "../../../services/shared/database/index.ts";
import { createLog } from "../../../services/shared/log/index.ts";
import { createSimulatedChain } from "./createSimulatedChain.ts";
import { createSimulatedDevice, type SimulatedDevice } from "./createSimulatedDevice.ts";

export interface Played {
  readonly size: number;
  readonly degree: number;
  readonly exact: boolean; // the sum over those that delivered
  readonly deviceMs: number; // of one device, without its checks
  readonly checkMs: number; // of one device: rosters, survivors and signatures of its neighbours
  readonly bytesUp: number; // of one device
  readonly bytesDown: number;
  readonly coordinatorSeconds: number; // all in all
  readonly unmaskSeconds: number; // of these
  readonly databaseBytes: number;
}

const LENGTH = 16;
const BOUND = 1_000_000n;
const ROWS = 100;
const CHECKED = 20; // devices that make all checks, to tell what one costs
const DROPPED_BPS = 300; // vanish before they share, deliver and reveal, a third each
const PROGRAM = new TextEncoder().encode("export const map = (rows) => Array(16).fill(rows.length);");

/** Plays a round of so many devices in this process, one after the other, with a database on disk. */
export async function playScale(size: number): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), "datawell-scale-"));
  const file = join(folder, "coordinator.db");
  const database = await openDatabase(`sqlite:${file}`, TABLES);
  try {
    const played = await play(size, database);
    await database.query("PRAGMA wal_checkpoint(TRUNCATE)");
    return { ...played, databaseBytes: statSync(file).size };
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Database = Awaited<ReturnType<typeof openDatabase>>;

async function play(size: number, database: Database): Promise<Omit<Played, "databaseBytes">> {
  const clock = { now: 1_800_000_000 };
  const client = { chainId: 31_337n, billing: { address: ZeroAddress, abi: ComputeBillingAbi } } as unknown as Datawell;
  const task = createTask({ kind: "javascript", program: PROGRAM, gasPerRow: 20_000n, length: LENGTH, bound: BOUND });
  const job = jobOf(clock.now, taskDigest(task), size);
  const jobId = idOf(job);
  const providers = Array.from({ length: size }, () => ({
    signer: new Wallet(hexlify(randomBytes(32))),
    contribution: hexlify(randomBytes(32)),
    contentRoot: hexlify(randomBytes(32)),
  }));
  const listed = new Map(providers.map((one) => [one.contribution, listedOf(one.signer.address, one.contentRoot)]));
  const chain = createSimulatedChain({ client, job, listed, now: () => clock.now });
  const log = createLog({ service: "coordinator", level: "silent" });
  const coordinator = createCoordinator({ database, chain, now: () => clock.now, log });
  await coordinator.consumers.submit(announce({ job, task, program: PROGRAM }));
  const meter = createMeter(coordinator.devices);
  const devices = providers.map((provider, index) =>
    createSimulatedDevice(
      { ...provider, api: meter.api, client, jobId, job, task, values: valuesOf(index), rows: ROWS },
      async () => {
        const { root, blockHash } = (await chain.posted(jobId, "roster"))!;
        return { rosterRoot: root, blockHash };
      },
      async () => (await chain.posted(jobId, "survivors"))!.root,
    ),
  );

  const tick = () => meter.coordinator(coordinator.tick);
  const endStage = async () => {
    clock.now += 7_200;
    await tick();
    await tick();
  };
  const lost = (third: number) => size - Math.floor((size * DROPPED_BPS * third) / 30_000);
  await inTurn(devices, "enrol", meter);
  await endStage();
  await inTurn(devices.slice(0, lost(1)), "share", meter);
  await endStage();
  const checkMs = await timeOf(() => checkRosters({ chain, client, jobId }, coordinator.devices, providers));
  await inTurn(devices.slice(0, lost(2)), "deliver", meter);
  await endStage();
  const surviveMs = await timeOf(() => checkSurvivors({ chain, client, jobId }, coordinator.devices, size));
  await inTurn(devices.slice(0, lost(3)), "reveal", meter);
  const unmaskSeconds = (await timeOf(endStage)) / 1_000;
  const { result } = await coordinator.consumers.offer(jobId, job.consumer);
  const due = Array.from({ length: LENGTH }, (_, i) =>
    String(devices.slice(0, lost(2)).reduce((sum, _device, index) => sum + valuesOf(index)[i]!, 0n)),
  );
  const { degree } = (await devices[0]!.place()).terms;
  return {
    size,
    degree,
    exact: JSON.stringify(result.sum) === JSON.stringify(due),
    deviceMs: meter.read().deviceMs / size,
    checkMs: (checkMs + surviveMs) / Math.min(CHECKED, size),
    bytesUp: meter.read().up / size,
    bytesDown: meter.read().down / size,
    coordinatorSeconds: meter.read().coordinatorMs / 1_000,
    unmaskSeconds,
  };
}

const valuesOf = (index: number): readonly bigint[] =>
  Array.from({ length: LENGTH }, (_, i) => BigInt((index * 31 + i * 7) % 1_000) - 500n);

const jobOf = (now: number, program: string, size: number): Job => ({
  pool: ZeroAddress,
  token: ZeroAddress,
  openedAt: BigInt(now - 60),
  unitPrice: 1n,
  unitData: 1n,
  unitBurn: 0n,
  consumer: ZeroAddress,
  coordinator: "0x000000000000000000000000000000000000dEaD",
  program,
  maxUnits: BigInt(size) * 100n,
  minCohort: BigInt(Math.floor(size / 2)),
  epsilon: 0n,
  deadline: BigInt(now + 20 * 86_400),
  coordinatorFee: 0n,
  attesterSet: ZeroHash,
  arbiter: ZeroAddress,
  salt: hexlify(randomBytes(32)),
});

const listedOf = (provider: string, contentRoot: string): Listed => ({
  provider,
  contentRoot,
  units: BigInt(ROWS),
  kind: 0n,
  submittedAt: 1n,
  revokedAt: 0n,
  slashed: false,
});

/* MEASURING */

interface Meter {
  readonly api: CoordinatorApi;
  readonly coordinator: <T>(work: () => Promise<T>) => Promise<T>;
  readonly device: <T>(work: () => Promise<T>) => Promise<T>;
  readonly read: () => { deviceMs: number; coordinatorMs: number; up: number; down: number };
}

/** Tells the time of devices from the coordinator's, and counts what goes between them as JSON. */
function createMeter(devices: CoordinatorApi): Meter {
  const spent = { deviceMs: 0, coordinatorMs: 0, up: 0, down: 0 };
  let notDevice = 0;
  const coordinator = async <T>(work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    spent.coordinatorMs += performance.now() - start;
    return result;
  };
  const calls = Object.entries(devices).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      const start = performance.now();
      const answer = await coordinator(() => (method as (...all: unknown[]) => Promise<unknown>)(...args));
      spent.up += JSON.stringify(args).length;
      spent.down += JSON.stringify(answer ?? {}).length;
      notDevice += performance.now() - start;
      return answer;
    },
  ]);
  return {
    api: Object.fromEntries(calls) as CoordinatorApi,
    coordinator,
    device: async (work) => {
      const [start, before] = [performance.now(), notDevice];
      const result = await work();
      spent.deviceMs += performance.now() - start - (notDevice - before);
      return result;
    },
    read: () => spent,
  };
}

async function inTurn(
  devices: readonly SimulatedDevice[],
  step: "enrol" | "share" | "deliver" | "reveal",
  meter: Meter,
): Promise<void> {
  for (const device of devices) await meter.device(device[step]);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

interface Checking {
  readonly chain: CoordinatorChain;
  readonly client: Datawell;
  readonly jobId: string;
}

async function checkRosters(
  { chain, client, jobId }: Checking,
  api: CoordinatorApi,
  providers: readonly { readonly contribution: string }[],
): Promise<void> {
  const root = (await chain.posted(jobId, "roster"))!.root;
  const nobody = { getCode: async () => "0x", call: async () => "0x" };
  for (const { contribution } of providers.slice(0, CHECKED)) {
    const { size, entries } = await api.neighbourhood(jobId, contribution);
    for (const { enrolment, signature, index, siblings } of entries) {
      const digest = digestOf(enrolmentMessage(client, enrolment));
      const signed = await isSignedBy(nobody, { account: enrolment.provider, digest, signature });
      if (!signed || !verifyRoster(root, { size, index, enrolment, siblings })) throw new Error("a wrong roster");
    }
  }
}

async function checkSurvivors({ chain, jobId }: Checking, api: CoordinatorApi, size: number): Promise<void> {
  const root = (await chain.posted(jobId, "survivors"))!.root;
  for (let index = 0; index < Math.min(CHECKED, size); index++) {
    const { delivered, statuses } = await api.survivors(jobId, index);
    for (const { siblings, ...place } of statuses) {
      const proof = { size, delivered, ...place, siblings: sumNodesFromJson(siblings) };
      if (!verifySurvivor(root, jobId, proof)) throw new Error("wrong survivors");
    }
  }
}
