import { expect } from "chai";
import { ZeroHash } from "ethers";
import { DataError } from "#sdk/data/DataError.ts";
import {
  type Payout,
  payoutLeaf,
  payoutProofs,
  payoutRoot,
  payoutRootOf,
  payoutTotal,
  verifyPayout,
} from "#sdk/math/sumTree.ts";
import { random } from "../../../bench/similarity/random.ts";
import { thrown } from "./helpers/thrown.ts";

const repeated = (byte: string, times: number) => `0x${byte.repeat(times)}`;
const VECTOR: readonly Payout[] = [
  {
    index: 0,
    provider: repeated("11", 20),
    contribution: repeated("a1", 32),
    units: 5n,
  },
  {
    index: 1,
    provider: repeated("22", 20),
    contribution: repeated("b2", 32),
    units: 7n,
  },
  {
    index: 2,
    provider: repeated("33", 20),
    contribution: repeated("c3", 32),
    units: 11n,
  },
];

const payouts = (count: number, next: () => number): readonly Payout[] =>
  Array.from({ length: count }, (_, index) => ({
    index,
    provider: repeated((index % 256).toString(16).padStart(2, "0"), 20),
    contribution: repeated("a1", 32),
    units: BigInt(Math.floor(next() * 1e9)),
  }));

const withUnits = (leaf: Payout, units: bigint): Payout => ({ ...leaf, units });

describe("Payout tree", function () {
  this.timeout(30_000);

  it("reproduces the vector of docs/spec/sum-tree.md", () => {
    expect(VECTOR.map((leaf) => payoutLeaf(leaf).hash)).to.deep.equal([
      "0x992901e2c3f4edf4e0445f0ee541b9c57373ed4cb26f9837eb5ddebb9e7dcb63",
      "0xdc21ecde31cd6f35f0825f9ffb73880e00eae0c91ec161168cf5371a14e1b4a1",
      "0xb8ec5a3232b0e9397ddb3859ec98b9337304aab3eadd2955a37b7288b7e0a381",
    ]);
    expect(payoutRoot(VECTOR)).to.equal("0x92fb46a70aa974e86149f51bc686a0e6a38baeaafdf9c45bd3ebcb3a9961881e");
    expect(payoutProofs(VECTOR)[2]).to.deep.equal([
      { hash: ZeroHash, sum: 0n },
      {
        hash: "0xe746f620583ae60e212da8d110f2331dc08fcc7cf0b74ed4e0b7a477b0c57b5c",
        sum: 12n,
      },
    ]);
  });

  it("leads every leaf of trees of 1 to 33 payouts to the root and the total", () => {
    const next = random(3);
    for (let count = 1; count <= 33; count++) {
      const leaves = payouts(count, next);
      const [root, proofs] = [payoutRoot(leaves), payoutProofs(leaves)];
      leaves.forEach((leaf, i) => {
        expect(payoutRootOf(leaf, proofs[i] ?? [])).to.deep.equal({
          root,
          total: payoutTotal(leaves),
        });
      });
      expect(proofs[0]?.length).to.equal(Math.ceil(Math.log2(count)));
    }
  });

  it("rejects a leaf with other units, another provider, place or sum beside it", () => {
    const root = payoutRoot(VECTOR);
    const [leaf, proof] = [VECTOR[1] as Payout, payoutProofs(VECTOR)[1] ?? []];
    expect(verifyPayout(root, leaf, proof)).to.equal(true);
    for (const change of [{ units: 8n }, { provider: repeated("23", 20) }, { index: 0 }, { contribution: ZeroHash }]) {
      expect(verifyPayout(root, { ...leaf, ...change }, proof)).to.equal(false);
    }
    const [first, second] = proof as [(typeof proof)[number], (typeof proof)[number]];
    expect(verifyPayout(root, leaf, [{ ...first, sum: first.sum - 1n }, second])).to.equal(false);
    expect(verifyPayout(root, leaf, [first, second, { hash: ZeroHash, sum: 0n }])).to.equal(false);
  });

  it("is the zero hash without payouts", () => {
    expect(payoutRoot([])).to.equal(ZeroHash);
    expect(payoutProofs([])).to.deep.equal([]);
  });

  it("refuses sums beyond 64 bits, wrong numbering and places outside the tree", () => {
    const fault = (action: () => unknown) => thrown(DataError, action).message;
    const huge = payouts(2, () => 0).map((leaf) => withUnits(leaf, 2n ** 63n));
    const fits = huge.map((leaf) => withUnits(leaf, leaf.units - BigInt(leaf.index)));
    expect(payoutRoot(fits)).to.match(/^0x/);
    expect(fault(() => payoutRoot(huge))).to.equal(
      "a sum of 18446744073709551616 units is not possible. Sums must stay below 2^64: split the job.",
    );
    expect(fault(() => payoutRoot(VECTOR.slice(1)))).to.equal(
      "index 1 at position 0 is not possible. Number the payouts from 0.",
    );
    const [leaf, proof] = [VECTOR[0] as Payout, payoutProofs(VECTOR)[0] ?? []];
    expect(fault(() => payoutRootOf({ ...leaf, index: 4 }, proof))).to.equal(
      "index 4 in a tree of depth 2 is not possible. Pass the leaf with its own proof.",
    );
    expect(fault(() => payoutRoot([{ ...leaf, provider: "0x11" }]))).to.equal(
      'provider "0x11" is not possible. Pass an address.',
    );
    expect(fault(() => payoutRoot([{ ...leaf, contribution: "0xa1" }]))).to.equal(
      'contribution "0xa1" is not possible. Pass a content tag.',
    );
    const long = Array.from({ length: 33 }, () => ({ hash: ZeroHash, sum: 0n }));
    expect(fault(() => payoutRootOf(leaf, long))).to.equal("a proof of 33 siblings is not possible. Pass at most 32.");
  });
});
