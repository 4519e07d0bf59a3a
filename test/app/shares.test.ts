import { expect } from "chai";
import { parseEther } from "ethers";
import { dataset as datasets, market, pool as pools, read, poolAt, tokenAt } from "#sdk";
import type { Person } from "./harness/market/deployHere.ts";
import { digestToCid } from "#sdk/metadata/cid.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { connectStore, generateDeviceKeys, publishUrls } from "#sdk/store/index.ts";
import { lookClosely } from "./harness/lookAround.ts";
import { weatherDocument } from "./harness/market/documents.ts";
import { STAKED } from "./harness/market/seedMarket.ts";
import { useHouse } from "./harness/useHouse.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";

const REMOTE = 1n; // a contribution whose files lie elsewhere

describe("Having a share in a dataset, in the page,", function () {
  const { house, meet } = useHouse(this);

  async function at(word: string, person: Person): Promise<User> {
    const user = await meet({ keys: [person.privateKey] });
    await user.goes(`#/dataset/${house().weather.token}/${word}`);
    await user.connects();
    return user;
  }

  const kinds = (user: User) => user.wallet.prompts.slice(1).map(({ kind }) => kind);
  const held = ({ address: who }: Person) => datasets.balances(house().maker, { dataset: house().weather, who });

  it("gives liquidity of both tokens with two signatures and one transaction", async () => {
    const somebody = house().somebody();
    await market.buy(somebody, { dataset: house().weather, amountIn: parseEther("50") });
    const user = await at("liquidity", somebody);
    const before = await held(somebody);
    await user.types("You add ALITA", "10");
    await user.sees("Your share after");
    await user.clicks("Add liquidity");
    await user.sees(/Received [\d.]+ liquidity tokens/);
    expect(kinds(user)).to.deep.equal(["sign", "sign", "send"]);
    const after = await held(somebody);
    expect(after.liquidity > before.liquidity && after.data < before.data).to.equal(true);
    for (const token of [house().weather.token, house().maker.alita.address]) {
      const pull = [somebody.address, house().weather.pair] as const;
      expect(await read(house().maker, tokenAt(token), "allowance", pull), "left of a permit").to.equal(0n);
    }
  });

  it("gives liquidity of one token alone, and takes it all back", async () => {
    const somebody = house().somebody();
    const user = await at("liquidity", somebody);
    await user.clicks("Add one token", { role: "radio" });
    await user.types("Bring ALITA ALITA", "20");
    await user.sees("Traded first");
    await user.sees("Your share after");
    await user.clicks("Add liquidity");
    await user.sees(/Received [\d.]+ liquidity tokens/);
    expect(kinds(user)).to.deep.equal(["sign", "send"]);
    expect((await held(somebody)).liquidity > 0n).to.equal(true);

    await user.clicks("Remove", { role: "radio" });
    await user.clicks("50 %", { role: "radio" });
    const shown = async () => /You have ([\d.,]+) liquidity/.exec(await user.text())?.[1];
    const [half, first] = [(await held(somebody)).liquidity, await shown()];
    await user.clicks("Remove liquidity");
    await user.sees(/Received [\d.]+ WTHR and [\d.]+ ALITA/);
    expect((await held(somebody)).liquidity).to.equal(half - half / 2n);
    await user.until("The share shown stayed the same", async () => (await shown()) !== first || undefined);
    await user.clicks("100 %", { role: "radio" });
    await user.sees(/Your share after\s+0\s?%/);
    await user.clicks("Remove liquidity");
    await user.sees("You have no liquidity here");
    expect((await held(somebody)).liquidity).to.equal(0n);
  });

  it("asks twice before it trades half of much at a bad price", async () => {
    const half = await house().launch({ document: weatherDocument(), name: "Half of much", symbol: "HALF" });
    const user = await meet({ keys: [house().somebody().privateKey] });
    await user.goes(`#/dataset/${half.token}/liquidity`);
    await user.connects();
    await user.clicks("Add one token", { role: "radio" });
    await user.types("Bring ALITA ALITA", "20000");
    await user.sees(/Price impact\s+1\d\.\d+%/);
    await user.sees(/moves the price by 1\d\.\d+% against you/);
    await user.clicks("Price impact too high");
    expect(kinds(user)).to.deep.equal([]);
    await user.clicks("Bring HALF instead");
    await user.clicks("Bring ALITA instead");
    await user.clicks("Price impact too high");
    await user.clicks("Add all the same");
    await user.sees(/Received [\d.,]+ liquidity tokens/);
    expect(kinds(user)).to.deep.equal(["sign", "send"]);
  });

  it("buys access, and extends it", async () => {
    const somebody = house().somebody();
    const user = await at("licence", somebody);
    await user.sees("You have no licence for this dataset.");
    await user.clicks("Buy access");
    await user.sees(/You have access; it ends in (29|30) days/);
    expect(kinds(user)).to.deep.equal(["sign", "send"]);
    await user.types("Periods", "2");
    await user.clicks("Extend access");
    await user.sees(/You have access; it ends in (89|90) days/);
    const until = await read(house().maker, poolAt(house().weather.pool), "licensedUntil", [somebody.address]);
    expect(until > 0n).to.equal(true);
  });

  it("opens what access is for: the addresses of a provider's files, by one signature", async () => {
    const { provider, store } = house();
    const document = weatherDocument();
    const rain = await house().launch({ document, name: "Rain to read", symbol: "READ" });
    await publishUrls(connectStore({ url: store, datawell: provider }), {
      urls: ["https://files.example/rain.csv", "ipfs://bafkrei/rain.csv"],
      document: digestToCid(metadataDigest(document)),
      pool: rain.pool,
      contentTag: await house().contribute(provider, rain, REMOTE),
      ownerKey: (await generateDeviceKeys()).publicKey,
      mode: "store",
    });
    const user = await meet({ keys: [house().somebody().privateKey] });
    await user.goes(`#/dataset/${rain.token}/licence`);
    await user.connects();
    await user.clicks("Buy access");
    await user.clicks("Get the addresses");
    await user.sees("ipfs://bafkrei/rain.csv");
    expect(kinds(user)).to.deep.equal(["sign", "send", "sign"]);
    const links = await user.page.$$eval(".tab a[rel]", (all) => all.map((one) => one.getAttribute("href")));
    expect(links, "only https leads somewhere").to.deep.equal(["https://files.example/rain.csv"]);
    expect(await lookClosely(user)).to.equal("");
  });

  it("says why access cannot be bought: too little ALITA, or no whole number of periods", async () => {
    const poor = house().somebody();
    const alita = house().maker.alita.address;
    const all = await read(house().maker, tokenAt(alita), "balanceOf", [poor.address]);
    await datasets.transfer(poor, { token: alita, to: house().maker.address, amount: all - parseEther("15") });
    const user = await at("licence", poor);
    await user.types("Periods", "1.5");
    expect(await user.can("Enter for how many periods")).to.equal(false);
    await user.sees("A whole number from 1 to 12");
    await user.types("Periods", "2");
    expect(await user.can("Not enough ALITA")).to.equal(false);
    await user.types("Periods", "1");
    expect(await user.can("Buy access")).to.equal(true);
  });

  it("stakes, and starts to unstake", async () => {
    const { provider, weather, maker } = house();
    const user = await at("stake", provider);
    await user.sees(/You can stake [\d.]+ WTHR/);
    await user.sees(
      /What you unstake can be taken after 7 days[^.]+\. Unstaking again before that starts the 7 days anew/,
    );
    await user.types("Stake more WTHR", "1000000");
    expect(await user.can("More than you earned here")).to.equal(false);
    await user.types("Stake more WTHR", "10");
    await user.clicks("Stake");
    await user.sees("Done");
    expect(kinds(user)).to.deep.equal(["sign", "send"]);
    const staked = async () => (await pools.account(maker, { pool: weather.pool, who: provider.address })).staked;
    expect(await staked()).to.equal(STAKED + parseEther("10"));
    await user.types("Unstake WTHR", "5");
    await user.clicks("Start unbonding");
    await user.sees("to be taken");
    expect(await staked()).to.equal(STAKED + parseEther("5"));
    expect(kinds(user).slice(2)).to.deep.equal(["send"]);
    expect(await user.can("Unbonding: in 7 days")).to.equal(false);
  });

  it("votes with the stake, which is locked from then on, and cannot vote without one", async () => {
    const stranger = await at("votes", house().somebody());
    expect(await stranger.can("No stake from before the proposal")).to.equal(false);

    const { provider, maker, weather } = house();
    const user = await at("votes", provider);
    await user.sees("for 5 ALITA");
    await user.clicks("Vote no");
    await user.sees("Done");
    expect(kinds(user)).to.deep.equal(["send"]);
    const [offer] = await pools.proposals(maker, { pool: weather.pool });
    expect(offer!.cast > 0n).to.equal(true);
    await user.goes(`#/dataset/${weather.token}/stake`);
    await user.sees("Locked by a vote until");
  });
});
