import { expect } from "chai";
import { network } from "hardhat";
import {
  advance,
  amountInUp,
  amountOutDown,
  amountFor,
  burnDown,
  dataForUp,
  firstLiquidityDown,
  keepsProduct,
  liquidityDown,
  lnPrice,
  makerFeeDown,
  quoteDown,
  quoteUp,
  shareDown,
  splitJob,
  toPriceX128,
  votesNeeded,
  zapSwapDown,
} from "#sdk";
import { randomBelow, seeded } from "../../fixtures/random.ts";

const RUNS = process.env.TEST_EFFORT === "deep" ? 2_000 : 60;
const MAX_RESERVE = 2n ** 88n - 1n; // token wei
const MAX_LN = 61n << 40n; // 2^-40

/** Every twin with the ranges of its arguments, [least, most] of each. */
const twins: readonly (readonly [name: string, twin: (...args: bigint[]) => bigint, ranges: readonly Range[]])[] = [
  [
    "amountOutDown",
    amountOutDown as Twin,
    [
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
    ],
  ],
  [
    "quoteDown",
    quoteDown as Twin,
    [
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
    ],
  ],
  [
    "quoteUp",
    quoteUp as Twin,
    [
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
    ],
  ],
  [
    "zapSwapDown",
    zapSwapDown as Twin,
    [
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
    ],
  ],
  [
    "firstLiquidityDown",
    firstLiquidityDown as Twin,
    [
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
    ],
  ],
  [
    "shareDown",
    shareDown as Twin,
    [
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
    ],
  ],
  [
    "makerFeeDown",
    makerFee,
    [
      [1n, MAX_RESERVE],
      [0n, 2n ** 176n - 1n],
      [0n, 2n ** 176n - 1n],
      [0n, 5_000n],
    ],
  ],
  [
    "lnPrice",
    lnPrice as Twin,
    [
      [1n, MAX_RESERVE],
      [1n, MAX_RESERVE],
    ],
  ],
  [
    "advance",
    advance as Twin,
    [
      [-MAX_LN, MAX_LN],
      [-MAX_LN, MAX_LN],
      [0n, 2n ** 32n - 1n],
    ],
  ],
  [
    "advance",
    advance as Twin,
    [
      [-MAX_LN, MAX_LN],
      [-MAX_LN, MAX_LN],
      [0n, 100_000n],
    ],
  ],
  ["toPriceX128", toPriceX128 as Twin, [[-MAX_LN, MAX_LN]]],
  [
    "votesNeeded",
    votesNeeded as Twin,
    [
      [0n, 2n ** 96n - 1n],
      [0n, 2n ** 96n - 1n],
    ],
  ],
  [
    "amountFor",
    amountFor as Twin,
    [
      [0n, 2n ** 56n - 1n],
      [0n, 2n ** 96n - 1n],
    ],
  ],
  [
    "dataForUp",
    dataForUp as Twin,
    [
      [0n, 2n ** 152n],
      [1n, 2n ** 200n],
    ],
  ],
  [
    "burnDown",
    burnDown as Twin,
    [
      [0n, MAX_RESERVE],
      [0n, 5_000n],
    ],
  ],
];

type Range = readonly [least: bigint, most: bigint];
type Twin = (...args: bigint[]) => bigint;

function makerFee(supply = 0n, k = 0n, kLast = 0n, share = 0n): bigint {
  return makerFeeDown(supply, { k, kLast, share });
}

describe("sdk math", function math() {
  this.timeout(240_000);
  let harness: { getFunction(name: string): { staticCall(...args: bigint[]): Promise<unknown> } };
  const random = seeded(20_26n);

  /** The ends of the range first, then anything, every size as likely as any other. */
  const draw = (run: number, ranges: readonly Range[]): bigint[] =>
    ranges.map(([least, most], place) => {
      if (run < 2 ** ranges.length && run < 16) return (run >> place) & 1 ? most : least;
      return randomBelow(random, least, most);
    });

  before(async () => {
    const { ethers } = await network.create();
    harness = (await ethers.deployContract("MathHarness")) as unknown as typeof harness;
  });

  for (const [name, twin, ranges] of twins) {
    it(`${name} gives what the contract gives, up to ${ranges.map(([, most]) => most.toString(2).length).join("/")} bits`, async () => {
      const onChain = harness.getFunction(name);
      let compared = 0;
      for (let run = 0; run < RUNS; run++) {
        const args = draw(run, ranges);
        const expected = await onChain.staticCall(...args).catch((error: unknown) => error);
        if (expected instanceof Error) continue; // out of the contract's domain: an overflow of extreme sizes
        expect(twin(...args), `${name}(${args.join(", ")})`).to.equal(expected);
        compared++;
      }
      expect(compared).to.be.greaterThan(RUNS / 2);
    });
  }

  it("amountInUp gives what the contract gives", async () => {
    for (let run = 0; run < RUNS; run++) {
      const reserveOut = randomBelow(random, 2n, MAX_RESERVE);
      const args = [
        randomBelow(random, 1n, reserveOut - 1n),
        randomBelow(random, 1n, MAX_RESERVE),
        reserveOut,
      ] as const;
      expect(amountInUp(...args)).to.equal(await harness.getFunction("amountInUp").staticCall(...args));
    }
  });

  it("liquidityDown and keepsProduct give what the contract gives", async () => {
    for (let run = 0; run < RUNS; run++) {
      const [a, b, c, d, e] = draw(
        run + 32,
        Array.from({ length: 5 }, () => [1n, MAX_RESERVE] as const),
      ) as unknown as Five;
      expect(liquidityDown(a, b, { data: c, base: d, supply: e })).to.equal(
        await harness.getFunction("liquidityDown").staticCall(a, b, c, d, e),
      );
      const balances = { balance0: c, balance1: d, amount0In: a % (c + 1n), amount1In: b % (d + 1n) };
      const product = randomBelow(random, 1n, c * d);
      expect(keepsProduct(balances, product)).to.equal(
        await harness.getFunction("keepsProduct").staticCall(c, d, balances.amount0In, balances.amount1In, product),
      );
    }
  });

  it("splits every job so that nothing is lost", () => {
    for (let run = 0; run < 1_000; run++) {
      const maxUnits = randomBelow(random, 1n, 2n ** 56n - 1n);
      const job = {
        maxUnits,
        unitPrice: randomBelow(random, 0n, 2n ** 96n - 1n),
        coordinatorFee: randomBelow(random, 0n, 2n ** 96n - 1n),
        unitData: randomBelow(random, 0n, MAX_RESERVE),
        unitBurn: randomBelow(random, 0n, MAX_RESERVE),
      };
      const split = splitJob(job, randomBelow(random, 0n, maxUnits), run % 2 === 0);
      expect(split.baseToProviders + split.fee + split.baseRefund).to.equal(
        maxUnits * job.unitPrice + job.coordinatorFee,
      );
      expect(split.dataToProviders + split.dataBurned + split.dataRefund).to.equal(
        maxUnits * (job.unitData + job.unitBurn),
      );
    }
  });
});

type Five = readonly [bigint, bigint, bigint, bigint, bigint];
