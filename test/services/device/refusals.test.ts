import { expect } from "chai";
import { compute, pool as pools } from "#sdk";
import { documentDigest, jobToJson, type SignedEnrolment } from "#sdk/rounds/index.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import type { JobView } from "#sdk/rounds/answers.ts";
import { createTask } from "#sdk/task/createTask.ts";
import { programDigest } from "#sdk/task/programDigest.ts";
import { createChainView, type DeviceOptions, openLedgerDatabase } from "../../../services/device/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { DAY, sdkWorld } from "../../fixtures/sdk.ts";
import {
  createCohort,
  createMember,
  deviceOf,
  FIELDS,
  type Member,
  openJob,
  type Opened,
  total,
  turns,
  wad,
  type World,
} from "./helpers/createCohort.ts";

describe("A device looks at a job itself, and", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  let cohort: Awaited<ReturnType<typeof createCohort>>;
  let opened: Opened;
  let member: Member;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
    cohort = await createCohort(world, { size: 4, pool: { epsilonPerPeriod: wad("18") } });
    opened = await openJob(world, cohort.pool, { deadline: BigInt(await world.time.latest()) + 20n * DAY });
    member = cohort.members[0]!;
  });
  after(() => sandbox.stop());

  /** What the device says of the job when the coordinator answers so. */
  async function refusalOf(
    { coordinator, jobId }: Opened,
    answers: Partial<CoordinatorApi> = {},
    options: Partial<DeviceOptions> = {},
    who = member,
  ): Promise<string> {
    let enrolled = 0;
    const enrol = async () => void enrolled++;
    const api = { ...coordinator.api, enrol, ...answers };
    const device = await deviceOf(who, { sandbox }, { coordinators: { it: api }, ...options });
    await device.turn();
    const { refused, rounds } = await device.status();
    expect(enrolled).to.equal(rounds.length);
    return rounds.length === 1 ? "none" : (refused.find((one) => one.jobId === jobId)?.code ?? "silence");
  }

  const viewed = (change: (view: JobView) => object): Partial<CoordinatorApi> => ({
    job: async (jobId) => {
      const view = await opened.coordinator.api.job(jobId);
      return { ...view, ...change(view) } as JobView;
    },
  });

  it("takes part in one that conforms", async () => {
    expect(await refusalOf(opened)).to.equal("none");
  });

  it("refuses terms, a task or a program other than those on chain", async () => {
    const { job } = opened;
    for (const change of [{ epsilon: 1n }, { minCohort: 4n }, { maxUnits: 10n ** 9n }, { unitPrice: 10n ** 20n }]) {
      const other = viewed(() => ({ job: jobToJson({ ...job, ...change }) }));
      expect(await refusalOf(opened, other)).to.equal("WrongJob");
    }
    const otherTask = viewed(() => ({ task: total(2n).task }));
    expect(await refusalOf(opened, otherTask)).to.equal("WrongJob");
    const noTask = viewed(() => ({ task: { version: 1, program: "" } }));
    expect(await refusalOf(opened, noTask)).to.equal("WrongJob");
    const otherProgram = { program: async () => new Uint8Array(10) };
    expect(await refusalOf(opened, otherProgram)).to.equal("BadProgram");
  });

  it("refuses a job that was never opened", async () => {
    const job = { ...opened.job, salt: opened.jobId };
    const jobId = compute.jobId(job);
    const invented: Partial<CoordinatorApi> = {
      jobs: async () => ({ jobs: [{ jobId, stage: "enrolling" }] }),
      job: async () => ({ jobId, job: jobToJson(job), task: total().task, stage: "enrolling", enrolled: 0 }),
    };
    expect(await refusalOf({ ...opened, jobId }, invented)).to.equal("NotOpen");
  });

  it("refuses a job on another pool that a coordinator lists for this one", async () => {
    const other = await createCohort(world, { size: 3 });
    const foreign = await openJob(world, other.pool);
    const { api } = foreign.coordinator;
    const listed = { ...api, jobs: async () => ({ jobs: [{ jobId: foreign.jobId, stage: "enrolling" as const }] }) };
    expect(await refusalOf(foreign, listed)).to.equal("WrongJob");
  });

  it("refuses a job whose deadline is too near", async () => {
    const soon = await openJob(world, cohort.pool, { deadline: BigInt(await world.time.latest()) + 600n });
    expect(await refusalOf(soon, {}, { policy: { spareSeconds: 700n } })).to.equal("TooLate");
    expect(await refusalOf(soon, {}, { policy: { spareSeconds: 300n } })).to.equal("none");
  });

  it("refuses a cohort smaller than its own provider wants", async () => {
    expect(await refusalOf(opened, {}, { policy: { minCohort: 4n } })).to.equal("BelowPolicy");
    expect(await refusalOf(opened, {}, { policy: { minCohort: 3n } })).to.equal("none");
  });

  it("refuses an exact sum unless its provider allows it", async () => {
    const exact = await createCohort(world, { size: 3, pool: { epsilonPerJob: 0n, epsilonPerPeriod: 0n } });
    const job = await openJob(world, exact.pool, { epsilon: 0n });
    const who = exact.members[0];
    expect(await refusalOf(job, {}, {}, who)).to.equal("NoPrivacy");
    expect(await refusalOf(job, {}, { policy: { allowExact: true } }, who)).to.equal("none");
    const chain = createChainView({ client: world.stranger, headMs: 0 });
    const strict = { ...chain, policy: async (pool: string) => ({ ...(await chain.policy(pool)), epsilonPerJob: 1n }) };
    expect(await refusalOf(job, {}, { policy: { allowExact: true }, chain: strict }, who)).to.equal("BelowPolicy");
  });

  it("refuses more work than its provider gives, or than the job pays for", async () => {
    const gas = 3n * BigInt(total().task.gasPerRow);
    expect(await refusalOf(opened, {}, { policy: { maxGas: gas - 1n } })).to.equal("TooMuchWork");
    expect(await refusalOf(opened, {}, { policy: { maxGas: gas } })).to.equal("none");
    const program = new TextEncoder().encode("export function map() { return [1]; }");
    const task = createTask({ kind: "javascript", program, gasPerRow: 1_000_000n, length: 1, bound: 1n });
    const ready = { program, task, read: () => undefined };
    expect(await refusalOf(await openJob(world, cohort.pool, { ready, maxUnits: 2n }))).to.equal("TooMuchWork");
    expect(await refusalOf(await openJob(world, cohort.pool, { ready, maxUnits: 3n }))).to.equal("none");
  });

  it("refuses a program that cannot run", async () => {
    const program = new TextEncoder().encode("this is no program");
    const task = createTask({ kind: "javascript", program, gasPerRow: 1_000_000n, length: 1, bound: 1n });
    const job = await openJob(world, cohort.pool, { ready: { program, task, read: () => undefined } });
    expect(await refusalOf(job)).to.equal("BadProgram");
    const params = { kind: "javascript" as const, gasPerRow: 1n, length: 1, bound: 1n, fields: ["secret"] };
    const code = new TextEncoder().encode("export function map() { return [1]; }");
    const ready = { program: code, task: createTask({ ...params, program: code }), read: () => undefined };
    expect(await refusalOf(await openJob(world, cohort.pool, { ready }))).to.equal("BadProgram");
  });

  it("takes a program of 1 MiB, and refuses one of a byte more", async () => {
    const padded = (bytes: number) => {
      const program = new Uint8Array(bytes).fill(0x20);
      program.set(new TextEncoder().encode("export function map() { return [1]; }"));
      return program;
    };
    const jobOf = (program: Uint8Array) => {
      const small = createTask({ kind: "javascript", program: padded(100), gasPerRow: 1n, length: 1, bound: 1n });
      const task = { ...small, program: { ...small.program, digest: programDigest(program) } };
      return openJob(world, cohort.pool, { ready: { program, task, read: () => undefined } });
    };
    expect(await refusalOf(await jobOf(padded(1_048_576)))).to.equal("none");
    expect(await refusalOf(await jobOf(padded(1_048_577)))).to.equal("BadProgram");
  });

  it("refuses when its file is not what was contributed", async () => {
    const { holding } = member;
    const changed = async () => ({ fields: FIELDS, rows: [[1], [2], [3]] });
    const holdings = async () => [{ ...holding, records: changed }];
    expect(await refusalOf(opened, {}, { holdings })).to.equal("FileChanged");
    const resalted = async () => [{ ...holding, secret: opened.jobId }];
    expect(await refusalOf(opened, {}, { holdings: resalted })).to.equal("FileChanged");
  });

  it("refuses for a contribution that is a stranger's, revoked, for licences, or too young", async () => {
    const stranger = { ...member, client: cohort.members[1]!.client };
    expect(await refusalOf(opened, {}, {}, stranger)).to.equal("ForeignContribution");
    const unknown = { ...member, holding: { ...member.holding, contribution: opened.jobId } };
    expect(await refusalOf(opened, {}, {}, unknown)).to.equal("ForeignContribution");

    const young = await createMember(world, member.client, cohort.pool);
    expect(await refusalOf(opened, {}, {}, young)).to.equal("SubmittedAfterOpening");
    const remote = await createMember(world, member.client, cohort.pool, { kind: 1n });
    const later = await openJob(world, cohort.pool);
    expect(await refusalOf(later, {}, {}, remote)).to.equal("NotOnDevice");
    expect(await refusalOf(later, {}, {}, young)).to.equal("none");

    await pools.revoke(young.client, { pool: cohort.pool, contentTag: young.holding.contribution });
    expect(await refusalOf(later, {}, {}, young)).to.equal("Revoked"); // though the chain would pay for it
  });

  it("refuses what its privacy budget does not cover, jobs under way counted in", async () => {
    const database = await openLedgerDatabase(":memory:");
    const budget = { epsilon: wad("1.7"), period: 30n * DAY };
    const policy = { budgets: { [cohort.pool]: budget } };
    const open = () => openJob(world, cohort.pool);
    const [one, two, three] = [await open(), await open(), await open()];
    for (const [job, expected] of [
      [one, "none"],
      [two, "none"],
      [three, "BudgetSpent"], // 3 of 1 are 3, and 1.7 squared is 2.89
    ] as const) {
      const device = await deviceOf(
        member,
        { sandbox, database },
        { coordinators: { it: job.coordinator.api }, policy },
      );
      await device.turn();
      const { refused } = await device.status();
      expect(refused[0]?.code ?? "none").to.equal(expected);
    }
  });

  it("never enrols twice, whatever coordinators say and however often it starts", async () => {
    const database = await openLedgerDatabase(":memory:");
    const { coordinator } = await openJob(world, cohort.pool);
    const sent: SignedEnrolment[] = [];
    const enrol: CoordinatorApi["enrol"] = async (signed) => void sent.push(signed);
    const api = { ...coordinator.api, enrol };
    for (let start = 0; start < 3; start++) {
      const device = await deviceOf(member, { sandbox, database }, { coordinators: { one: api, two: api } });
      await turns([device, device]);
      expect((await device.status()).rounds).to.have.length(1);
    }
    expect(sent).to.have.length.above(2);
    expect(new Set(sent.map(documentDigest)).size).to.equal(1);
  });
});
