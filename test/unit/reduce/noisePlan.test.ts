import { expect } from "chai";
import { chacha20 } from "@noble/ciphers/chacha.js";
import {
  honestSurvivors,
  largestNoisyRoster,
  noisePlan,
  type NoisePlan,
  protect,
  rhoOf,
  unscale,
} from "#sdk/reduce/index.ts";
import { randomBelow, seeded } from "../../fixtures/random.ts";
import { refused } from "./refused.ts";

const WAD = 10n ** 18n;
const HALF = { numerator: 1n, denominator: 2n };
const TERMS = { length: 10, bound: 1_000n, rho: HALF, size: 100, honest: 75 };

/** What the sum gives away with a plan, by the theorem, rounded up to 1e-30. */
function spent({ length, bound, honest }: typeof TERMS, { scale, variance }: NoisePlan): bigint {
  const [unit, h, d] = [10n ** 30n, BigInt(honest), BigInt(length)];
  const gaussian = (d * (bound * scale) ** 2n * unit) / (2n * h * variance) + 1n;
  let gap = 10n * h * d * unit; // e^(-pi^2 s) < 7^(-5 s), as pi^2 > 5 ln 7
  for (let i = 0n; i < 5n * variance && gap > 0n; i++) gap /= 7n;
  return gaussian + gap + 1n;
}

describe("noise plan", () => {
  it("is that of the specification for common terms", () => {
    expect(noisePlan(TERMS)).to.deep.equal({ scale: 1n, variance: 133_334n });
    expect(noisePlan({ ...TERMS, bound: 1n, length: 1 })).to.deep.equal({ scale: 128n, variance: 219n });
  });

  it("never lets a job say more than its rho, and never asks for much more noise than that", () => {
    const random = seeded(28n);
    for (let run = 0; run < 500; run++) {
      const size = Number(randomBelow(random, 3n, 10_000n));
      const terms = {
        length: Number(randomBelow(random, 1n, 5_000n)),
        bound: randomBelow(random, 1n, 10n ** 9n),
        rho: { numerator: randomBelow(random, 1n, 10n ** 6n), denominator: 10n ** 5n },
        size,
        honest: Number(randomBelow(random, 1n, BigInt(size))),
      };
      const plan = noisePlan(terms);
      const budget = (terms.rho.numerator * 10n ** 30n) / terms.rho.denominator;
      expect(
        spent(terms, plan) <= budget + 3n,
        JSON.stringify(plan, (_, v) => `${v}`),
      ).to.equal(true);
      expect(plan.variance >= 64n).to.equal(true);
      const needed =
        (BigInt(terms.length) * (terms.bound * plan.scale) ** 2n * terms.rho.denominator) /
        (2n * terms.rho.numerator * BigInt(terms.honest));
      expect(plan.variance <= needed + 2n, `${plan.variance} for ${needed}`).to.equal(true);
    }
  });

  it("keeps its promise at the last whole variance and breaks it at the one before", () => {
    for (const terms of [TERMS, { ...TERMS, bound: 1n, length: 1 }, { ...TERMS, honest: 74 }]) {
      const plan = noisePlan(terms);
      const budget = 10n ** 30n / 2n;
      expect(spent(terms, plan) - 2n <= budget).to.equal(true);
      expect(spent(terms, { ...plan, variance: plan.variance - 1n }) > budget).to.equal(true);
    }
  });

  it("is more noise for fewer honest devices, less rho, longer vectors and larger bounds", () => {
    const { variance } = noisePlan(TERMS);
    for (const change of [
      { honest: 74 },
      { rho: { numerator: 1n, denominator: 3n } },
      { length: 11 },
      { bound: 1_001n },
    ]) {
      expect(noisePlan({ ...TERMS, ...change }).variance > variance, JSON.stringify(Object.keys(change))).to.equal(
        true,
      );
    }
  });

  it("refuses a sum that could leave 63 bits, at the first bound that can", async () => {
    const terms = { length: 1, rho: { numerator: 10n ** 12n, denominator: 1n }, size: 3, honest: 3 };
    let [fits, leaves] = [1n, 2n ** 63n];
    while (leaves - fits > 1n) {
      const bound = (fits + leaves) / 2n;
      try {
        noisePlan({ ...terms, bound });
        fits = bound;
      } catch {
        leaves = bound;
      }
    }
    expect(3n * fits < 2n ** 63n).to.equal(true);
    expect(3n * leaves > (2n ** 63n * 9n) / 10n).to.equal(true); // the rest is for the noise
    expect((await refused(() => noisePlan({ ...terms, bound: leaves }))).code).to.equal("OutOfRange");
  });

  it("refuses terms that are none", async () => {
    for (const change of [
      { length: 0 },
      { length: 1.5 },
      { bound: 0n },
      { bound: -1n },
      { honest: 0 },
      { honest: 101 },
      { rho: { numerator: 0n, denominator: 1n } },
      { rho: { numerator: 1n, denominator: 0n } },
    ]) {
      expect((await refused(() => noisePlan({ ...TERMS, ...change }))).code, Object.keys(change)[0]).to.equal(
        "BadTerms",
      );
    }
  });
});

describe("zero-concentrated differential privacy", () => {
  it("of a job is half the square of its epsilon", () => {
    expect(rhoOf(WAD)).to.deep.equal({ numerator: WAD ** 2n, denominator: 2n * WAD ** 2n });
  });

  it("of several jobs is at most half the square of all their epsilons", () => {
    const random = seeded(29n);
    for (let run = 0; run < 200; run++) {
      const epsilons = Array.from({ length: 5 }, () => randomBelow(random, 1n, 10n * WAD));
      const jobs = epsilons.reduce((sum, epsilon) => sum + rhoOf(epsilon).numerator, 0n);
      const budget = rhoOf(epsilons.reduce((sum, epsilon) => sum + epsilon, 0n)).numerator;
      expect(jobs <= budget).to.equal(true);
    }
  });

  it("of nothing is refused", async () => {
    for (const epsilon of [0n, -1n]) expect((await refused(() => rhoOf(epsilon))).code).to.equal("BadTerms");
  });

  it("counts on the survivors less all that may collude, and on at least one", async () => {
    expect(honestSurvivors({ size: 100, minCohort: 80 })).to.equal(75);
    expect(honestSurvivors({ size: 101, minCohort: 80 })).to.equal(74); // 5.05 may collude
    expect(honestSurvivors({ size: 100, minCohort: 6 })).to.equal(1);
    expect((await refused(() => honestSurvivors({ size: 100, minCohort: 5 }))).code).to.equal("CohortTooSmall");
  });

  it("counts on half of the cohort up to the largest roster, and on less with a device more", () => {
    for (const minCohort of [3, 4, 50, 51, 1_000]) {
      const [size, half] = [largestNoisyRoster(minCohort), Math.ceil(minCohort / 2)];
      expect(honestSurvivors({ size, minCohort }), `${minCohort}`).to.equal(half);
      expect(honestSurvivors({ size: size + 1, minCohort }), `${minCohort}`).to.be.below(half);
    }
    expect([largestNoisyRoster(3), largestNoisyRoster(50)]).to.deep.equal([20, 500]);
    expect(largestNoisyRoster(1)).to.equal(1); // never below the cohort itself
  });
});

describe("what a device puts into the sum", () => {
  const plan = { scale: 4n, variance: 64n };
  const random = (length: number) => chacha20(new Uint8Array(32).fill(1), new Uint8Array(12), new Uint8Array(length));

  it("is clipped by the device, whatever the task says", () => {
    const quiet = { scale: 1_000_000n, variance: 64n };
    const values = [-(10n ** 30n), -11n, -10n, 10n, 11n, 10n ** 30n];
    const sent = protect({ values, bound: 10n, plan: quiet });
    expect(unscale(sent, quiet)).to.deep.equal([-10n, -10n, -10n, 10n, 10n, 10n]);
  });

  it("is the scaled value and noise that does not depend on it", () => {
    const noise = protect({ values: [0n, 0n, 0n], bound: 5n, plan, random });
    const sent = protect({ values: [1n, -5n, 3n], bound: 5n, plan, random });
    expect(sent).to.deep.equal([noise[0]! + 4n, noise[1]! - 20n, noise[2]! + 12n]);
    expect(new Set(noise.map(String)).size).to.be.above(1);
  });

  it("has new noise every time: it must be drawn once and kept", () => {
    const values = Array.from({ length: 50 }, () => 0n);
    expect(protect({ values, bound: 1n, plan })).to.not.deep.equal(protect({ values, bound: 1n, plan }));
  });

  it("comes back from the sum to the nearest whole number", () => {
    const sums = [-7n, -6n, -5n, -2n, -1n, 0n, 1n, 2n, 5n, 6n, 7n];
    expect(unscale(sums, plan)).to.deep.equal([-2n, -2n, -1n, -1n, 0n, 0n, 0n, 1n, 1n, 2n, 2n]);
    expect(unscale(sums, { scale: 1n, variance: 64n })).to.deep.equal(sums);
  });
});
