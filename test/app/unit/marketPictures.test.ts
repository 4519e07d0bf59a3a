import { parseEther } from "ethers";
import { expect } from "chai";
import { blockAt } from "../../../app/data/chain/blockAt.ts";
import { timesOf } from "../../../app/data/chain/timesOf.ts";
import { baseTraded } from "../../../app/data/market/baseTraded.ts";
import { candlesOf, continuous } from "../../../app/data/market/candlesOf.ts";
import { depthOf } from "../../../app/data/market/depthOf.ts";
import { fittingSpan } from "../../../app/data/market/spans.ts";
import { ticksOf } from "../../../app/data/market/ticksOf.ts";
import { roundValues } from "../../../app/ui/charts/scale.ts";

const tick = (time: number, price: number, volume = 1) => ({ time, price, volume, liquidity: 100 });
const flat = (time: number, price: number) => ({ time, open: price, high: price, low: price, close: price, volume: 0 });

describe("the pictures of a market", () => {
  describe("candles", () => {
    it("open where the one before closed, and hold the extremes and the volume of their span", () => {
      const ticks = [tick(0, 10, 0), tick(59, 14, 3), tick(60, 12, 4), tick(119, 9, 5), tick(120, 11, 6)];
      expect(candlesOf(ticks, 60)).to.deep.equal([
        { time: 0, open: 10, high: 14, low: 10, close: 14, volume: 3 },
        { time: 60, open: 14, high: 14, low: 9, close: 9, volume: 9 },
        { time: 120, open: 9, high: 11, low: 9, close: 11, volume: 6 },
      ]);
    });

    it("are none without a tick", () => {
      expect(candlesOf([], 60)).to.deep.equal([]);
      expect(continuous([], { seconds: 60, until: 600, most: 5 })).to.deep.equal([]);
    });

    it("are flat where nothing happened", () => {
      const candles = candlesOf([tick(0, 10), tick(185, 12)], 60);
      expect(continuous(candles, { seconds: 60, until: 240, most: 60 })).to.deep.equal([
        candles[0],
        flat(60, 10),
        flat(120, 10),
        candles[1],
        flat(240, 12),
      ]);
    });

    it("are the latest so many, the first of them at the price of before", () => {
      const candles = candlesOf([tick(0, 10), tick(60, 20), tick(300, 30)], 60);
      const shown = continuous(candles, { seconds: 60, until: 359, most: 4 });
      expect(shown).to.deep.equal([flat(120, 20), flat(180, 20), flat(240, 20), candles[2]]);
    });

    it("show a market that stands still for years as so many flat ones", () => {
      const shown = continuous(candlesOf([tick(0, 10)], 300), { seconds: 300, until: 10 * 365 * 86_400, most: 60 });
      expect(shown).to.have.length(60);
      expect(new Set(shown.map(({ close }) => close))).to.deep.equal(new Set([10]));
    });

    it("take a hundred thousand ticks", () => {
      const ticks = Array.from({ length: 100_000 }, (_, index) => tick(index, 1 + (index % 7)));
      expect(candlesOf(ticks, 86_400)).to.have.length(2);
    });
  });

  it("are measured by a handful of round values", () => {
    const shown = (range: readonly [number, number]) => roundValues(range).map((value) => Number(value.toFixed(6)));
    expect(shown([0.48, 0.87])).to.deep.equal([0.5, 0.6, 0.7, 0.8]);
    expect(shown([-3, 41])).to.deep.equal([0, 20, 40]);
    expect(shown([9_990, 10_010])).to.deep.equal([9_990, 9_995, 10_000, 10_005, 10_010]);
  });

  it("take the shortest span of which sixty are the whole past", () => {
    expect(fittingSpan(0)).to.equal("5m");
    expect(fittingSpan(60 * 300)).to.equal("5m");
    expect(fittingSpan(60 * 300 + 1)).to.equal("1h");
    expect(fittingSpan(60 * 86_400)).to.equal("1d");
    expect(fittingSpan(60 * 86_400 + 1)).to.equal("1w");
    expect(fittingSpan(60 * 604_800 * 10)).to.equal("1w");
  });

  it("price a step by its reserves, and leave out an empty market", () => {
    const step = {
      time: 5,
      reserveData: parseEther("200"),
      reserveBase: parseEther("50"),
      baseTraded: parseEther("3"),
    };
    const empty = { ...step, reserveData: 0n, reserveBase: 0n };
    expect(ticksOf([empty, step])).to.deep.equal([{ time: 5, price: 0.25, liquidity: 50, volume: 3 }]);
  });

  it("survive the largest reserves that a pair can hold, and the smallest", () => {
    const most = 2n ** 112n - 1n;
    const [high] = ticksOf([{ time: 0, reserveData: 1n, reserveBase: most, baseTraded: most }]);
    const [low] = ticksOf([{ time: 0, reserveData: most, reserveBase: 1n, baseTraded: 1n }]);
    expect([high?.price, high?.volume, low?.price, low?.liquidity].every(Number.isFinite)).to.equal(true);
    expect(low?.price).to.be.greaterThan(0);
  });

  it("count what a swap moved of ALITA, on whichever side it stands", () => {
    const buy = { amount0In: 0n, amount1In: 7n, amount0Out: 3n, amount1Out: 0n };
    expect(baseTraded(buy, true)).to.equal(7n);
    expect(baseTraded(buy, false)).to.equal(3n);
  });

  it("know the amounts that move the price along the curve", () => {
    const depth = depthOf({ data: parseEther("100"), base: parseEther("400") });
    const at = (change: number) => depth.find((one) => one.change === change);
    expect(at(-50)?.price).to.equal(2);
    expect(at(-50)?.amount).to.be.closeTo(400 * (1 - Math.SQRT1_2), 1e-9);
    expect(at(50)?.amount).to.be.closeTo(400 * (Math.sqrt(1.5) - 1), 1e-9);
    expect(depthOf({ data: 0n, base: 0n })).to.deep.equal([]);
  });

  describe("times of blocks", () => {
    it("are asked for once each while they are few", async () => {
      const asked: number[] = [];
      const times = await timesOf([3, 3, 7, 9], async (block) => {
        asked.push(block);
        return block * 12;
      });
      expect(asked).to.deep.equal([3, 7, 9]);
      expect([...times]).to.deep.equal([[3, 36], [7, 84], [9, 108]]); // prettier-ignore
    });

    it("are reckoned from a hundred of many, and never go back", async () => {
      let asked = 0;
      const blocks = Array.from({ length: 5_000 }, (_, index) => index * 3);
      const times = await timesOf(blocks, async (block) => {
        asked++;
        return 1_000 + block * 2;
      });
      expect(asked).to.equal(100);
      expect([...times.values()]).to.deep.equal(blocks.map((block) => 1_000 + block * 2));
    });

    it("are none of no blocks", async () => {
      expect((await timesOf([], async () => 0)).size).to.equal(0);
    });

    it("lead to the first block of a day in few questions", async () => {
      let asked = 0;
      const readTime = async (block: number) => {
        asked++;
        return block * 12;
      };
      expect(await blockAt(readTime, { time: 120, first: 0, last: 1_000_000 })).to.equal(10);
      expect(asked).to.be.at.most(20);
      expect(await blockAt(readTime, { time: 121, first: 0, last: 1_000_000 })).to.equal(11);
      expect(await blockAt(readTime, { time: 0, first: 5, last: 9 })).to.equal(5);
      expect(await blockAt(readTime, { time: 10_000, first: 5, last: 9 })).to.equal(9);
    });
  });
});
