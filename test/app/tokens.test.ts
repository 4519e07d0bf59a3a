import { expect } from "chai";
import { parseEther } from "ethers";
import { dataset as datasets, market } from "#sdk";
import { settled, violations } from "./harness/looks.ts";
import { useHouse } from "./harness/useHouse.ts";

describe("Tokens in the portfolio", function () {
  const { house, meet } = useHouse(this);

  it("can be sent to somebody, and Data Tokens destroyed by who says so twice", async () => {
    const { weather, maker, somebody } = house();
    const [holder, friend] = [somebody(), somebody()];
    await market.buy(holder, { dataset: weather, amountOut: parseEther("8") });
    const held = (who: string) => datasets.balances(maker, { dataset: weather, who });
    const before = await held(friend.address);

    const user = await meet({ keys: [holder.privateKey] });
    await user.goes("#/portfolio");
    await user.connects();
    await user.sees("Send or destroy tokens");
    await user.page.click("details.settings summary");
    await user.types("Amount ALITA", "5");
    expect(await user.can("Name the receiver")).to.equal(false);
    await user.types("Receiver", friend.address);
    await user.clicks("Send ALITA");
    await user.sees("Done");
    expect((await held(friend.address)).base - before.base).to.equal(parseEther("5"));

    await user.page.select("#move-token", weather.token);
    await user.types("Amount WTHR", "3");
    await user.clicks("Destroy WTHR");
    expect((await held(holder.address)).data, "asks again").to.equal(parseEther("8"));
    await settled(user);
    expect(await violations(user)).to.deep.equal([]);
    await user.clicks("Destroy them: this cannot be undone");
    await user.until("Nothing was destroyed", async () => (await held(holder.address)).data === parseEther("5"));
    expect(user.wallet.prompts.slice(1).map(({ kind }) => kind)).to.deep.equal(["send", "send"]);
  });
});
