import { expect } from "chai";
import { hexlify, randomBytes, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { ComputeBillingAbi } from "#sdk/abis.ts";
import { jobId as idOf } from "#sdk/actions/compute/jobId.ts";
import { isSignedBy } from "#sdk/auth/isSignedBy.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { announce } from "#sdk/coordinator/announce.ts";
import { contentRoot } from "#sdk/data/contentRoot.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import type { Job } from "#sdk/types/Job.ts";
import { createSimulatedChain } from "../../../bench/offchain/simulation/createSimulatedChain.ts";
import { createCoordinator, type CoordinatorChain, TABLES } from "../../../services/coordinator/index.ts";
import { type ChainView, createDevice, openLedgerDatabase } from "../../../services/device/index.ts";
import { openDatabase } from "../../../services/shared/database/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { FIELDS, SILENT, total, turns } from "./helpers/createCohort.ts";

const SIZE = process.env.TEST_EFFORT === "deep" ? 300 : 20;
const STAGES = 8; // turns of devices and coordinator
const NOW = 1_800_000_000;
const COORDINATOR = new Wallet(hexlify(randomBytes(32))).address;

const nobody = { getCode: async () => "0x", call: async () => "0x" };

/** What devices see of the coordinator's simulated chain. */
function viewOf(chain: CoordinatorChain, client: Datawell): ChainView {
  const signed = new Map<string, Promise<boolean>>(); // each neighbour of a device asks for the same
  return {
    client,
    head: async () => ({ number: 1, timestamp: BigInt(NOW) }),
    jobStatus: async () => ({
      phase: "Open",
      units: 0n,
      takenUnits: 0n,
      until: 0n,
      payoutRoot: ZeroHash,
      feePaid: false,
      unusedReturned: false,
      restReturned: false,
    }),
    contribution: async (pool, tag) => {
      const { provider, units, kind, submittedAt, revokedAt, slashed } = (await chain.contribution(pool, tag))!;
      const rest = { reward: 0n, number: 1n, quality: 0n, isUpdate: false };
      return { provider, units, kind, submittedAt, revokedAt, slashed, ...rest };
    },
    policy: async () => ({
      token: ZeroAddress,
      pair: ZeroAddress,
      open: true,
      cohort: BigInt(SIZE),
      minCohort: 3n,
      burnBps: 0n,
      unitPrice: 0n,
      epsilonPerJob: 0n,
      epsilonPerPeriod: 0n,
      privacyPeriod: 0n,
      attesterSet: ZeroHash,
      arbiter: ZeroAddress,
    }),
    post: async ({ jobId, stage }) => {
      const posted = await chain.posted(jobId, stage === 1n ? "roster" : "survivors");
      return posted && { root: posted.root, blockHash: posted.blockHash, blockNumber: 1 };
    },
    openings: async () => [],
    claimPeriod: async () => 0n,
    isClaimed: async () => false,
    isSignedBy: (claim) => {
      const known = signed.get(claim.signature) ?? isSignedBy(nobody, claim);
      signed.set(claim.signature, known);
      return known;
    },
    balance: async () => 0n,
  };
}

const jobOf = (program: string): Job => ({
  pool: ZeroAddress,
  token: ZeroAddress,
  openedAt: BigInt(NOW - 1),
  unitPrice: 0n,
  unitData: 0n,
  unitBurn: 0n,
  consumer: ZeroAddress,
  coordinator: COORDINATOR,
  program,
  maxUnits: 1_000_000n,
  minCohort: 3n,
  epsilon: 0n,
  deadline: BigInt(NOW + 86_400),
  coordinatorFee: 0n,
  attesterSet: ZeroHash,
  arbiter: ZeroAddress,
  salt: ZeroHash,
});

describe(`${SIZE} devices in one process`, function () {
  this.timeout(600_000);

  let sandbox: Sandbox;
  before(() => {
    sandbox = createSandbox();
  });
  after(() => sandbox.stop());

  it("share a sandbox, a ledger and a view of the chain, and make one exact sum", async () => {
    const at = { chainId: 31_337n, billing: { address: ZeroAddress, abi: ComputeBillingAbi } };
    const { task, program } = total();
    const job = jobOf(taskDigest(task));
    const jobId = idOf(job);
    const providers = Array.from({ length: SIZE }, (_, value) => {
      const [signer, contribution, secret] = [new Wallet(hexlify(randomBytes(32))), hexlify(randomBytes(32)), ZeroHash];
      const rows = [[value]];
      const salt = `${secret.slice(0, -1)}1`;
      const root = contentRoot(rows, salt);
      const records = async () => ({ fields: FIELDS, rows });
      const holding = {
        pool: job.pool,
        contribution,
        contentRoot: root,
        units: 1n,
        fields: FIELDS,
        secret: salt,
        records,
      };
      return { signer, holding };
    });
    const listed = new Map(
      providers.map(({ signer, holding }) => [
        holding.contribution,
        {
          provider: signer.address,
          contentRoot: holding.contentRoot,
          units: 1n,
          kind: 0n,
          submittedAt: 1n,
          revokedAt: 0n,
          slashed: false,
        },
      ]),
    );
    const clock = { now: NOW };
    const client = at as unknown as Datawell;
    const chain = createSimulatedChain({ client, job, listed, now: () => clock.now });
    const coordinatorBase = await openDatabase("sqlite::memory:", TABLES);
    const rules = { confirmations: 0 };
    const coordinator = createCoordinator({
      database: coordinatorBase,
      chain,
      rules,
      now: () => clock.now,
      log: SILENT,
    });
    await coordinator.consumers.submit(announce({ job, task, program }));
    const database = await openLedgerDatabase(":memory:");
    const view = viewOf(chain, client);
    let time = 0;
    const devices = providers.map(({ signer, holding }) =>
      createDevice({
        client: { ...client, runner: signer },
        coordinators: { it: coordinator.devices },
        holdings: async () => [holding],
        database,
        sandbox,
        chain: view,
        log: SILENT,
        policy: { allowExact: true },
        clock: () => (time += 600_000),
      }),
    );
    await turns(devices);
    clock.now += 3_600;
    for (let stage = 0; stage < STAGES; stage++) {
      await coordinator.tick();
      await turns(devices);
    }
    const { result } = await coordinator.consumers.offer(jobId, job.consumer);
    expect(result).to.include({ enrolled: SIZE, survivors: SIZE });
    expect(total().read(result.sum.map(BigInt))).to.deep.equal({ sum: (SIZE * (SIZE - 1)) / 2, count: SIZE });
    await Promise.all([database.close(), coordinatorBase.close()]);
  });
});
