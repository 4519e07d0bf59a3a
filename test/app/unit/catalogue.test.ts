import { parseEther } from "ethers";
import { expect } from "chai";
import { tokenList } from "#sdk/tokenlist/tokenList.ts";
import { dataset, market, pool } from "#sdk";
import { encode } from "#sdk/chain/encode.ts";
import { tokenAt } from "#sdk/chain/contracts.ts";
import { transact } from "#sdk/chain/transact.ts";
import { NO_PERMIT } from "#sdk/permits/noPermit.ts";
import { factsFromChain } from "../../../app/data/catalogue/factsFromChain.ts";
import { launches } from "../../../app/data/catalogue/launches.ts";
import { rank } from "../../../app/data/catalogue/rank.ts";
import { historyFromChain } from "../../../app/data/market/historyFromChain.ts";
import { slashings } from "../../../app/data/pool/slashings.ts";
import { sparingly } from "../../../app/data/sparingly.ts";
import { DAY, sdkWorld } from "../../fixtures/sdk.ts";

const named = (token: string, symbol: string, name: string) => ({ token, name, symbol });

const MANY = Array.from({ length: 1_000 }, (_, index) => {
  const token = `0x${index.toString(16).padStart(40, "0")}`;
  return named(token, `SYM${index}`, `Measurements of station ${index}`);
});

describe("the catalogue", () => {
  describe("ranks", () => {
    const all = [
      named("0x01", "RAINY", "Weather of Bern"),
      named("0x02", "FLGT", "Rain and flights"),
      named("0x03", "RAIN", "Something"),
      named("0x04", "ZRH", "Wetter von Zürich"),
      named("0x05", "NO", "Train times"),
    ];
    const found = (search: string) => rank(all, search).map(({ token }) => token);

    it("the symbol itself first, then beginnings, then what is inside", () => {
      expect(found("rain")).to.deep.equal(["0x03", "0x01", "0x02", "0x05"]);
    });

    it("only those with every word, whatever their order, case and accents", () => {
      expect(found("ZURICH wetter")).to.deep.equal(["0x04"]);
      expect(found("rain zurich")).to.deep.equal([]);
    });

    it("a token by its address", () => {
      expect(found("0X05")).to.deep.equal(["0x05"]);
    });

    it("all in their order where nothing is looked for", () => {
      expect(rank(all, "  ")).to.equal(all);
    });

    it("a thousand datasets at once, also for a giant search", () => {
      const begun = performance.now();
      expect(rank(MANY, "station 999")).to.have.length(1);
      rank(MANY, "a ".repeat(100_000));
      expect(performance.now() - begun).to.be.lessThan(2_000);
    });
  });

  it("lists tokens in the standard, and leaves out what it has no room for", () => {
    const strange = [named("0x1", "WITH SPACE", "x"), named("0x2", "OK", "\u202Ex"), named("0x3", "S".repeat(21), "x")];
    const list = tokenList([...MANY, ...strange], { chainId: 1, timestamp: "2026-11-28T00:00:00Z" });
    expect(list.tokens).to.have.length(1_000);
    expect(list.tokens[7]).to.include({ chainId: 1, symbol: "SYM7", decimals: 18, address: MANY[7]?.token });
    expect(list.tokens[7]?.logoURI).to.match(/^data:image\/svg\+xml,%3Csvg/);
  });

  describe("asks sparingly", () => {
    it("once while the answer is fresh, and again after a failure", async () => {
      let asked = 0;
      const whom = {};
      const ask = async () => {
        asked++;
        if (asked === 1) throw new Error("busy");
        return asked;
      };
      await sparingly(whom, "it", 60_000, ask).catch(() => {});
      expect(await sparingly(whom, "it", 60_000, ask)).to.equal(2);
      expect(await sparingly(whom, "it", 60_000, ask)).to.equal(2);
      expect(await sparingly({}, "it", 60_000, ask)).to.equal(3); // another one
    });
  });

  describe("from the chain alone", () => {
    it("tells the same of a dataset as its contracts", async () => {
      const { maker, alice, bob, launch, contribute, time } = await sdkWorld();
      const one = await launch();
      await market.buy(bob, { dataset: one, amountIn: parseEther("40") });
      await time.increase(2n * DAY);
      await contribute(alice, one.pool, {}, 8_000n);
      await contribute(bob, one.pool, {}, 9_000n);
      const { result } = await market.buy(bob, { dataset: one, amountIn: parseEther("10") });
      await market.sell(bob, { dataset: one, amountIn: result.amountOut });

      const listed = await launches(maker);
      expect(listed.map(({ token, name }) => ({ token, name }))).to.deep.equal([
        { token: one.token, name: one.params.name },
      ]);
      const facts = (await factsFromChain(maker, listed)).get(one.token);
      const { spotX128, reserveBase, reserveData } = await market.market(maker, one);
      expect(facts).to.deep.include({ liquidity: reserveBase, quality: 8_500n, providers: 2 });
      expect(facts?.price).to.equal((spotX128 * 10n ** 18n) >> 128n);
      expect(facts?.volume).to.be.greaterThan(parseEther("19")); // ten in, ten out again, less fees
      expect(facts?.volume).to.be.lessThan(parseEther("20")); // and nothing of the day before yesterday

      const ticks = await historyFromChain(maker, one);
      expect(ticks.map(({ volume }) => volume > 0)).to.deep.equal([false, true, true, true]);
      expect(ticks.at(-1)?.price).to.equal(Number(reserveBase) / Number(reserveData));
      expect(await slashings(maker, one.pool)).to.deep.equal([]);

      await pool.revoke(alice, {
        pool: one.pool,
        contentTag: (await pool.contributions(maker, one))[0]?.contentTag ?? "",
      });
      const after = (await factsFromChain(maker, listed)).get(one.token);
      expect(after).to.deep.include({ quality: 9_000n, providers: 1 });
    });

    it("is not hidden by a dataset whose name is no text", async () => {
      const { maker, launch } = await sdkWorld();
      const { params, token } = await launch({ name: "Before" });
      const { alita, factory } = maker;
      const cost = dataset.launchCost(params);
      await transact(maker, {
        to: alita.address,
        calls: [encode(tokenAt(alita.address), "approve", [factory.address, cost])],
      });
      const call = encode(factory, "createDataset", [{ ...params, name: "QQQQ" }, NO_PERMIT]);
      await transact(maker, { to: factory.address, calls: [call.replace("51515151", "fffefdfc")] });
      const last = await launch({ name: "Behind" });
      expect((await launches(maker)).map((one) => one.token)).to.deep.equal([token, last.token]);
    });
  });
});
