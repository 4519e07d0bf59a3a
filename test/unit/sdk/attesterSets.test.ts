import { expect } from "chai";
import { AbiCoder, getAddress, keccak256, toBeHex } from "ethers";
import { attester, encode, now, pool, poolAt } from "#sdk";
import { setAmong } from "#sdk/actions/attester/setAmong.ts";
import { setWithin } from "#sdk/actions/attester/setWithin.ts";
import { addressOf, DAY, sdkWorld } from "../../fixtures/sdk.ts";
import { contributionOf } from "../../fixtures/terms.ts";

const { attesterSet } = attester;

/** So many addresses, in ascending order. */
const people = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => getAddress(toBeHex(2n ** 150n + BigInt(index), 20)));

describe("A set of attesters", () => {
  it("is hashed as contracts do it", () => {
    const { set, hash } = attesterSet(people(3), 2n);
    const encoded = AbiCoder.defaultAbiCoder().encode(["tuple(uint8,address[])"], [[set.threshold, set.attesters]]);
    expect(hash).to.equal(keccak256(encoded));
  });

  describe("among all that registered", () => {
    it("is found by its hash, whatever the order they registered in", () => {
      const known = people(4);
      const { set, hash } = attesterSet([known[3]!, known[0]!], 2n);
      expect(setAmong(known.toReversed(), hash)).to.deep.equal(set);
      expect(setAmong(known.slice(0, 3), hash)).to.equal(undefined);
      expect(setAmong([], hash)).to.equal(undefined);
    });

    it("is found among ten whichever it is, and no longer looked for among eleven when it is one of the last", () => {
      const [ten, eleven] = [attesterSet(people(10), 10n), attesterSet(people(11), 11n)];
      expect(setAmong(people(10), ten.hash)).to.deep.equal(ten.set);
      expect(setAmong(people(11), eleven.hash)).to.equal(undefined);
    });

    it("is found among fifty if it is small", () => {
      const known = people(50);
      const { set, hash } = attesterSet([known[17]!, known[49]!], 2n);
      expect(setAmong(known, hash)).to.deep.equal(set);
    });
  });

  describe("of which not all registered", () => {
    let world: Awaited<ReturnType<typeof sdkWorld>>;
    let chosen: ReturnType<typeof attesterSet>;
    let own: Awaited<ReturnType<(typeof world)["launch"]>>;
    let calldata: string;

    before(async () => {
      world = await sdkWorld();
      chosen = attesterSet([...world.set.attesters, ...people(2)], 2n);
      own = await world.launch({ pool: { attesterSet: chosen.hash } });
    });

    const find = () => attester.findAttesterSet(world.stranger, { pool: own.pool, hash: chosen.hash });

    it("is not known before somebody contributed", async () => {
      expect(await find()).to.equal(undefined);
    });

    it("is known from what was sent with a contribution", async () => {
      const contribution = contributionOf(await addressOf(world.alice));
      const assessment = { quality: 8_000n, novelty: 0n, deadline: (await now(world.alice)) + DAY };
      const found = { pool: own.pool, contribution, assessment };
      const signatures = await Promise.all(world.attesters.slice(0, 2).map((one) => attester.attest(one, found)));
      const { hash } = await pool.contribute(world.alice, { ...found, set: chosen.set, signatures });
      expect(await find()).to.deep.equal(chosen.set);
      calldata = (await world.provider.getTransaction(hash))!.data;
    });

    it("is known from the change that named it, before anybody contributed", async () => {
      const { pool: at } = await world.launch({ pool: { staking: false } });
      const { hash, set } = attesterSet([...world.set.attesters, ...people(3)], 3n);
      await pool.setParameter(world.maker, { pool: at, change: { attesters: set } });
      expect(await attester.findAttesterSet(world.stranger, { pool: at, hash })).to.deep.equal(set);
    });

    it("is found in calldata within calldata, and not where only its parts stand", () => {
      const wrapped = encode(poolAt(own.pool), "multicall", [[calldata, encode(poolAt(own.pool), "withdraw", [])]]);
      expect(setWithin(wrapped, chosen.hash)).to.deep.equal(chosen.set);
      expect(setWithin("0x", chosen.hash)).to.equal(undefined);
      const digits = chosen.set.attesters.at(-1)!.slice(2).toLowerCase();
      const cutOff = calldata.slice(0, calldata.indexOf(digits) + 20);
      expect(setWithin(cutOff, chosen.hash)).to.equal(undefined);
      const another = calldata.replace(digits, toBeHex(1, 20).slice(2));
      expect(setWithin(another, chosen.hash)).to.equal(undefined);
      const head = (threshold: number, count: number) => [threshold, 64, count].map((one) => toBeHex(one, 32).slice(2)).join(""); // prettier-ignore
      for (const wrong of [head(3, 5), head(2, 4), head(2, 0), head(2, 31), head(0, 5)]) {
        const changed = calldata.replace(head(2, 5), wrong);
        expect(changed).to.not.equal(calldata);
        expect(setWithin(changed, chosen.hash)).to.equal(undefined);
      }
    });
  });
});
