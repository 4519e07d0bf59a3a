import { expect } from "chai";
import { parseEther } from "ethers";
import { market, read, tokenAt } from "#sdk";
import { settled, tooSmall, violations } from "./harness/looks.ts";
import type { Person } from "./harness/market/deployHere.ts";
import { useHouse } from "./harness/useHouse.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";

describe("Swapping in the page", function () {
  const { house, meet } = useHouse(this);
  const OTHER = "<b>X</b>"; // how the hostile dataset calls its token

  /** Somebody with tokens of the weather dataset, connected, where the address says. */
  async function swapper(person: Person, hash: string): Promise<User> {
    const user = await meet({ keys: [person.privateKey] });
    await user.goes(hash);
    await user.connects();
    return user;
  }

  async function holder(): Promise<Person> {
    const somebody = house().somebody();
    await market.buy(somebody, { dataset: house().weather, amountIn: parseEther("50") });
    return somebody;
  }

  const held = (token: string, { address }: Person) => read(house().maker, tokenAt(token), "balanceOf", [address]);
  const kinds = (user: User) => user.wallet.prompts.slice(1).map(({ kind }) => kind);
  const both = () => `#/swap/${house().weather.token}/${house().hostile.token}`;

  it("trades one dataset's token for another's through ALITA, with one signature and one transaction", async () => {
    const { weather, hostile } = house();
    const somebody = await holder();
    const user = await swapper(somebody, both());
    await user.types("You pay WTHR", "10");
    await user.sees(`WTHR → ALITA → ${OTHER}, two pairs`);
    await user.sees("Receive at least");
    expect(user.page.url(), "what was typed can be sent to somebody").to.match(/\?pay=10$/);
    const before = await Promise.all([held(weather.token, somebody), held(hostile.token, somebody)]);
    await user.clicks(`Swap WTHR for ${OTHER}`);
    await user.sees(/Paid 10 WTHR, received [\d.]+ <b>X<\/b>/);
    expect(kinds(user)).to.deep.equal(["sign", "send"]);
    expect(before[0] - (await held(weather.token, somebody))).to.equal(parseEther("10"));
    expect((await held(hostile.token, somebody)) > before[1]).to.equal(true);
  });

  it("gets exactly what was typed, for at most what was shown", async () => {
    const { hostile } = house();
    const somebody = await holder();
    const user = await swapper(somebody, both());
    await user.types(`You receive ${OTHER}`, "2");
    await user.sees("Spend at most");
    const before = await held(hostile.token, somebody);
    await user.clicks(`Swap WTHR for ${OTHER}`);
    await user.sees(/received 2 <b>X<\/b>/);
    expect((await held(hostile.token, somebody)) - before).to.equal(parseEther("2"));
  });

  it("goes through one pair where ALITA is one of both", async () => {
    const user = await swapper(house().somebody(), `#/swap/ALITA/${house().weather.token}?pay=5`);
    await user.sees("ALITA → WTHR, one pair");
    await user.clicks("Swap ALITA for WTHR");
    await user.sees(/Paid 5 ALITA, received [\d.]+ WTHR/);
  });

  it("lets both tokens be chosen by name, and turned around", async () => {
    const user = await swapper(await holder(), "#/swap");
    expect(await user.can("Choose what to receive")).to.equal(false);
    await user.clicks("Receive Choose a token");
    await user.types("Search", "weather", "searchbox");
    await settled(user);
    expect([...(await violations(user)), ...(await tooSmall(user))], "the choice of tokens").to.deep.equal([]);
    const [weather] = await user.page.$$eval(".swap-tokens button", (all) => all.map((one) => one.textContent));
    expect(weather).to.match(/WTHR.*Weather/);
    await user.page.click(".swap-tokens button");
    await user.sees("You receive WTHR");
    await user.clicks("⇅ The other way round");
    await user.sees("You pay WTHR");
    expect(user.page.url()).to.match(new RegExp(`#/swap/${house().weather.token}/ALITA$`));
    await user.types("You pay WTHR", "1");
    await user.clicks("Swap WTHR for ALITA");
    await user.sees(/Paid 1 WTHR, received [\d.]+ ALITA/);
  });

  it("names what is missing, and asks twice when it moves the prices a lot", async () => {
    const user = await swapper(await holder(), both());
    expect(await user.can("Enter an amount")).to.equal(false);
    await user.types("You pay WTHR", "1234567");
    expect(await user.can("Not enough WTHR")).to.equal(false);
    const rich = await swapper(house().somebody(), `#/swap/ALITA/${house().hostile.token}?pay=20000`);
    await rich.sees(/moves the price by \d+/);
    await rich.clicks("Price impact too high");
    expect(kinds(rich)).to.deep.equal([]);
    await rich.clicks("Swap all the same");
    await rich.sees("Paid 20,000 ALITA");
  });

  it("has no address for a token and itself, or for no token", async () => {
    const user = await meet();
    for (const hash of ["#/swap/ALITA/ALITA", "#/swap/0x12/ALITA", "#/swap/ALITA/x"]) {
      await user.goes(hash);
      await user.sees("There is nothing here");
    }
    await user.goes(`#/swap/ALITA/${house().maker.address}`);
    await user.sees(/no dataset|not a dataset|is not a/i);
  });
});
