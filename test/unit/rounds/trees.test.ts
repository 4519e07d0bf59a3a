import { expect } from "chai";
import { concat, dataSlice, getAddress, id, sha256, toBeHex, toUtf8Bytes, ZeroHash } from "ethers";
import {
  type DeviceStatus,
  type Enrolment,
  graphSeed,
  rosterRoot,
  rosterSiblings,
  roundTerms,
  survivorsRoot,
  survivorsSiblings,
  verifyRoster,
  verifySurvivor,
} from "#sdk/rounds/index.ts";
import { type Payout, payoutProofs, payoutRoot } from "#sdk/math/sumTree.ts";
import { ReduceError } from "#sdk/reduce/index.ts";

const JOB_ID = id("job");
const SIZES = [1, 2, 3, 5, 8, 13, 33];

const enrolments = (size: number): Enrolment[] =>
  Array.from({ length: size }, (_, index) => ({
    jobId: JOB_ID,
    contribution: id(`tag ${index}`),
    provider: getAddress(dataSlice(id(`provider ${index}`), 12)),
    rows: index + 1,
    maskKey: id(`mask ${index}`),
    shareKey: id(`share ${index}`),
    seedCommitment: id(`seed ${index}`),
    sessionKey: id(`session ${index}`),
  }));

describe("A roster's root", () => {
  it("has every enrolment at its place, for rosters of many sizes", () => {
    for (const size of SIZES) {
      const all = enrolments(size);
      const root = rosterRoot(JOB_ID, all);
      const siblings = rosterSiblings(JOB_ID, all, [...all.keys()]);
      all.forEach((enrolment, index) => {
        const proof = { size, index, enrolment, siblings: siblings[index]! };
        expect(verifyRoster(root, proof), `${index} of ${size}`).to.equal(true);
        expect(verifyRoster(root, { ...proof, index: index + 1 })).to.equal(false);
        expect(verifyRoster(root, { ...proof, size: size + 1 })).to.equal(false);
        expect(verifyRoster(root, { ...proof, siblings: [...proof.siblings, ZeroHash] })).to.equal(false);
        const changed = { ...enrolment, rows: enrolment.rows + 1 };
        expect(verifyRoster(root, { ...proof, enrolment: changed })).to.equal(false);
      });
    }
  });

  it("is another for another job", () => {
    const all = enrolments(3);
    expect(rosterRoot(id("other"), all)).not.to.equal(rosterRoot(JOB_ID, all));
  });

  it("draws the graph from the block that holds it, for this job alone", () => {
    expect(graphSeed(JOB_ID, id("block"))).not.to.equal(graphSeed(JOB_ID, id("other block")));
    expect(graphSeed(JOB_ID, id("block"))).not.to.equal(graphSeed(id("other"), id("block")));
  });
});

describe("The survivors' root", () => {
  const statuses = (size: number): DeviceStatus[] =>
    Array.from({ length: size }, (_, index) => (["delivered", "shared", "absent", "delivered"] as const)[index % 4]!);
  const count = (all: readonly DeviceStatus[]) => all.filter((status) => status === "delivered").length;

  it("has every status at its place, and their number", () => {
    for (const size of SIZES) {
      const all = statuses(size);
      const root = survivorsRoot(JOB_ID, all);
      const siblings = survivorsSiblings(JOB_ID, all);
      all.forEach((status, index) => {
        const proof = { size, delivered: count(all), index, status, siblings: siblings[index]! };
        expect(verifySurvivor(root, JOB_ID, proof), `${index} of ${size}`).to.equal(true);
        expect(verifySurvivor(root, id("other"), proof)).to.equal(false);
        expect(verifySurvivor(root, JOB_ID, { ...proof, delivered: proof.delivered + 1 })).to.equal(false);
        expect(verifySurvivor(root, JOB_ID, { ...proof, index: index + 1 })).to.equal(false);
        for (const other of ["absent", "shared", "delivered"] as const) {
          const lie = verifySurvivor(root, JOB_ID, { ...proof, status: other });
          expect(lie, `${status} as ${other}`).to.equal(other === status);
        }
      });
    }
  });

  const leaf = (index: number, code: number, units: bigint): Payout => ({
    index,
    provider: toBeHex(code, 20),
    contribution: sha256(concat([toUtf8Bytes("datawell.survivors.v1"), JOB_ID])),
    units,
  });

  it("cannot count more devices by a leaf that counts twice", () => {
    const leaves = [leaf(0, 2, 1n), leaf(1, 1, 0n), leaf(2, 2, 5n), leaf(3, 1, 0n)];
    const siblings = payoutProofs(leaves);
    const proof = { size: 4, delivered: 6, index: 0, status: "delivered" as const, siblings: siblings[0]! };
    expect(verifySurvivor(payoutRoot(leaves), JOB_ID, proof)).to.equal(false); // two leaves cannot count 5
    const third = { ...proof, index: 2, siblings: siblings[2]! };
    expect(verifySurvivor(payoutRoot(leaves), JOB_ID, third)).to.equal(false); // and a leaf counts 1
  });

  it("cannot count devices behind the last one of the roster", () => {
    const leaves = [leaf(0, 2, 1n), leaf(1, 2, 1n), leaf(2, 2, 1n), leaf(3, 2, 1n)];
    const siblings = payoutProofs(leaves);
    const last = { size: 3, delivered: 4, index: 2, status: "delivered" as const, siblings: siblings[2]! };
    expect(verifySurvivor(payoutRoot(leaves), JOB_ID, last)).to.equal(false);
    expect(verifySurvivor(payoutRoot(leaves), JOB_ID, { ...last, size: 4 })).to.equal(true);
  });

  it("cannot have a deeper tree than the roster needs", () => {
    const leaves = Array.from({ length: 5 }, (_, index) => leaf(index, 2, 1n));
    const proof = { size: 4, delivered: 5, index: 0, status: "delivered" as const };
    expect(verifySurvivor(payoutRoot(leaves), JOB_ID, { ...proof, siblings: payoutProofs(leaves)[0]! })).to.equal(
      false,
    );
  });
});

describe("The terms of a round", () => {
  const task = { output: { length: 2, bound: "1000" } };
  const job = { epsilon: 10n ** 18n, minCohort: 3n };

  it("follow from the job and the size of the roster", () => {
    const terms = roundTerms({ job, task, size: 10 });
    expect(terms.degree).to.equal(9);
    expect(terms.threshold).to.be.greaterThan(terms.degree / 2);
    expect(terms).to.deep.equal(roundTerms({ job, task, size: 10 }));
    const twice = roundTerms({ job: { ...job, epsilon: 2n * job.epsilon }, task, size: 10 });
    const width = ({ plan }: typeof terms) => Number(plan!.variance) / Number(plan!.scale) ** 2;
    expect(width(terms) / width(twice)).to.be.closeTo(4, 0.1); // twice the epsilon, half the deviation
  });

  it("have no noise at epsilon 0, as long as the sum fits", () => {
    const exact = { ...job, epsilon: 0n };
    expect(roundTerms({ job: exact, task, size: 10 }).plan).to.equal(undefined);
    const wide = (bound: bigint) => ({ output: { length: 1, bound: bound.toString() } });
    const most = (2n ** 63n - 1n) / 2048n;
    expect(roundTerms({ job: exact, task: wide(most), size: 2048 }).plan).to.equal(undefined);
    expect(() => roundTerms({ job: exact, task: wide(most + 1n), size: 2048 })).to.throw(ReduceError, /63 bits/);
  });

  it("are refused to a cohort of two", () => {
    expect(() => roundTerms({ job, task, size: 2 })).to.throw(ReduceError);
  });
});
