import { expect } from "chai";
import { type ByIndex, maskInput, unmask } from "#sdk/reduce/index.ts";
import { randomBelow, seeded } from "../../fixtures/random.ts";
import { refused } from "./refused.ts";
import { answer, bytes32, type Cohort, enrol, partyOf, plainSum, play, type Step } from "./simulate.ts";

const deep = process.env.TEST_EFFORT === "deep";
const MAX = 2n ** 63n - 1n;
const MIN = -(2n ** 63n);
const STEPS: readonly Step[] = ["sharing", "masking", "revealing"];

const inputsOf = (size: number): bigint[][] =>
  Array.from({ length: size }, (_, i) => [BigInt(i), -(BigInt(i) ** 5n), 2n ** 40n, 0n]);

/** Plays a round and compares the sum with that of the plain vectors. */
async function expectExact(cohort: Cohort, inputs: readonly (readonly bigint[])[], silent: ByIndex<Step> = {}) {
  const round = await play(cohort, inputs, silent);
  const { sum, blamed } = await unmask(round);
  expect(sum).to.deep.equal(plainSum(inputs, round.masked.keys()));
  expect(blamed).to.deep.equal([]);
  return round;
}

describe("secure sum", function () {
  this.timeout(deep ? 600_000 : 20_000);

  it("is exact when everybody stays, from three devices up", async () => {
    for (const size of [3, 4, 8, 36]) await expectExact(await enrol(size), inputsOf(size));
  });

  it("is exact over the survivors, whichever step the others drop out at", async () => {
    for (const step of STEPS) await expectExact(await enrol(12), inputsOf(12), { 0: step, 5: step, 11: step });
    await expectExact(await enrol(12), inputsOf(12), { 1: "sharing", 2: "masking", 3: "revealing" });
  });

  it("is exact on a graph where not all are neighbours", async () => {
    const params = { degree: 8, threshold: 5 };
    const round = await expectExact(await enrol(24, { params }), inputsOf(24), {
      3: "sharing",
      9: "masking",
      15: "revealing",
    });
    expect([...round.sealed.values()].every((sealed) => Object.keys(sealed).length === 8)).to.equal(true);
  });

  it("survives 13 drop-outs of a hundred", async function () {
    const silent: Record<number, Step> = {};
    for (let i = 0; i < 13; i++) silent[(i * 7 + 3) % 100] = STEPS[i % 3]!;
    const round = await expectExact(await enrol(100), inputsOf(100), silent);
    expect([round.sealed.size, round.masked.size, round.reveals.size]).to.deep.equal([95, 91, 87]);
  });

  it("is the same of vectors that come one after the other, and lets others work in between", async () => {
    const inputs = inputsOf(5);
    const round = await play(await enrol(5), inputs);
    async function* entries() {
      for (const entry of round.masked) {
        for (const end = performance.now() + 60; performance.now() < end;);
        yield entry;
      }
    }
    const masked = { has: (index: number) => round.masked.has(index), keys: () => round.masked.keys(), entries };
    let turns = 0;
    const other = setInterval(() => turns++, 1);
    const { sum } = await unmask({ ...round, masked });
    clearInterval(other);
    expect(sum).to.deep.equal(plainSum(inputs, round.masked.keys()));
    expect(turns).to.be.at.least(4);
  });

  it("counts to the ends of 64 bits, and wraps behind them as it says", async () => {
    const cohort = await enrol(3);
    const round = await play(cohort, [
      [MAX, MIN, MAX],
      [0n, 0n, 1n],
      [0n, 0n, 0n],
    ]);
    expect((await unmask(round)).sum).to.deep.equal([MAX, MIN, MIN]);
  });

  it("takes vectors of one coordinate and of none", async () => {
    await expectExact(await enrol(3), [[1n], [2n], [3n]]);
    await expectExact(await enrol(3), [[], [], []]);
  });

  it("is exact whatever the size, the vectors and the drop-outs", async () => {
    const random = seeded(27n);
    for (let run = 0; run < (deep ? 150 : 12); run++) {
      const size = Number(randomBelow(random, 5n, 16n));
      const length = Number(randomBelow(random, 1n, 40n));
      const inputs = Array.from({ length: size }, () =>
        Array.from({ length }, () => randomBelow(random, 0n, 2n ** 59n) - 2n ** 58n),
      );
      const cohort = await enrol(size);
      const spare = size - 1 - cohort.threshold;
      const silent: Record<number, Step> = {};
      for (let i = 0; i < spare; i++) silent[Number(random() % BigInt(size))] = STEPS[Number(random() % 3n)]!;
      await expectExact(cohort, inputs, silent);
    }
  });

  describe("threshold", () => {
    const size = 10; // all are neighbours: 9 of each, 6 must answer

    it("is met exactly by six answers, and missed by five", async () => {
      const cohort = await enrol(size);
      const round = await play(cohort, inputsOf(size), { 0: "masking" });
      const first = (count: number) => new Map([...round.reveals].slice(0, count));
      // every survivor's seed is rebuilt by others: seven answers leave six for one that answered itself
      expect((await unmask({ ...round, reveals: first(7) })).sum).to.deep.equal(
        plainSum(inputsOf(size), round.masked.keys()),
      );
      const error = await refused(() => unmask({ ...round, reveals: first(6) }));
      expect(error.code).to.equal("TooFewShares");
      expect(error.blamed).to.deep.equal([]);
    });

    it("is asked for by devices before they mask, and before they reveal", async () => {
      const cohort = await enrol(size);
      const dropped = (count: number, step: Step) =>
        Object.fromEntries(Array.from({ length: count }, (_, index) => [index, step]));
      await expectExact(cohort, inputsOf(size), dropped(3, "sharing"));
      const few = await refused(() => play(cohort, inputsOf(size), dropped(4, "sharing")));
      expect(few.code).to.equal("TooFewShares");
      await expectExact(cohort, inputsOf(size), dropped(3, "masking"));
      const cut = await refused(() => play(cohort, inputsOf(size), dropped(4, "masking")));
      expect(cut.code).to.equal("TooFewNeighbours");
    });
  });

  it("hides a vector: what is sent for zeros looks like what is sent for ones", async () => {
    const cohort = await enrol(3);
    const length = 4_000;
    for (const value of [0n, 1n]) {
      const { masked } = await play(
        cohort,
        Array.from({ length: 3 }, () => Array.from({ length }, () => value)),
      );
      for (const vector of masked.values()) {
        const ones = vector.reduce((count, word) => count + word.toString(2).replaceAll("0", "").length, 0);
        const bits = 64 * length;
        expect(Math.abs(ones - bits / 2)).to.be.below(5 * Math.sqrt(bits / 4));
        expect(new Set(vector).size).to.equal(length);
      }
    }
  });

  it("masks the same input alike again, so that a device may be killed at any step", async () => {
    const cohort = await enrol(5);
    const inputs = inputsOf(5);
    const once = await play(cohort, inputs);
    const party = partyOf(cohort, 2);
    const sealedFrom = Object.fromEntries(party.neighbours.map(({ index }) => [index, once.sealed.get(index)![2]!]));
    expect(await maskInput({ ...party, sealedFrom, input: inputs[2]! })).to.deep.equal(once.masked.get(2));
    expect(await answer(cohort, once, 2)).to.deep.equal(once.reveals.get(2));
  });

  it("makes other masks in another round from the same secrets", async () => {
    const cohort = await enrol(3);
    const once = await play(cohort, inputsOf(3));
    const again = await play({ ...cohort, round: bytes32(0xbb) }, inputsOf(3));
    for (const [index, vector] of once.masked) {
      const other = again.masked.get(index)!;
      expect(vector.some((word, i) => word === other[i])).to.equal(false);
    }
  });

  it("refuses inputs beyond 63 bits", async () => {
    const cohort = await enrol(3);
    for (const value of [MAX + 1n, MIN - 1n]) {
      const error = await refused(() => play(cohort, [[value], [0n], [0n]]));
      expect(error.code).to.equal("OutOfRange");
    }
  });
});
