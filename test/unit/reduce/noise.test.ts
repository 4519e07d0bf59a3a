import { expect } from "chai";
import { chacha20 } from "@noble/ciphers/chacha.js";
import { createDiscreteGaussian, type RandomBytes, sampleDiscreteGaussian } from "#sdk/reduce/index.ts";
import { bernoulli, bernoulliExp } from "#sdk/reduce/noise/bernoulli.ts";
import { createWords, uniformBelow } from "#sdk/reduce/noise/RandomBits.ts";
import { refused } from "./refused.ts";

const deep = process.env.TEST_EFFORT === "deep";
const DRAWS = deep ? 400_000 : 20_000;

/** A stream of bytes that is the same in every run. */
function seededBytes(seed: number): RandomBytes {
  let counter = 0;
  return (length) =>
    chacha20(new Uint8Array(32).fill(seed), new Uint8Array(12), new Uint8Array(length), undefined, nextBlock(length));
  function nextBlock(length: number): number {
    const block = counter;
    counter += Math.ceil(length / 64);
    return block;
  }
}

/** Of expected counts of at least five; degrees of freedom with it. */
function chiSquare(observed: ReadonlyMap<number, number>, probability: (n: number) => number, draws: number) {
  let [statistic, cells, rest, restExpected] = [0, 0, draws, draws];
  for (let n = -5_000; n <= 5_000; n++) {
    const expected = draws * probability(n);
    if (expected < 5) continue;
    const count = observed.get(n) ?? 0;
    statistic += (count - expected) ** 2 / expected;
    [cells, rest, restExpected] = [cells + 1, rest - count, restExpected - expected];
  }
  if (restExpected >= 1) statistic += (rest - restExpected) ** 2 / restExpected;
  return { statistic, freedom: cells };
}

/** Probability of n under the discrete Gaussian, by its definition. */
function gaussian(variance: number): (n: number) => number {
  const weight = (n: number) => Math.exp(-(n * n) / (2 * variance));
  let total = 0;
  for (let n = -5_000; n <= 5_000; n++) total += weight(n);
  return (n) => weight(n) / total;
}

function histogram(draw: () => bigint, draws: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < draws; i++) {
    const value = Number(draw());
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

describe("discrete Gaussian noise", function () {
  this.timeout(deep ? 600_000 : 20_000);

  for (const [numerator, denominator, seed] of [
    [1n, 4n, 1],
    [1n, 1n, 2],
    [7n, 2n, 3],
    [64n, 1n, 4],
    [1_000n, 1n, 5],
  ] as const) {
    const variance = Number(numerator) / Number(denominator);

    it(`has the probabilities of its definition at variance ${variance}`, () => {
      const draw = createDiscreteGaussian({ numerator, denominator }, seededBytes(seed));
      const { statistic, freedom } = chiSquare(histogram(draw, DRAWS), gaussian(variance), DRAWS);
      // five standard deviations of the chi-square: a wrong sampler is far beyond, a right one never there
      expect(statistic).to.be.below(freedom + 5 * Math.sqrt(2 * freedom));
    });

    it(`has mean zero, its variance and no skew at variance ${variance}`, () => {
      const draw = createDiscreteGaussian({ numerator, denominator }, seededBytes(seed + 100));
      const values = Array.from({ length: DRAWS }, () => Number(draw()));
      const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / DRAWS;
      const probability = gaussian(variance);
      const exact = (power: number) => {
        let sum = 0;
        for (let n = -5_000; n <= 5_000; n++) sum += n ** power * probability(n);
        return sum;
      };
      for (const power of [1, 2, 3, 4]) {
        const spread = Math.sqrt((exact(2 * power) - exact(power) ** 2) / DRAWS);
        expect(Math.abs(moment(power) - exact(power)) / spread, `moment ${power}`).to.be.below(5);
      }
    });
  }

  it("tells a sampler that is off by one part in twenty from a right one: the tests above can fail", () => {
    const draw = createDiscreteGaussian({ numerator: 105n, denominator: 100n }, seededBytes(6));
    const { statistic, freedom } = chiSquare(histogram(draw, 40_000), gaussian(1), 40_000);
    expect(statistic).to.be.above(freedom + 5 * Math.sqrt(2 * freedom));
  });

  it("is exact far beyond 64 bits", () => {
    const variance = 10n ** 60n;
    const draw = createDiscreteGaussian({ numerator: variance, denominator: 1n }, seededBytes(7));
    const values = Array.from({ length: 2_000 }, draw);
    const mean2 = values.reduce((sum, value) => sum + value * value, 0n) / 2_000n;
    expect(Number((mean2 * 1_000n) / variance)).to.be.within(850, 1_150);
    expect(new Set(values).size).to.equal(2_000);
    expect(new Set(values.map((value) => value & 1n)).size).to.equal(2); // down to the last bit
  });

  it("is as good as none where hardly any is asked for", () => {
    const draw = createDiscreteGaussian({ numerator: 1n, denominator: 10n ** 6n }, seededBytes(8));
    expect(Array.from({ length: 100 }, draw).every((value) => value === 0n)).to.equal(true);
  });

  it("comes from the platform's generator unless a test says otherwise", () => {
    const variance = { numerator: 10n ** 40n, denominator: 1n };
    expect(sampleDiscreteGaussian(variance)).to.not.equal(sampleDiscreteGaussian(variance));
    const [one, two] = [seededBytes(9), seededBytes(9)];
    expect(sampleDiscreteGaussian(variance, one)).to.equal(sampleDiscreteGaussian(variance, two));
  });

  it("refuses a variance that is none", async () => {
    for (const [numerator, denominator] of [
      [0n, 1n],
      [-1n, 1n],
      [1n, 0n],
      [1n, -1n],
    ] as const) {
      expect((await refused(() => createDiscreteGaussian({ numerator, denominator }))).code).to.equal("BadTerms");
    }
  });
});

describe("random choices", function () {
  this.timeout(20_000);
  const count = (draws: number, choice: () => boolean): number =>
    Array.from({ length: draws }, choice).filter(Boolean).length;

  /** Within five standard deviations. */
  function expectShare(choice: () => boolean, probability: number): void {
    const expected = DRAWS * probability;
    const deviation = Math.sqrt(expected * (1 - probability)) || 0.5;
    expect(Math.abs(count(DRAWS, choice) - expected) / deviation, `${probability}`).to.be.below(5);
  }

  it("come with the fraction they are asked for", () => {
    const words = createWords(seededBytes(20));
    for (const [p, q] of [
      [0n, 7n],
      [1n, 3n],
      [7n, 7n],
      [10n ** 30n - 1n, 3n * 10n ** 30n],
    ] as const) {
      expectShare(() => bernoulli(words, p, q), Number(p) / Number(q));
    }
  });

  it("decide on the digits behind the first 32 when the first are those of the fraction", () => {
    const digits =
      (...words: number[]) =>
      () =>
        words.shift() ?? 0;
    const third = 0x55555555; // 1/3 in base 2^32 is 0.(0x55555555)
    expect(bernoulli(digits(third, third, third - 1), 1n, 3n)).to.equal(true);
    expect(bernoulli(digits(third, third, third + 1), 1n, 3n)).to.equal(false);
    expect(bernoulli(digits(0x7fffffff), 1n, 2n)).to.equal(true);
    expect(bernoulli(digits(0x80000000, 0), 1n, 2n)).to.equal(false); // one half is not below one half
  });

  it("come with exp(-x), for fractions and beyond one", () => {
    const words = createWords(seededBytes(21));
    for (const [p, q] of [
      [0n, 1n],
      [1n, 1_000n],
      [1n, 2n],
      [1n, 1n],
      [5n, 2n],
      [3n, 1n],
    ] as const) {
      expectShare(() => bernoulliExp(words, p, q), Math.exp(-Number(p) / Number(q)));
    }
  });

  it("take every number below a limit alike, and none at or above it", () => {
    const words = createWords(seededBytes(22));
    for (const limit of [1n, 2n, 3n, 10n, 64n]) {
      const counts = histogram(() => uniformBelow(words, limit), DRAWS);
      const { statistic, freedom } = chiSquare(counts, (n) => (n >= 0 && n < limit ? 1 / Number(limit) : 0), DRAWS);
      expect([...counts.keys()].every((n) => n >= 0 && n < limit)).to.equal(true);
      expect(statistic, `${limit}`).to.be.below(freedom + 5 * Math.sqrt(2 * freedom));
    }
  });
});
