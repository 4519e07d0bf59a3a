import { expect } from "chai";
import { type Attack, bestOf, type Finding, type Try } from "../../bench/attacks/Attack.ts";
import { document, table } from "../../bench/attacks/document.ts";
import { alita, shareOf } from "../../bench/attacks/figures.ts";
import * as model from "../../bench/attacks/PairModel.ts";
import { faultsOf, type Result, toFigures } from "../../bench/attacks/Result.ts";
import { climb, scaled, sized } from "../../bench/attacks/search.ts";
import { ATTACKS } from "../../bench/attacks/simulations/index.ts";

const tried = (profit: bigint, bound = 0n): Try => ({ choice: `${profit}`, profit, atRisk: 100n, bound });

const attack: Attack = {
  name: "greed",
  question: "Does it pay?",
  assumption: "None.",
  loser: "Nobody.",
  bound: "0",
  why: "It does.",
  precedent: "None.",
  search: async () => finding([]),
};

const finding = (tries: readonly Try[], confirmed = 1): Finding => ({ searched: "all", tries, confirmed });

const result = (...args: Parameters<typeof finding>): Result => ({ attack, finding: finding(...args) });

describe("attacks: search", () => {
  it("climbs to the top of a hill", () => {
    const tries = climb(0, 10, (x) => tried(-scaled(10n ** 12n, (x - 7.3) ** 2)));
    expect(Math.abs(Number(bestOf(tries).profit))).to.be.below(1_000);
  });

  it("finds a top that lies at the edge", () => {
    expect(Number(bestOf(climb(0, 10, (x) => tried(scaled(10n ** 9n, x)))).profit)).to.be.within(9.999e9, 1e10);
  });

  it("draws sizes between two bounds, both included", () => {
    expect(sized(() => 0, 5n, 1_000n)).to.equal(5n);
    expect(sized(() => 1, 5n, 1_000n)).to.be.within(999n, 1_000n);
  });
});

describe("attacks: verdict", () => {
  it("passes a profit at its bound and fails one wei more", () => {
    expect(faultsOf(result([tried(7n, 7n)]))).to.deep.equal([]);
    expect(faultsOf(result([tried(8n, 7n)]))[0]).to.contain("8 wei of profit above the bound of 7");
  });

  it("finds a broken bound behind a better try that holds its own", () => {
    expect(faultsOf(result([tried(9n, 10n), tried(1n, 0n)]))).to.have.length(1);
    expect(toFigures(result([tried(9n, 10n), tried(1n, 0n)]))).to.include({ profit: "9", holds: false });
  });

  it("fails a search that tried or played nothing", () => {
    expect(faultsOf(result([]))).to.have.length(1);
    expect(faultsOf(result([tried(0n)], 0))).to.have.length(1);
  });

  it("says in the table and the document what does not hold", async () => {
    expect(await table([result([tried(1n)])])).to.match(/\| NO +\|/);
    expect(await document([result([tried(0n)])]))
      .to.contain("## Greed")
      .and.contain("**Who loses**: Nobody.");
  });

  it("writes amounts for people", () => {
    expect([alita(0n), alita(-3n), alita(1234567n * 10n ** 15n)]).to.deep.equal(["0 ALITA", "-3 wei", "1,235 ALITA"]);
    expect([shareOf(1n, 0n), shareOf(10n ** 18n, 3n * 10n ** 18n)]).to.deep.equal(["", "33.3 %"]);
  });
});

describe("attacks: model of a pair", () => {
  const pair: model.PairModel = {
    data: 10n ** 23n,
    base: 5n * 10n ** 22n,
    supply: 7n * 10n ** 22n,
    kLast: 0n,
    share: 0n,
    donatedData: 0n,
    donatedBase: 0n,
  };
  const start = { pair, purse: model.EMPTY_PURSE };

  it("takes 0.6 % from whoever buys and sells at once", () => {
    const bought = model.buy(start, 10n ** 18n)!;
    const lost = -Number(model.liquidated(bought)) / 1e18;
    expect(lost).to.be.within(0.00598, 0.006);
  });

  it("gives a donation to all liquidity, and back only before that", () => {
    const donated = model.donateBase(start, 10n ** 18n)!;
    expect(model.skim(donated, 0n)!.purse.base).to.equal(0n);
    const synced = model.sync(donated, 0n)!;
    expect(synced.pair.base).to.equal(pair.base + 10n ** 18n);
    expect(model.skim(synced, 0n)!.purse.base).to.equal(-(10n ** 18n));
  });

  it("never lets the missing be bought back where there is too little", () => {
    const owing = { pair, purse: { ...model.EMPTY_PURSE, data: -pair.data } };
    expect(model.liquidated(owing) < -(2n ** 127n)).to.equal(true);
  });
});

describe("attacks: list", () => {
  it("names every attack once and tells its whole story", () => {
    expect(new Set(ATTACKS.map(({ name }) => name)).size).to.equal(ATTACKS.length);
    for (const { search: _, ...story } of ATTACKS) {
      for (const text of Object.values(story)) expect(text).to.not.equal("");
    }
  });
});
