import { hexlify, parseEther, randomBytes, type Signer, Wallet } from "ethers";
import { attester, compute, connect, type Datawell, now, pool as pools } from "#sdk";
import { announce, type ConsumerApi } from "#sdk/coordinator/index.ts";
import type { JobView } from "#sdk/rounds/answers.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import { createTask } from "#sdk/task/createTask.ts";
import type { Task } from "#sdk/task/Task.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import type { PoolParams } from "#sdk/types/Dataset.ts";
import type { Job, JobOrder } from "#sdk/types/Job.ts";
import {
  createSimulatedDevice,
  type SimulatedContribution,
  type SimulatedDevice,
} from "../../../../bench/offchain/simulation/createSimulatedDevice.ts";
import { testAccounts } from "../../../../scripts/chain/testAccounts.ts";
import {
  type Coordinator,
  type CoordinatorChain,
  createChain,
  createCoordinator,
  type Rules,
  TABLES,
} from "../../../../services/coordinator/index.ts";
import { type Database, openDatabase } from "../../../../services/shared/database/index.ts";
import { createLog } from "../../../../services/shared/log/index.ts";
import { addressOf, DAY, sdkWorld } from "../../../fixtures/sdk.ts";
import { contributionOf } from "../../../fixtures/terms.ts";

export type World = Awaited<ReturnType<typeof sdkWorld>>;

export const SILENT = createLog({ service: "coordinator", level: "silent" });

/** Stages that only a test ends early. */
export const RULES: Partial<Rules> = { confirmations: 0, finality: 0, enrolSeconds: 600, settleSeconds: 60 };

export const PROGRAM = new TextEncoder().encode("export function map(rows) { return [rows.length]; }");

export const LENGTH = 4;

/** What devices are asked for; nothing runs it here. */
export const TASK: Task = createTask({
  kind: "javascript",
  program: PROGRAM,
  gasPerRow: 20_000n,
  length: LENGTH,
  bound: 1_000_000n,
});

export interface Provider extends SimulatedContribution {
  readonly signer: Signer;
  readonly address: string;
}

/** A chain with a pool whose providers have no ether, and a coordinator's key. */
export interface Stage {
  readonly world: World;
  readonly pool: string;
  readonly providers: readonly Provider[];
  readonly coordinator: Signer;
  /** Seconds that the coordinator's clock is ahead. */
  readonly clock: { ahead: number; readonly now: () => number };
}

/** @param terms of the pool, other than a cohort of three and sums without noise */
export async function createStage(size: number, terms: Partial<PoolParams> = {}): Promise<Stage> {
  const world = await sdkWorld();
  const { pool } = await world.launch({ pool: { minCohort: 3n, epsilonPerJob: 0n, epsilonPerPeriod: 0n, ...terms } });
  const providers: Provider[] = [];
  for (let index = 0; index < size; index++) providers.push(await createProvider(world, pool, 10n + BigInt(index % 5)));
  await world.time.increase(3_600); // the pair has an average price
  const coordinator = testAccounts(5)[4]!.connect(world.provider);
  const clock = { ahead: 0, now: () => Math.floor(Date.now() / 1_000) + clock.ahead };
  return { world, pool, providers, coordinator, clock };
}

async function createProvider(world: World, pool: string, units: bigint): Promise<Provider> {
  const signer = new Wallet(hexlify(randomBytes(32)), world.provider);
  const contribution = contributionOf(signer.address, { units });
  await contributeFor(world, pool, signer, contribution);
  const { contentTag, contentRoot } = contribution;
  return { signer, address: signer.address, contribution: contentTag, contentRoot, rows: Number(units) };
}

/** Alice submits and pays for the provider, who signs. */
async function contributeFor(
  world: World,
  pool: string,
  signer: Wallet,
  contribution: ReturnType<typeof contributionOf>,
): Promise<void> {
  const { alice, attesters, set } = world;
  const deadline = (await now(alice)) + DAY;
  const found = { pool, contribution, assessment: { quality: 8_000n, novelty: 0n, deadline } };
  const [one, other, providerSignature] = await Promise.all([
    attester.attest(attesters[0]!, found),
    attester.attest(attesters[1]!, found),
    pools.signContribution(connect(world.file, signer), { pool, contribution, minReward: 0n, deadline }),
  ]);
  await pools.contribute(alice, { ...found, set, signatures: [one, other], deadline, providerSignature });
}

export interface Running {
  readonly database: Database;
  readonly chain: CoordinatorChain;
  readonly coordinator: Coordinator;
}

export interface StartOptions {
  readonly database?: Database;
  readonly rules?: Partial<Rules>;
  readonly front?: (chain: CoordinatorChain) => CoordinatorChain;
  readonly holdSeconds?: number;
}

/** A coordinator in this process, over the stage's chain or what a test puts in front of it. */
export async function startCoordinator(stage: Stage, options: StartOptions = {}): Promise<Running> {
  const { world, coordinator: signer, clock } = stage;
  const database = options.database ?? (await openDatabase("sqlite::memory:", TABLES));
  const real = await createChain({ client: world.stranger, signer, database, now: clock.now });
  const chain = options.front?.(real) ?? real;
  const rules = { ...RULES, ...options.rules };
  const { holdSeconds } = options;
  const coordinator = createCoordinator({ database, chain, rules, now: clock.now, log: SILENT, holdSeconds });
  return { database, chain, coordinator };
}

export interface Opened {
  readonly jobId: string;
  readonly job: Job;
}

export async function openJob({ world, pool }: Stage, order: Partial<JobOrder> = {}): Promise<Opened> {
  const { consumer, coordinator } = world;
  const { result } = await compute.open(consumer, {
    pool,
    coordinator: await addressOf(coordinator),
    program: taskDigest(TASK),
    maxUnits: 1_000n,
    minCohort: 3n,
    epsilon: 0n,
    deadline: (await now(consumer)) + DAY,
    coordinatorFee: parseEther("1"),
    payWith: "base",
    ...order,
  });
  return result;
}

export const submit = ({ submit: hand }: Pick<ConsumerApi, "submit">, { job }: Opened): Promise<void> =>
  hand(announce({ job, task: TASK, program: PROGRAM }));

export interface DevicesOptions {
  readonly api: CoordinatorApi;
  readonly chain: CoordinatorChain;
  readonly opened: Opened;
  readonly count?: number;
}

/** The values of the device of a provider. */
export const valuesOf = (index: number): readonly bigint[] => [
  1n,
  BigInt(index),
  BigInt(-index),
  BigInt(index * index),
];

/** What the values of some devices come to. */
export const sumOf = (indexes: readonly number[]): readonly string[] =>
  Array.from({ length: LENGTH }, (_, i) =>
    indexes.reduce((sum, index) => sum + (valuesOf(index)[i] as bigint), 0n).toString(),
  );

/** A device of each of the first providers. */
export function devicesOf(stage: Stage, { api, chain, opened, count }: DevicesOptions): readonly SimulatedDevice[] {
  const { jobId, job } = opened;
  const client: Datawell = stage.world.stranger;
  const posted = async (what: "roster" | "survivors") => {
    const found = await chain.posted(jobId, what);
    if (found === undefined) throw new Error(`the ${what} is not on chain`);
    return found;
  };
  return stage.providers.slice(0, count).map(({ signer, contribution, contentRoot, rows }, index) =>
    createSimulatedDevice(
      { api, signer, client, jobId, job, task: TASK, values: valuesOf(index), contribution, contentRoot, rows },
      async () => {
        const { root, blockHash } = await posted("roster");
        return { rosterRoot: root, blockHash };
      },
      async () => (await posted("survivors")).root,
    ),
  );
}

export interface Begun {
  readonly running: Running;
  readonly opened: Opened;
  readonly devices: readonly SimulatedDevice[];
  readonly view: () => Promise<JobView>;
}

/** A job at a coordinator of its own, or at one that runs already, with a device of each provider. */
export async function beginRound(
  stage: Stage,
  { order, running: given, ...start }: StartOptions & { order?: Partial<JobOrder>; running?: Running } = {},
): Promise<Begun> {
  const running = given ?? (await startCoordinator(stage, start));
  const opened = await openJob(stage, order);
  await submit(running.coordinator.consumers, opened);
  const { devices: api } = running.coordinator;
  const devices = devicesOf(stage, { api, chain: running.chain, opened });
  return { running, opened, devices, view: () => api.job(opened.jobId) };
}

export type Step = "enrol" | "share" | "deliver" | "reveal";

export const all = async (devices: readonly SimulatedDevice[], step: Step) => {
  await Promise.all(devices.map((device) => device[step]()));
};

/** Ends the stage at hand by the clock, and looks once more for what the chain then says. */
export async function endStage({ clock }: Stage, { coordinator }: Pick<Running, "coordinator">): Promise<void> {
  clock.ahead += 4_000;
  await coordinator.tick();
  await coordinator.tick();
}

/** Brings honest devices through their steps, to the stage that follows the last of them. */
export async function runTo(
  target: "sharing" | "masking" | "unmasking" | "offered",
  stage: Stage,
  running: Pick<Running, "coordinator">,
  devices: readonly SimulatedDevice[],
): Promise<void> {
  await all(devices, "enrol");
  await endStage(stage, running);
  for (const [reached, step] of [
    ["sharing", "share"],
    ["masking", "deliver"],
    ["unmasking", "reveal"],
  ] as const) {
    if (target === reached) return;
    await all(devices, step);
    await running.coordinator.tick();
    await running.coordinator.tick();
  }
}
