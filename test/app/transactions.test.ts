import { expect } from "chai";
import { parseEther } from "ethers";
import { dataset as datasets, encode, pairAt, tokenAt } from "#sdk";
import { buysOverReload } from "./harness/buysOverReload.ts";
import { useHouse } from "./harness/useHouse.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { goOn, PENDING, withoutBlocks } from "./harness/withoutBlocks.ts";

describe("Transactions of the page", function () {
  const { house, meet } = useHouse(this);

  /** Somebody who is about to buy for 10 ALITA. */
  async function buyer(): Promise<User & { readonly bought: () => Promise<bigint> }> {
    const { weather, somebody, maker } = house();
    const { address: who, privateKey } = somebody();
    const user = await meet({ keys: [privateKey] });
    await user.goes(`#/dataset/${weather.token}/trade?pay=10`);
    await user.connects();
    const before = await datasets.balances(maker, { dataset: weather, who });
    const bought = async () => (await datasets.balances(maker, { dataset: weather, who })).data - before.data;
    return { ...user, bought };
  }

  it("survive a reload while they wait for their block", async () => {
    const user = await buyer();
    await buysOverReload(user, house().chain);
    expect(await user.bought()).to.not.equal(0n);
    await user.reloads();
    await user.sees("You pay");
    expect(await user.text(), "it is over").to.not.match(/Buy [\d.]+ WTHR/);
  });

  it("pull nobody back who goes elsewhere while they wait", async () => {
    const user = await buyer();
    await withoutBlocks(house().chain, async () => {
      await user.clicks("Buy WTHR");
      await user.sees(PENDING);
      await user.clicks("Portfolio", { role: "link", within: "header.top" });
      await goOn(house().chain);
      await user.sees("Paid 10 ALITA");
    });
    expect(user.page.url()).to.match(/#\/portfolio$/);
  });

  it("that are sped up in the wallet are what was wanted all the same", async () => {
    const user = await buyer();
    await withoutBlocks(house().chain, async () => {
      await user.clicks("Buy WTHR");
      await user.sees(PENDING);
      await user.wallet.replaceLast("speed up");
      await goOn(house().chain);
      await user.sees(/Paid 10 ALITA, received [\d.]+ WTHR/);
    });
    expect(await user.bought()).to.not.equal(0n);
  });

  it("that are cancelled in the wallet are told as such", async () => {
    const user = await buyer();
    await withoutBlocks(house().chain, async () => {
      await user.clicks("Buy WTHR");
      await user.sees(PENDING);
      await user.wallet.replaceLast("cancel");
      await goOn(house().chain);
      await user.sees(/cancelled/i);
    });
    expect(await user.bought()).to.equal(0n);
    expect(await user.can("Buy WTHR")).to.equal(true);
  });

  it("that were cancelled while the page was closed do not wait for ever", async () => {
    const user = await buyer();
    await withoutBlocks(house().chain, async () => {
      await user.clicks("Buy WTHR");
      await user.sees(PENDING);
      await user.page.goto("about:blank");
      await user.wallet.replaceLast("cancel");
      await goOn(house().chain);
      await user.goes(`#/dataset/${house().weather.token}/trade`);
      await user.seesNoMore(PENDING);
    });
    expect(await user.bought()).to.equal(0n);
  });

  it("that the chain refuses in their block are told as failed, with a remedy", async () => {
    const user = await buyer();
    const { maker, weather, chain } = house();
    await withoutBlocks(chain, async () => {
      await user.clicks("Buy WTHR");
      await user.sees(PENDING);
      // somebody pays more to be first, and moves the price beyond what was agreed
      const signer = maker.runner as unknown as { sendTransaction(request: object): Promise<unknown> };
      const paid = {
        gasLimit: 500_000,
        maxFeePerGas: parseEther("0.000001"),
        maxPriorityFeePerGas: parseEther("0.000001"),
      };
      const at = pairAt(weather.pair);
      const amount = parseEther("5000");
      const allowed = encode(tokenAt(maker.alita.address), "approve", [weather.pair, amount]);
      await signer.sendTransaction({ to: maker.alita.address, data: allowed, ...paid });
      const bought = encode(at, "swapExactIn", [maker.alita.address, amount, 0n, maker.address, 2n ** 40n]);
      await signer.sendTransaction({ to: weather.pair, data: bought, ...paid });
      await goOn(chain);
      await user.sees("Failed");
      await user.sees(/below your limit of [\d.]+\. Ask for a new quote, or allow more slippage\./);
      const links = await user.page.$$eval(".toast.failed a", (all) => all.map(({ href }) => href));
      expect(links.join()).to.match(/^https:\/\/explorer\.example\/tx\/0x[0-9a-f]{64}$/);
    });
    expect(await user.bought()).to.equal(0n);
  });

  it("are told to wait for a chain that does not answer, and go on when it is back", async () => {
    const user = await buyer();
    const devtools = await user.page.createCDPSession();
    await devtools.send("Network.enable");
    await devtools.send("Network.setBlockedURLs", { urls: [`${house().chain.rpcUrl}/*`] });
    await user.sees("The chain does not answer.");
    await user.sees("0.5"); // what was known is still there
    await user.clicks("Buy WTHR");
    await user.sees("The chain did not answer");
    await devtools.send("Network.setBlockedURLs", { urls: [] });
    await user.seesNoMore("The chain does not answer.");
    user.forgives(/Failed to load resource|ERR_BLOCKED/);
    await user.clicks("Buy WTHR");
    await user.sees("Paid 10 ALITA");
  });
});
