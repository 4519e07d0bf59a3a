import { expect } from "chai";
import { combine, split } from "shamir-secret-sharing";
import { toBeHex } from "ethers";
import { combineShares } from "#sdk/reduce/crypto/combineShares.ts";
import { createGraph, unmask } from "#sdk/reduce/index.ts";
import { randomBelow, seeded } from "../../fixtures/random.ts";
import { slowCombined, slowMasked, slowNeighbours, slowSum } from "../../reference/secureSum.ts";
import { enrol, partyOf, play, type Step } from "./simulate.ts";

const deep = process.env.TEST_EFFORT === "deep";
const random = seeded(30n);

describe("secure sum and its slow twin", function () {
  this.timeout(deep ? 600_000 : 20_000);

  it("put the same masks on, and take the same off", async () => {
    for (let run = 0; run < (deep ? 60 : 4); run++) {
      const size = Number(randomBelow(random, 6n, 9n));
      const complete = run % 2 === 0;
      const params = { degree: complete ? size - 1 : 4, threshold: 2 };
      const cohort = await enrol(size, { params, seed: toBeHex(random(), 32), round: toBeHex(random(), 32) });
      const inputs = Array.from({ length: size }, () => [BigInt.asIntN(64, random()), BigInt.asIntN(64, random())]);
      const more: Record<number, Step> = complete ? { 0: "sharing", 2: "revealing" } : {};
      const silent: Record<number, Step> = { ...more, [size - 1]: "masking" };
      const round = await play(cohort, inputs, silent);
      for (const [index, vector] of round.masked) {
        const party = partyOf(cohort, index);
        const neighbours = party.neighbours.filter((other) => round.sealed.has(other.index));
        expect([...vector]).to.deep.equal(slowMasked({ ...party, neighbours }, inputs[index]!));
      }
      expect((await unmask(round)).sum).to.deep.equal(slowSum(round));
    }
  });

  it("draw the same ring for every size", () => {
    for (const size of [3, 4, 5, 16, 17, 30, 31, 64, 90, deep ? 400 : 120]) {
      for (const degree of [2, size - 1, size > 10 ? 8 : 2]) {
        const graph = { size, degree, seed: toBeHex(random(), 32) };
        const neighbours = Array.from({ length: size }, (_, index) => index).map(createGraph(graph));
        expect(neighbours, `${size}, ${degree}`).to.deep.equal(slowNeighbours(graph));
      }
    }
  });

  it("rebuild the same secrets from any shares", async () => {
    for (let run = 0; run < (deep ? 100 : 5); run++) {
      const secret = crypto.getRandomValues(new Uint8Array(32));
      const shares = (await split(secret, 20, 7)).slice(Number(random() % 13n)).slice(0, 7);
      expect(slowCombined(shares)).to.deep.equal(secret);
      expect(await combine(shares)).to.deep.equal(secret);
      expect(combineShares(shares)).to.deep.equal(secret);
      expect(combineShares(shares.slice(1))).to.not.deep.equal(secret);
      expect(combineShares([...shares, shares[0]!])).to.equal(undefined);
    }
  });
});
