import { expect } from "chai";
import { id, ZeroAddress, ZeroHash } from "ethers";
import { verifyOffer } from "#sdk/coordinator/index.ts";
import { documentDigest, type Offer, roundTerms } from "#sdk/rounds/index.ts";
import { createTask } from "#sdk/task/index.ts";
import type { Job } from "#sdk/types/Job.ts";

const [SIZE, SURVIVORS, BOUND] = [20, 18, 1_000n];
const program = new TextEncoder().encode("export const map = () => [0, 0];");
const task = createTask({ kind: "javascript", program, gasPerRow: 1n, length: 2, bound: BOUND });
const jobId = id("job");

const jobOf = (epsilon: bigint): Job => ({
  pool: ZeroAddress,
  token: ZeroAddress,
  openedAt: 1n,
  unitPrice: 1n,
  unitData: 1n,
  unitBurn: 0n,
  consumer: ZeroAddress,
  coordinator: ZeroAddress,
  program: ZeroHash,
  maxUnits: 100n,
  minCohort: 10n,
  epsilon,
  deadline: 2n,
  coordinatorFee: 0n,
  attesterSet: ZeroHash,
  arbiter: ZeroAddress,
  salt: ZeroHash,
});

/** Whether the consumer may consent to an offer of this sum. */
function verdictOn(sum: readonly bigint[], epsilon: bigint): string {
  const result: Offer["result"] = {
    version: 1,
    jobId,
    sum: sum.map(String),
    enrolled: SIZE,
    survivors: SURVIVORS,
    rows: "100",
    units: "20",
  };
  const settlement = { units: "20", resultDigest: documentDigest(result), payoutRoot: id("root") };
  try {
    verifyOffer({ jobId, job: jobOf(epsilon), task, offer: { result, settlement } });
    return "fits";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("A sum on offer", () => {
  const exact = BigInt(SURVIVORS) * BOUND;

  it("fits up to what its devices can give together, where no noise is asked for", () => {
    expect(verdictOn([exact, -exact], 0n)).to.equal("fits");
    for (const sum of [
      [exact + 1n, 0n],
      [0n, -exact - 1n],
    ]) {
      expect(verdictOn(sum, 0n)).to.match(/beyond 18000, the most that 18 devices can give/);
    }
  });

  it("fits up to that and as much noise as never comes, where noise is asked for", () => {
    const epsilon = 10n ** 18n;
    const { plan } = roundTerms({ job: jobOf(epsilon), task, size: SIZE });
    const deviation = Math.sqrt(SURVIVORS * Number(plan!.variance)) / Number(plan!.scale);
    const noise = (deviations: number) => BigInt(Math.floor(deviations * deviation));
    expect(verdictOn([exact + noise(31), -exact - noise(31)], epsilon)).to.equal("fits");
    expect(verdictOn([exact + noise(33), 0n], epsilon)).to.match(/Do not consent/);
    expect(verdictOn([0n, -exact - noise(33)], epsilon)).to.match(/Do not consent/);
    expect(verdictOn([2n ** 62n, 0n], epsilon)).to.match(/one handed in another/);
  });
});
