import { hexlify, parseEther, randomBytes } from "ethers";
import { compute, connect, type Contribution, type Datawell, now } from "#sdk";
import { contentRoot } from "#sdk/data/contentRoot.ts";
import { dataUnits } from "#sdk/data/dataUnits.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import { type ReadyProgram, sum } from "#sdk/programs/index.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import type { Job, JobOrder } from "#sdk/types/Job.ts";
import type { Database } from "../../../../services/shared/database/index.ts";
import { createLog } from "../../../../services/shared/log/index.ts";
import type { Sandbox } from "../../../../services/shared/sandbox/index.ts";
import {
  createDevice,
  type Device,
  type DeviceOptions,
  type Holding,
  openLedgerDatabase,
} from "../../../../services/device/index.ts";
import { addressOf, DAY, type ParamsOverrides, type sdkWorld } from "../../../fixtures/sdk.ts";
import { unique } from "../../../fixtures/terms.ts";
import { createHonestCoordinator, type HonestCoordinator } from "./honestCoordinator.ts";

export type World = Awaited<ReturnType<typeof sdkWorld>>;

export interface Member {
  readonly client: Datawell;
  readonly provider: string;
  readonly holding: Holding;
  readonly values: readonly number[];
}

export const FIELDS: readonly Field[] = [{ name: "value", type: "integer", nullable: false }];
export const SILENT = createLog({ service: "device", level: "silent" });

/** Accounts of the network that the world gives no part. */
const ACCOUNTS = [6, 7, 8, 9, 13, 14, 15, 16, 17, 18, 19];

/** The usual program of these tests: the sum of a column, and how many there are. */
export const total = (bound = 1_000_000n): ReadyProgram<{ sum: number; count: number }> =>
  sum({ field: "value", scale: 1, bound });

export const wad = (text: string): bigint => parseEther(text);

/** Providers with a contribution each in a pool of its own. */
export async function createCohort(
  world: World,
  { size = 5, pool = {} }: { readonly size?: number; readonly pool?: ParamsOverrides["pool"] } = {},
) {
  const dataset = await world.launch({ pool: { minCohort: 3n, ...pool } });
  const members: Member[] = [];
  for (const account of ACCOUNTS.slice(0, size)) {
    const client = connect(world.file, await world.provider.getSigner(account));
    members.push(await createMember(world, client, dataset.pool));
  }
  await world.time.increase(DAY);
  return { pool: dataset.pool, members };
}

export async function createMember(
  world: World,
  client: Datawell,
  pool: string,
  overrides: Partial<Contribution> = {},
): Promise<Member> {
  const provider = await addressOf(client);
  const values = Array.from({ length: 3 }, (_, row) => Number(BigInt(provider) % 97n) + row);
  const rows: readonly Row[] = values.map((value) => [value]);
  const secret = hexlify(randomBytes(32));
  const [root, units, contribution] = [contentRoot(rows, secret), dataUnits(rows, FIELDS), unique("tag")];
  await world.contribute(client, pool, { contentRoot: root, units, contentTag: contribution, ...overrides });
  const records = async () => ({ fields: FIELDS, rows });
  const holding = { pool, contribution, contentRoot: root, units, fields: FIELDS, secret, records };
  return { client, provider, holding, values };
}

export interface Opened {
  readonly jobId: string;
  readonly job: Job;
  readonly coordinator: HonestCoordinator;
}

/** Opens a job on chain and gives it to an honest coordinator. */
export async function openJob(
  world: World,
  pool: string,
  { ready = total(), ...order }: Partial<JobOrder> & { readonly ready?: ReadyProgram<unknown> } = {},
): Promise<Opened> {
  const { result } = await compute.open(world.consumer, {
    pool,
    coordinator: await addressOf(world.coordinator),
    program: taskDigest(ready.task),
    maxUnits: 1_000n,
    minCohort: 3n,
    epsilon: wad("1"),
    deadline: (await now(world.consumer)) + DAY,
    coordinatorFee: 0n,
    payWith: "base",
    ...order,
  });
  const { jobId, job } = result;
  const { coordinator: client, consumer } = world;
  return { jobId, job, coordinator: createHonestCoordinator({ client, consumer, jobId, job, ready }) };
}

export interface DeviceParts {
  readonly sandbox: Sandbox;
  readonly database?: Database;
}

/** A device of a member; its clock is only its waiting, so it waits for nothing. */
export async function deviceOf(
  { client, holding }: Member,
  { sandbox, database }: DeviceParts,
  options: Partial<DeviceOptions> & Pick<DeviceOptions, "coordinators">,
): Promise<Device> {
  let time = 0;
  return createDevice({
    client,
    holdings: async () => [holding],
    database: database ?? (await openLedgerDatabase(":memory:")),
    sandbox,
    log: SILENT,
    clock: () => (time += 600_000),
    ...options,
  });
}

/** One turn of each. */
export const turns = async (devices: readonly Device[]): Promise<void> => {
  await Promise.all(devices.map((device) => device.turn()));
};
