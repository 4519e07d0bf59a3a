import { readFileSync } from "node:fs";
import { expect } from "chai";
import { cohortParams, maskInput, neighboursOf, noisePlan, partyKeys, rhoOf, unmask } from "#sdk/reduce/index.ts";
import { slowMasked, slowNeighbours, slowSum } from "../../reference/secureSum.ts";
import { answer, type Cohort, partyOf, type Played, sealedFor } from "./simulate.ts";

const vectors = JSON.parse(readFileSync(new URL("../../fixtures/reduce/vectors.json", import.meta.url), "utf8"));
const byIndex = <T>(entries: Record<string, T>): Map<number, T> =>
  new Map(Object.entries(entries).map(([index, entry]) => [Number(index), entry]));

describe("test vectors of the private reduce", () => {
  const cohort: Cohort = vectors.round;
  const inputs: bigint[][] = vectors.round.inputs.map((input: string[]) => input.map(BigInt));
  const sum: bigint[] = vectors.round.sum.map(BigInt);
  const masked = byIndex<string[]>(vectors.round.masked);
  const round: Played = {
    ...cohort,
    length: 3,
    sealed: byIndex(vectors.round.sealed),
    masked: new Map([...masked].map(([index, words]) => [index, BigUint64Array.from(words, BigInt)])),
    reveals: byIndex(vectors.round.reveals),
  };

  it("hold for degrees and thresholds", () => {
    for (const { degree, threshold, ...cohortShares } of vectors.cohorts) {
      expect(cohortParams(cohortShares)).to.deep.equal({ degree, threshold });
    }
  });

  it("hold for neighbours, here and for the twin", () => {
    for (const { neighbours, ...graph } of vectors.graphs) {
      expect(neighboursOf(graph)).to.deep.equal(neighbours);
      if (graph.size <= 100) expect(slowNeighbours(graph)[graph.index]).to.deep.equal(neighbours);
    }
  });

  it("hold for noise plans", () => {
    for (const { scale, variance, epsilon, bound, ...terms } of vectors.plans) {
      const plan = noisePlan({ ...terms, bound: BigInt(bound), rho: rhoOf(BigInt(epsilon)) });
      expect(plan).to.deep.equal({ scale: BigInt(scale), variance: BigInt(variance) });
    }
  });

  it("hold for keys and commitments", async () => {
    for (const [index, secrets] of cohort.secrets.entries()) {
      expect(await partyKeys(cohort.round, secrets)).to.deep.equal(cohort.roster[index]);
    }
  });

  it("hold for masked vectors, here and for the twin", async () => {
    for (const [index, words] of round.masked) {
      const party = partyOf(cohort, index);
      const sealedFrom = sealedFor(round.sealed, index);
      expect(await maskInput({ ...party, sealedFrom, input: inputs[index]! })).to.deep.equal(words);
      expect(slowMasked(party, inputs[index]!)).to.deep.equal([...words]);
    }
  });

  it("hold for revealed shares", async () => {
    for (const [index, reveals] of round.reveals) {
      expect(Object.entries(await answer(cohort, round, index))).to.deep.equal(Object.entries(reveals));
    }
  });

  it("hold for the sum, here and for the twin", async () => {
    expect(await unmask(round)).to.deep.equal({ sum, blamed: [] });
    expect(slowSum(round)).to.deep.equal(sum);
  });
});
