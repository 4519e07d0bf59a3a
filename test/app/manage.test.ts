import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { ElementHandle } from "puppeteer-core";
import { parseEther } from "ethers";
import { dataset as datasets, market, pool as pools, read, poolAt, tokenAt } from "#sdk";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { pass } from "../../scripts/chain/clock.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { overflowing, settled, tooSmall, violations } from "./harness/looks.ts";
import type { Person } from "./harness/market/deployHere.ts";
import { weatherDocument } from "./harness/market/documents.ts";
import { launchOwn } from "./harness/market/launchOwn.ts";
import { useHouse } from "./harness/useHouse.ts";

const DAY = 86_400n;

/** So little is the maker's that votes are needed, token wei. */
const SHARES = { allocation: parseEther("500"), maxIncentive: parseEther("400") };

describe("Managing a dataset in the page", function () {
  const { house, meet } = useHouse(this);

  async function at(person: Person, hash: string, url = house().url): Promise<User> {
    const user = await meet({ keys: [person.privateKey], url });
    await user.goes(hash);
    await user.connects();
    return user;
  }

  /** Where there is no store, whose silence about datasets without a description would be an error of the page. */
  const atBare = (person: Person, hash: string) => at(person, hash, house().bareUrl);

  const partOf = ({ token }: Dataset, part: string) => `#/dataset/${token}/manage?part=${part}`;
  const placeIn = ({ token }: Dataset, word: string) => `#/dataset/${token}/${word}`;
  const statusOf = ({ pool }: Dataset) => pools.status(house().maker, { pool });
  const kinds = (user: User) => user.wallet.prompts.slice(1).map(({ kind }) => kind);
  const newest = "li.card:first-child"; // proposal

  it("is offered to its maker alone, from the portfolio, and has no fault that axe finds in any part", async () => {
    const user = await meet({ keys: [house().maker.privateKey], width: 360, theme: "dark" });
    await user.goes("#/portfolio");
    await user.connects();
    await user.clicks("Manage WTHR: price, offers, terms, reward", { role: "link" });
    await user.sees("Providers have stake");
    await user.page.$$eval(".manage-part summary", (all) => all.forEach((one) => (one as HTMLElement).click()));
    await user.sees("Announce the closing");
    await settled(user);
    const found = [...(await violations(user)), ...(await overflowing(user)), ...(await tooSmall(user))];
    expect(found).to.deep.equal([]);

    const stranger = await at(house().somebody(), placeIn(house().weather, "trade"));
    expect(await stranger.text()).to.not.include("Manage");
    await stranger.goes(placeIn(house().weather, "manage"));
    expect(await stranger.can("Switch to the maker's account")).to.equal(false);
  });

  it("publishes a new version of the description, to the store and to the chain", async () => {
    const { maker, weather } = house();
    const user = await at(maker, partOf(weather, "description"));
    await user.types("Keywords", "weather, rain, wind");
    await user.types("Version", "1.1.0");
    await user.sees("Its content address will be");
    await user.clicks("Publish this version");
    await user.sees("It is version 2");
    expect(kinds(user)).to.deep.equal(["sign", "send"]);
    await user.sees("wind");
    expect(await user.can("Change something, or choose a file")).to.equal(false);
    const { metadataVersion, contractUri: uri } = await datasets.show(maker, { token: weather.token });
    expect(metadataVersion).to.equal(2n);
    expect(await user.page.$eval("main", (main) => main.textContent)).to.include(
      uri.replace("ipfs://", "").slice(0, 20),
    );
  });

  describe("in which providers have stake", () => {
    let voted: Dataset;
    before(async () => {
      const { provider } = house();
      const pool = { ...SHARES, challengeWindow: 0n, unbonding: 0n };
      voted = await launchOwn(house(), { name: "Voted", symbol: "VOTE", pool });
      await pass(house().chain, 1n);
      const owed = await pools.claimable(provider, { pool: voted.pool, provider: provider.address });
      const contentTags = owed.map(({ contentTag }) => contentTag);
      await pools.claim(provider, { pool: voted.pool, contentTags, toStake: parseEther("340") });
    });

    it("sets the price of a licence, and takes licences off sale and back", async () => {
      const { maker } = house();
      const user = await atBare(maker, partOf(voted, "selling"));
      expect(await user.can("This is the price already")).to.equal(false);
      await user.types("Price of a licence ALITA", "12.5");
      await user.clicks("Set the price");
      await user.sees("12.5 ALITA for 30 days, on sale");
      expect((await statusOf(voted)).price).to.equal(parseEther("12.5"));
      await user.clicks("Take licences and jobs off sale");
      await user.sees("12.5 ALITA for 30 days, not on sale");
      await user.clicks("Put licences and jobs on sale");
      await user.sees("12.5 ALITA for 30 days, on sale");
      expect(kinds(user)).to.deep.equal(["send", "send", "send"]);
    });

    it("offers a buyer what it asked for by a link; voters agree and are paid, and the buyer accepts", async () => {
      const { maker, provider, somebody } = house();
      const buyer = somebody();
      const asking = await atBare(buyer, placeIn(voted, "licence"));
      await asking.page.click("details.settings summary");
      await asking.types("Price ALITA", "7");
      await asking.types("Access for days", "60");
      await asking.clicks("Copy the link for the maker");
      const link = await asking.sees(/#\/dataset\/0x\w+\/manage\?\S+/);

      const making = await atBare(maker, /#\/dataset\/0x\w+\/manage\?\S+/.exec(link)![0]);
      expect(await making.reads("Buyer")).to.equal(buyer.address);
      await making.types("Reward for voters ALITA", "3");
      await making.clicks("Offer it");
      await making.sees("Open for votes:");
      expect(kinds(making)).to.deep.equal(["sign", "send"]);

      const voting = await atBare(provider, placeIn(voted, "votes"));
      await voting.sees("for 7 ALITA");
      await voting.sees(/Yes votes missing: [\d.,]+ VOTE\s+Yes: 0 VOTE\s+No: 0 VOTE\s+Yes votes that make 60 %/);
      await voting.clicks("Vote yes", { within: newest });
      await voting.sees("Enough yes votes");
      expect(await violations(voting)).to.deep.equal([]);

      await asking.sees("Offered to you");
      await asking.clicks("Accept and pay 7 ALITA");
      await asking.sees(/You have access; it ends in (59|60) days/);
      expect(kinds(asking)).to.deep.equal(["sign", "send"]);

      await voting.clicks("Take 3 ALITA for your votes");
      await voting.sees("Received 3 ALITA");
      await voting.seesNoMore("for your votes");
    });

    it("lets a buyer decline an offer before it is decided", async () => {
      const { maker, somebody } = house();
      const buyer = somebody();
      const wish = `offer&buyer=${buyer.address}&price=4&days=30`;
      const making = await atBare(maker, partOf(voted, wish));
      await making.clicks("Offer it");
      await making.sees("Open for votes:");
      const user = await atBare(buyer, placeIn(voted, "licence"));
      expect(await user.can("Not passed yet")).to.equal(false);
      await user.clicks("Decline the offer");
      await user.sees("Offered to you");
      await user.clicks("Decline it: this cannot be undone");
      await user.seesNoMore("Offered to you");
    });

    it("asks those with stake for a change, which holds after its notice", async () => {
      const { maker, provider } = house();
      const making = await atBare(maker, partOf(voted, "quality"));
      await making.types("Least quality %", "55");
      await making.clicks("Propose to change the least quality");
      await making.sees("Open for votes:");
      expect(kinds(making), "no reward for voters, nothing to allow").to.deep.equal(["send"]);
      const voting = await atBare(provider, placeIn(voted, "votes"));
      await voting.sees("Change the least quality of VOTE to 55%");
      await voting.clicks("Vote yes", { within: newest });
      await voting.clicks("Carry out the change");
      await voting.sees("In force from");
      await making.sees(/50%, 55% from/);
      expect((await statusOf(voted)).coming.minQuality!.value).to.equal(5_500n);
    });

    it("takes back a proposal that nobody voted on, and what was set aside for voters", async () => {
      const { maker } = house();
      const user = await atBare(maker, partOf(voted, "compute"));
      await user.types("Price of a compute unit ALITA", "0.002");
      await user.types("Reward for voters ALITA", "2");
      await user.clicks("Propose to change the price of a compute unit");
      await user.sees("Open for votes:");
      await user.goes(placeIn(voted, "votes"));
      const { base } = await datasets.balances(maker, { dataset: voted, who: maker.address });
      await user.clicks("Withdraw this proposal", { within: newest });
      await user.clicks("Withdraw it: this cannot be undone", { within: newest });
      await user.clicks("Take back the 2 ALITA for voters", { within: newest });
      await user.sees("Received 2 ALITA");
      await user.seesNoMore("Take back the 2 ALITA");
      const after = await datasets.balances(maker, { dataset: voted, who: maker.address });
      expect(after.base - base).to.equal(parseEther("2"));
    });
  });

  describe("in which nobody has stake", () => {
    let solo: Dataset;
    const atPart = (part: string) => atBare(house().maker, partOf(solo, part));
    before(async () => {
      solo = await launchOwn(house(), { name: "Solo", symbol: "SOLO", pool: { staking: false } });
    });

    it("changes terms at once, or with three days' notice where contributions are judged", async () => {
      const user = await atPart("compute");
      await user.sees("you decide alone");
      await user.types("Price of a compute unit ALITA", "0.005");
      await user.clicks("Change the price of a compute unit");
      await user.sees("In force at once");
      await user.goes(partOf(solo, "quality"));
      await user.reloads();
      await user.types("Least quality %", "70");
      await user.clicks("Change the least quality");
      await user.sees(/50%, 70% from/);
      await user.goes(partOf(solo, "attesters"));
      await user.reloads();
      const attester = await user.page.waitForSelector("fieldset input[type=checkbox]");
      await attester!.evaluate((box) => (box as HTMLInputElement).click());
      await user.clicks("Change the attesters");
      await user.sees(/others from/);
      const { unitPrice, coming } = await statusOf(solo);
      expect(unitPrice).to.equal(parseEther("0.005"));
      expect(coming.minQuality?.value).to.equal(7_000n);
      expect(coming.attesterSet).to.not.equal(undefined);
    });

    it("adds to the reward, spreads what nobody earned, and settles what is above a cap", async () => {
      const { maker, provider } = house();
      await market.buy(maker, { dataset: solo, amountOut: parseEther("100") });
      const user = await atPart("reward");
      const before = (await statusOf(solo)).escrow;
      await user.types("Add to the reward SOLO", "100");
      await user.clicks("Add it");
      await user.sees("Done");
      expect((await statusOf(solo)).escrow - before).to.equal(parseEther("100"));
      await user.types("Spread over all contributions SOLO", "40");
      await user.clicks("Spread it");
      await user.clicks("Settle contribution 1");
      await user.sees(/10 SOLO credited, (30|29\.\d+) SOLO free again/); // the cap is 100, 90 were earned
      await user.seesNoMore("Settle contribution 1");
      const account = await read(maker, poolAt(solo.pool), "accountOf", [provider.address]);
      expect(account.rewarded).to.be.within(parseEther("99.9999"), parseEther("100"));
    });

    it("publishes a document of its own where there is no store", async () => {
      const { maker } = house();
      const folder = mkdtempSync(join(tmpdir(), "datawell-document-"));
      try {
        const file = join(folder, "solo.json");
        writeFileSync(file, JSON.stringify({ ...weatherDocument(), name: "Solo" }));
        const user = await atPart("description");
        const field = (await user.page.waitForSelector("input[type=file]")) as ElementHandle<HTMLInputElement>;
        await field.uploadFile(file);
        await user.sees("solo.json is what will be published");
        await user.clicks("Publish this version");
        await user.sees("It is version 2");
        expect(kinds(user)).to.deep.equal(["send"]);
        const digest = metadataDigest({ ...weatherDocument(), name: "Solo" });
        expect(await read(maker, tokenAt(solo.token), "contractURI", [])).to.equal(contractUri(digest));
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it("closes three days after it said so, and gives back what nobody earned", async () => {
      const { maker, chain } = house();
      const snapshot: unknown = await chain.provider.send("evm_snapshot", []);
      try {
        const user = await atPart("close");
        await user.clicks("Announce the closing");
        expect(kinds(user), "asks again").to.deep.equal([]);
        await user.clicks("Announce it: this cannot be undone");
        const waits = /Possible in [23] days/;
        expect(await user.can(waits.exec(await user.sees(waits))![0])).to.equal(false);
        await pass(chain, 3n * DAY);
        const { escrow } = await statusOf(solo);
        const { data } = await datasets.balances(maker, { dataset: solo, who: maker.address });
        const label = /Close and take back [\d,.]+ SOLO/;
        await user.clicks(label.exec(await user.sees(label))![0]);
        await user.sees(/Received [\d,.]+ SOLO/);
        await user.sees("It is closed.");
        expect(await user.can("Nothing came back since")).to.equal(false);
        const after = await datasets.balances(maker, { dataset: solo, who: maker.address });
        expect(after.data - data).to.equal(escrow);
      } finally {
        await chain.provider.send("evm_revert", [snapshot]);
      }
    });
  });
});
