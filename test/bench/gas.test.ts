import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { TransactionReceipt } from "ethers";
import { document, table } from "../../bench/gas/document.ts";
import * as cost from "../../bench/gas/floor.ts";
import { openStage } from "../../bench/gas/Stage.ts";
import { OPERATIONS } from "../../bench/gas/operations/index.ts";
import { isFlat, judge } from "../../bench/gas/judge.ts";
import type { Grown, Result } from "../../bench/gas/measure.ts";
import { type Operation, warm } from "../../bench/gas/Operation.ts";
import { toSnapshot } from "../../bench/gas/snapshot.ts";

const result = (operation: Partial<Operation> = {}, figures: Partial<Result> = {}): Result => ({
  operation: { name: "swap", floor: 50_000, goal: 70_000, ours: async () => 0, ...operation },
  ours: 60_000,
  peers: { Other: 80_000, Best: 75_000 },
  growth: [],
  ...figures,
});

const snapshotOf = (ours: number) => toSnapshot([result({}, { ours })]);

const grown = (gas: readonly number[], because?: string): Grown => ({
  growth: { of: "users", sizes: [1, 50], at: async () => 0, ...(because && { because }) },
  gas,
});

describe("npm run gas", () => {
  describe("floor", () => {
    it("of a plain transfer of ERC-20 is what the yellow book adds up to", () => {
      // 21,000 + selector 64 + address 368 + amount 236 + two changed words + Transfer
      const data = cost.calldata(cost.SELECTOR, cost.ADDRESS, cost.AMOUNT);
      expect(cost.floor(data, 2 * cost.changeWord(), cost.log(3, 32))).to.equal(33_424);
    });

    it("of much calldata and little work is EIP-7623's", () => {
      // 100 words of 32 bytes, 4 tokens each, 10 gas a token
      expect(cost.floor(cost.times(100, cost.HASH))).to.equal(21_000 + 100 * 32 * 4 * 10);
    });

    it("counts zero bytes apart", () => {
      expect(cost.words(2, 20)).to.deep.equal({ zero: 24, nonzero: 40 });
      expect(cost.calldata(cost.SMALL, cost.HASH)).to.deep.equal({ zero: 31, nonzero: 33 });
    });
  });

  describe("measuring", () => {
    const done = (gas: number) => ({ receipt: { gasUsed: BigInt(gas) } as TransactionReceipt });

    it("counts the last of three turns", async () => {
      expect(await warm(async (turn) => done(100 - turn))).to.equal(98);
    });

    it("adds up the transactions of a turn", async () => {
      expect(await warm(async () => [done(40), done(2)])).to.equal(42);
    });
  });

  describe("stage", () => {
    it("mines every transaction 12 seconds after the last, and takes everything back", async () => {
      const stage = await openStage();
      const [born, sender] = [await stage.time(), await stage.account("sender")];
      await stage.isolated(async () => {
        for (const nonce of [0, 1]) {
          expect(await sender.getNonce()).to.equal(nonce);
          await (await sender.sendTransaction({ to: sender.address })).wait();
        }
        expect(await stage.time()).to.equal(born + 24n);
        await stage.pass(100n);
        expect(await stage.time()).to.equal(born + 124n);
      });
      expect(await stage.time()).to.equal(born);
      expect(await sender.getNonce()).to.equal(0);
      await stage.close();
    });

    it("begins after every clock it may run on, so that deadlines never depend on one", async () => {
      const stage = await openStage();
      expect(Number(await stage.time())).to.be.above(Date.now() / 1_000);
      await stage.close();
    });
  });

  describe("verdict", () => {
    it("is good at the goal and bad one above", () => {
      expect(judge([result({}, { ours: 70_000 })], {})).to.deep.equal([]);
      expect(judge([result({}, { ours: 70_001 })], {})).to.deep.equal(["swap: 70001 is above its goal of 70000"]);
    });

    it("forgives an explained shortfall up to its bound", () => {
      const operation = { shortfall: { atMost: 72_000, because: "it is a clone" } };
      expect(judge([result(operation, { ours: 72_000 })], {})).to.deep.equal([]);
      expect(judge([result(operation, { ours: 72_001 })], {})).to.deep.equal([
        "swap: 72001 is above 72000, the most of its shortfall",
      ]);
    });

    it("asks to take back an explanation that is needed no more", () => {
      const operation = { shortfall: { atMost: 72_000, because: "it is a clone" } };
      expect(judge([result(operation)], {})).to.deep.equal([
        "swap: 60000 reaches its goal of 70000, so it has no shortfall to explain",
      ]);
    });

    it("notices a rise by a single unit, and no fall", () => {
      expect(judge([result()], snapshotOf(59_999))).to.deep.equal(["swap: rose from 59999 to 60000"]);
      expect(judge([result()], snapshotOf(60_001))).to.deep.equal([]);
      expect(judge([result()], {})).to.deep.equal([]);
    });

    it("notices growth that nobody explains", () => {
      const fault = "swap: grows with users, from 60000 to 60151, and nothing says why";
      expect(judge([result({}, { growth: [grown([60_000, 60_151])] })], {})).to.deep.equal([fault]);
      expect(judge([result({}, { growth: [grown([60_000, 60_151], "a longer proof")] })], {})).to.deep.equal([]);
      expect(judge([result({}, { growth: [grown([60_000, 60_150])] })], {})).to.deep.equal([]);
    });

    it("calls falling figures no flatter than rising ones", () => {
      expect(isFlat([60_151, 60_000])).to.equal(false);
    });
  });

  describe("snapshot", () => {
    it("compares with the cheapest peer, quoted ones included and marked", () => {
      const { swap } = toSnapshot([result({ quoted: { Old: 40_000 } }, { growth: [grown([1, 2])] })]);
      expect(swap).to.deep.equal({
        ours: 60_000,
        floor: 50_000,
        peers: { Other: 80_000, Best: 75_000, "Old (quoted)": 40_000 },
        ratioToBest: 1.5,
        goal: 70_000,
        growth: { users: { 1: 1, 50: 2 } },
      });
    });

    it("has nothing to say where there is neither peer nor goal", () => {
      const { swap } = toSnapshot([result({ goal: undefined }, { peers: {} })]);
      expect(swap).to.include({ ratioToBest: null, goal: null });
    });
  });

  describe("snapshots/gas.json", () => {
    it("has every operation once, under its name", () => {
      const text = readFileSync(new URL("../../snapshots/gas.json", import.meta.url), "utf8");
      const names = OPERATIONS.map(({ name }) => name);
      expect(Object.keys(JSON.parse(text) as object)).to.deep.equal(names);
      expect(new Set(names).size).to.equal(names.length);
    });
  });

  describe("document", () => {
    it("shows every operation with its best peer", async () => {
      const lines = (await table([result()])).split("\n");
      expect(lines[2]!.split("|").map((cell) => cell.trim())).to.deep.equal([
        "",
        "swap",
        "50,000",
        "60,000",
        "70,000",
        "75,000",
        "0.80",
        "Best",
        "",
      ]);
    });

    it("tells growth and why a goal is missed", async () => {
      const text = await document([
        result(
          { shortfall: { atMost: 72_000, because: "it is a clone" } },
          { ours: 71_000, growth: [grown([71_000, 90_000], "a longer proof")] },
        ),
      ]);
      expect(text).to.contain("**swap** (71,000 against 70,000, at most 72,000): it is a clone.");
      expect(text).to.match(/swap\s*\| users\s*\| 1: 71,000, 50: 90,000\s*\| a longer proof/);
    });
  });
});
