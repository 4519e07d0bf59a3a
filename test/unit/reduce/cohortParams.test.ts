import { expect } from "chai";
import { cohortParams } from "#sdk/reduce/index.ts";
import { corruptNeighbours } from "#sdk/reduce/cohort/corruptNeighbours.ts";
import { mostMarked } from "#sdk/reduce/cohort/tails.ts";
import { refused } from "./refused.ts";

/** Probability of exactly m marked ones, in floating point and by another formula. */
function chance(m: number, { population, marked, drawn }: Parameters<typeof mostMarked>[0]): number {
  const logs = (n: number): number => Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0);
  const choose = (n: number, k: number) => logs(n) - logs(k) - logs(n - k);
  if (m > marked || drawn - m > population - marked) return 0;
  return Math.exp(choose(marked, m) + choose(population - marked, drawn - m) - choose(population, drawn));
}

describe("cohort parameters", () => {
  it("are those of the specification for common sizes", () => {
    const table: [size: number, degree: number, threshold: number][] = [
      [3, 2, 2],
      [4, 3, 3],
      [5, 4, 3],
      [10, 9, 6],
      [35, 34, 19],
      [36, 34, 21],
      [100, 34, 24],
      [1_000, 106, 75],
      [10_000, 134, 94],
      [1_000_000, 156, 109],
    ];
    for (const [size, degree, threshold] of table) {
      expect(cohortParams({ size }), `${size}`).to.deep.equal({ degree, threshold });
    }
  });

  it("tell how many of a device's neighbours may collude, and that a dealer who spoils a sum has more against it", () => {
    const table: [size: number, corrupt: number][] = [
      [3, 1],
      [10, 1],
      [100, 5],
      [1_000, 21],
      [10_000, 28],
    ];
    for (const [size, corrupt] of table) {
      const { degree, threshold } = cohortParams({ size });
      expect(corruptNeighbours({ size, degree }), `${size}`).to.equal(corrupt);
      if (size >= 5) expect(degree - threshold + 1, `${size}`).to.be.above(corrupt); // when all neighbours answer
    }
  });

  it("grow with the logarithm of the size", () => {
    for (const [size, tenfold] of [
      [1_000, 10_000],
      [10_000, 100_000],
      [100_000, 1_000_000],
    ] as const) {
      const more = cohortParams({ size: tenfold }).degree - cohortParams({ size }).degree;
      expect(more, `${tenfold}`).to.be.within(1, 30); // bits of log2(10) and of the union bound, not a factor
    }
  });

  it("grow with those who collude and those who drop out", () => {
    const usual = cohortParams({ size: 1_000 });
    expect(cohortParams({ size: 1_000, corruptBps: 1_000 }).degree).to.be.above(usual.degree);
    expect(cohortParams({ size: 1_000, dropoutBps: 1_500 }).degree).to.be.above(usual.degree);
    expect(cohortParams({ size: 1_000, corruptBps: 0, dropoutBps: 0 })).to.deep.equal({ degree: 34, threshold: 19 });
  });

  it("never let colluding neighbours and half of the others rebuild a secret", () => {
    for (let size = 3; size <= 300; size++) {
      const { degree, threshold } = cohortParams({ size });
      const corrupt = Math.ceil(size * 0.05);
      const inARow = mostMarked({ population: size - 1, marked: corrupt, drawn: Math.floor(degree / 2) }, 40);
      expect(2 * threshold, `${size}`).to.be.above(degree + Math.min(corrupt, inARow));
      expect(threshold, `${size}`).to.be.at.most(degree);
    }
  });

  it("find the same tails as another formula", () => {
    for (const draw of [
      { population: 99, marked: 10, drawn: 34 },
      { population: 999, marked: 50, drawn: 53 },
      { population: 30, marked: 25, drawn: 20 },
    ]) {
      for (const bits of [1, 5, 10, 20, 30]) {
        const most = mostMarked(draw, bits);
        const above = (m: number) =>
          Array.from({ length: draw.drawn - m }, (_, i) => chance(m + 1 + i, draw)).reduce((a, b) => a + b, 0);
        expect(above(most), `${bits} bits`).to.be.at.most(2 ** -bits * 1.000001);
        if (most > 0) expect(above(most - 1), `${bits} bits`).to.be.above(2 ** -bits * 0.999999);
      }
    }
  });

  it("refuse a cohort of one, of two, and what is no size", async () => {
    for (const size of [0, 1, 2, 2.5, Number.NaN]) {
      expect((await refused(() => cohortParams({ size }))).code, `${size}`).to.equal("CohortTooSmall");
    }
  });

  it("refuse a world too hostile for any graph, and shares that are none", async () => {
    const code = async (shares: object, size = 10_000) => (await refused(() => cohortParams({ size, ...shares }))).code;
    expect(await code({ corruptBps: 2_500, dropoutBps: 2_500 })).to.equal("CohortTooHostile");
    expect(await code({ corruptBps: 5_000 }, 3)).to.equal("CohortTooHostile");
    for (const bps of [-1, 10_000, 0.5]) expect(await code({ corruptBps: bps }), `${bps}`).to.equal("BadTerms");
  });
});
