import { expect } from "chai";
import { parseEther } from "ethers";
import { dataset as datasets, market } from "#sdk";
import { useHouse } from "./harness/useHouse.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { approve, reject } from "../../scripts/browser/wallet/Prompt.ts";

describe("Trading in the page", function () {
  const { house, meet } = useHouse(this);

  /** Somebody with a wallet, connected, at the trade of the weather dataset. */
  async function trader(query = ""): Promise<User & { readonly held: () => ReturnType<typeof datasets.balances> }> {
    const { weather, somebody, maker } = house();
    const { address: who, privateKey } = somebody();
    const user = await meet({ keys: [privateKey] });
    await user.goes(`#/dataset/${weather.token}/trade${query}`);
    await user.clicks("Connect wallet");
    await user.clicks("MetaMask");
    await user.seesNoMore("Connect wallet");
    return { ...user, held: () => datasets.balances(maker, { dataset: weather, who }) };
  }

  const kinds = (user: User) => user.wallet.prompts.map(({ kind }) => kind);

  it("buys for an amount that was typed, with one signature and one transaction", async () => {
    const user = await trader();
    await user.types("You pay ALITA", "10");
    await user.sees("Receive at least");
    await user.sees(/Network cost, about\n0\.0\d* ETH/);
    expect(Number(await user.reads("You receive WTHR"))).to.be.within(10, 25);
    const before = await user.held();
    await user.clicks("Buy WTHR");
    await user.sees(/Paid 10 ALITA, received [\d.]+ WTHR/);
    const after = await user.held();
    expect(before.base - after.base).to.equal(parseEther("10"));
    expect(after.data > before.data).to.equal(true);
    expect(kinds(user)).to.deep.equal(["connect", "sign", "send"]);
    expect(await user.reads("You pay ALITA")).to.equal("");
  });

  it("buys an amount that was typed, and sells for one", async () => {
    const user = await trader();
    await user.types("You receive WTHR", "7");
    await user.sees("Spend at most");
    const before = await user.held();
    await user.clicks("Buy WTHR");
    await user.sees(/received 7 WTHR/);
    expect((await user.held()).data - before.data).to.equal(parseEther("7"));

    await user.clicks("⇅ Sell WTHR instead");
    await user.types("You receive ALITA", "1");
    await user.sees("Spend at most");
    const between = await user.held();
    await user.clicks("Sell WTHR");
    await user.sees(/received 1 ALITA/);
    expect((await user.held()).base - between.base).to.equal(parseEther("1"));
  });

  it("names what is missing instead of what could be done", async () => {
    const user = await trader();
    expect(await user.can("Enter an amount")).to.equal(false);
    await user.types("You pay ALITA", "123456789");
    expect(await user.can("Not enough ALITA")).to.equal(false);
    await user.types("You pay ALITA", "x");
    expect(await user.can("Enter an amount")).to.equal(false);
  });

  it("takes no comma for a point, and none at all of somebody whose numbers are written with one", async () => {
    const user = await trader();
    await user.types("You pay ALITA", "1,5");
    await user.sees("Write 1.5");
    expect(await user.can("Enter an amount")).to.equal(false);
    await user.types("You pay ALITA", "1,000");
    await user.sees("Receive at least");

    await (await user.page.createCDPSession()).send("Emulation.setLocaleOverride", { locale: "de-DE" });
    await user.reloads();
    await user.sees("Write 1.000");
    await user.types("You pay ALITA", "1.5");
    await user.clicks("Buy WTHR");
    await user.sees("Paid 1,5 ALITA");
  });

  it("takes a no in the wallet quietly, and goes on", async () => {
    const user = await trader("?pay=10");
    user.wallet.decide = reject;
    await user.clicks("Buy WTHR");
    await user.sees("You declined in the wallet");
    expect(await user.can("Buy WTHR")).to.equal(true);
    user.wallet.decide = ({ kind }) => (kind === "send" ? "reject" : "approve");
    await user.clicks("Buy WTHR");
    await user.sees(/(You declined in the wallet[^]*){2}/);
    user.wallet.decide = approve;
    await user.clicks("Buy WTHR");
    await user.sees("Paid 10 ALITA");
  });

  it("tells why a trade was refused when the price ran away while it was signed, and what to do", async () => {
    const user = await trader("?pay=10");
    user.wallet.decide = async (prompt) => {
      const isFirst = prompt.kind === "sign";
      if (isFirst) await market.buy(house().maker, { dataset: house().weather, amountIn: parseEther("3000") });
      return approve(prompt);
    };
    await user.clicks("Buy WTHR");
    await user.sees("Failed");
    await user.sees(/slippage/i);
    expect(kinds(user), "nothing was sent").to.not.include("send");
  });

  it("asks when the price moved while the form was open", async () => {
    const user = await trader("?pay=10");
    expect(await user.can("Buy WTHR")).to.equal(true);
    await market.buy(house().maker, { dataset: house().weather, amountIn: parseEther("3000") });
    await user.sees("The price moved");
    await user.clicks("Accept the new price");
    await user.clicks("Buy WTHR");
    await user.sees("Paid 10 ALITA");
  });

  it("asks twice when a trade moves the price a lot", async () => {
    const user = await trader("?pay=20000");
    await user.sees(/moves the price by \d+/);
    await user.clicks("Price impact too high");
    expect(kinds(user)).to.deep.equal(["connect"]);
    await user.clicks("Buy all the same");
    await user.sees(/Paid 20,000 ALITA/);
  });

  it("can be done with the keyboard alone", async () => {
    const { weather, somebody } = house();
    const user = await meet({ keys: [somebody().privateKey] });
    await user.goes(`#/dataset/${weather.token}/trade`);
    await user.tabsTo("You pay ALITA");
    await user.writes("3");
    await user.tabsTo("Connect wallet");
    await user.presses("Enter");
    await user.sees("Connect a wallet");
    await user.tabsTo("MetaMask");
    await user.presses("Enter");
    await user.seesNoMore("Connect a wallet");
    await user.tabsTo("Buy WTHR");
    await user.presses("Enter");
    await user.sees("Paid 3 ALITA");
    expect(user.counts.clicks).to.equal(0);
  });
});
