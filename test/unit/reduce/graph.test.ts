import { expect } from "chai";
import { sha256, toUtf8Bytes } from "ethers";
import { cohortParams, createGraph, neighboursOf } from "#sdk/reduce/index.ts";
import { refused } from "./refused.ts";

const deep = process.env.TEST_EFFORT === "deep";
const seedOf = (number: number): string => sha256(toUtf8Bytes(`graph ${number}`));
const indexes = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

/** Devices that can be reached from the first without passing through those that are gone. */
function isConnected(neighbours: (index: number) => readonly number[], left: readonly number[]): boolean {
  const there = new Set(left);
  const seen = new Set(left.slice(0, 1));
  for (const index of seen) {
    for (const other of neighbours(index)) if (there.has(other)) seen.add(other);
  }
  return seen.size === there.size;
}

describe("graph of a cohort", function () {
  this.timeout(deep ? 600_000 : 20_000);

  it("gives each device the right number of others, and is the same from either end", () => {
    for (const size of [3, 4, 7, 35, 36, 37, 50, 100, 101, 256, 257]) {
      const { degree } = cohortParams({ size });
      const near = indexes(size).map(createGraph({ size, degree, seed: seedOf(size) }));
      const faults = near.filter(
        (others, index) =>
          new Set(others).size !== degree ||
          others.includes(index) ||
          others.some((other, i) => i > 0 && other < others[i - 1]!) ||
          !others.every((other) => near[other]!.includes(index)),
      );
      expect(faults, `${size}`).to.deep.equal([]);
    }
  });

  it("is one ring through all, and another ring for another seed", () => {
    const size = 60;
    const ring = (seed: string) => createGraph({ size, degree: 2, seed });
    expect(isConnected(ring(seedOf(0)), indexes(size))).to.equal(true);
    expect(indexes(size).map(ring(seedOf(0)))).to.not.deep.equal(indexes(size).map(ring(seedOf(1))));
  });

  it("puts each pair together as often as any other", () => {
    const [size, degree, draws] = [60, 34, deep ? 20_000 : 2_000];
    let met = 0;
    for (let i = 0; i < draws; i++) if (neighboursOf({ size, degree, seed: seedOf(i), index: 7 }).includes(8)) met++;
    const expected = (draws * degree) / (size - 1);
    const deviation = Math.sqrt(expected * (1 - degree / (size - 1)));
    expect(Math.abs(met - expected) / deviation).to.be.below(4);
  });

  it("stays connected when a tenth drop out and a twentieth collude, in every draw", () => {
    for (const size of [40, 100, 250]) {
      const { degree } = cohortParams({ size });
      const left = indexes(size).filter((index) => index >= Math.ceil(size * 0.1) + Math.ceil(size * 0.05));
      for (let i = 0; i < (deep ? 2_000 : 30); i++) {
        expect(isConnected(createGraph({ size, degree, seed: seedOf(i) }), left), `${size}, ${i}`).to.equal(true);
      }
    }
  });

  it("falls apart when the ring is thinner than promised: the test above can fail", () => {
    const apart = indexes(100).filter(
      (i) => !isConnected(createGraph({ size: 100, degree: 2, seed: seedOf(i) }), indexes(85)),
    );
    expect(apart.length).to.be.above(95);
  });

  it("is found without looking at the whole cohort", () => {
    const size = 2 ** 31 - 1; // nothing of this size can be held or walked through
    const near = neighboursOf({ size, degree: 156, seed: seedOf(1), index: 123_456_789 });
    expect(new Set(near).size).to.equal(156);
    expect(neighboursOf({ size, degree: 156, seed: seedOf(1), index: near[0]! })).to.include(123_456_789);
  });

  it("refuses devices that are not in it, and degrees of no ring", async () => {
    const graph = { size: 40, degree: 34, seed: seedOf(0) };
    for (const index of [-1, 40, 0.5]) {
      expect((await refused(() => neighboursOf({ ...graph, index }))).code, `${index}`).to.equal("NotAPosition");
    }
    for (const degree of [0, 33, 40, 41]) {
      expect((await refused(() => neighboursOf({ ...graph, degree, index: 0 }))).code, `${degree}`).to.equal(
        "BadTerms",
      );
    }
    const bad = await refused(() => neighboursOf({ ...graph, seed: "0x5e", index: 0 }));
    expect(bad.code).to.equal("WrongLength");
  });
});
