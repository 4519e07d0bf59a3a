import { expect } from "chai";
import { parseEther } from "ethers";
import { dataset as datasets, encode, market, pairAt, read, tokenAt } from "#sdk";
import { approve, reject } from "../../scripts/browser/wallet/Prompt.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { deployBatchAccount } from "./harness/deployBatchAccount.ts";
import { buysOverReload } from "./harness/buysOverReload.ts";
import { useHouse } from "./harness/useHouse.ts";
import { goOn, PENDING, withoutBlocks } from "./harness/withoutBlocks.ts";

describe("A wallet that sends calls as one", function () {
  const { house, meet } = useHouse(this);
  let delegate: string;

  before(async () => {
    delegate = await deployBatchAccount(house().maker);
  });

  /** Somebody with such a wallet who is about to buy for 10 ALITA, unless the address says otherwise. */
  async function buyer(isUpgraded = true) {
    const { weather, somebody, maker } = house();
    const { address: who, privateKey } = somebody();
    const user = await meet({ keys: [privateKey], delegate });
    if (isUpgraded) await user.wallet.upgrade();
    await user.goes(`#/dataset/${weather.token}/trade?pay=10`);
    await user.connects();
    const held = () => datasets.balances(maker, { dataset: weather, who });
    const before = await held();
    const bought = async () => (await held()).data - before.data;
    const allowed = () => read(maker, maker.alita, "allowance", [who, weather.pair]);
    return { ...user, who, bought, allowed };
  }

  const kinds = (user: User) => user.wallet.prompts.slice(1).map(({ kind }) => kind);

  it("is asked once for approval and purchase, and approves no more than is paid", async () => {
    const user = await buyer();
    await user.clicks("Buy WTHR");
    await user.sees(/Paid 10 ALITA, received [\d.]+ WTHR/);
    expect(await user.bought()).to.not.equal(0n);
    expect(await user.allowed()).to.equal(0n);
    expect(kinds(user)).to.deep.equal(["batch"]);
    const { maker, weather } = house();
    const [asked] = user.wallet.prompts.at(-1)!.params as [
      Record<string, unknown> & { calls: { to: string; data: string }[] },
    ];
    expect(asked).to.include({ version: "2.0.0", from: user.who, chainId: "0x7a69", atomicRequired: true });
    expect(asked.calls.map(({ to }) => to)).to.deep.equal([maker.alita.address, weather.pair]);
    const exact = encode(tokenAt(maker.alita.address), "approve", [weather.pair, parseEther("10")]);
    expect(asked.calls[0]!.data).to.equal(exact);
  });

  it("is asked for a permit as long as its account would have to be upgraded for a batch", async () => {
    const user = await buyer(false);
    await user.clicks("Buy WTHR");
    await user.sees("Paid 10 ALITA");
    expect(kinds(user)).to.deep.equal(["sign", "send"]);
  });

  it("is asked for a plain transaction where nothing has to be approved", async () => {
    const user = await buyer();
    const { maker, weather } = house();
    const data = encode(tokenAt(maker.alita.address), "approve", [weather.pair, parseEther("10")]);
    await user.wallet.handle({
      method: "eth_sendTransaction",
      params: [{ from: user.who, to: maker.alita.address, data }],
    });
    await user.clicks("Buy WTHR");
    await user.sees("Paid 10 ALITA");
    expect(kinds(user)).to.deep.equal(["send", "send"]);
  });

  it("may say no, and yes later", async () => {
    const user = await buyer();
    user.wallet.decide = reject;
    await user.clicks("Buy WTHR");
    await user.sees("You declined in the wallet");
    user.wallet.decide = approve;
    await user.clicks("Buy WTHR");
    await user.sees("Paid 10 ALITA");
    expect(kinds(user)).to.deep.equal(["batch", "batch"]);
  });

  it("is asked after a reload what became of a batch that was on its way", async () => {
    const user = await buyer();
    await buysOverReload(user, house().chain);
    expect(await user.bought()).to.not.equal(0n);
    await user.reloads();
    await user.sees("You pay");
    expect(await user.text(), "it is over").to.not.match(/Buy [\d.]+ WTHR/);
  });

  it("whose batch the chain refuses leaves nothing done, and the page says why", async () => {
    const user = await buyer();
    const { maker, weather, chain } = house();
    await withoutBlocks(chain, async () => {
      await user.clicks("Buy WTHR");
      await user.sees(PENDING);
      // somebody pays more to be first, and moves the price beyond what was agreed
      const signer = maker.runner as unknown as { sendTransaction(request: object): Promise<unknown> };
      const fee = parseEther("0.000001");
      const paid = { gasLimit: 500_000, maxFeePerGas: fee, maxPriorityFeePerGas: fee };
      const amount = parseEther("5000");
      const allowing = encode(tokenAt(maker.alita.address), "approve", [weather.pair, amount]);
      await signer.sendTransaction({ to: maker.alita.address, data: allowing, ...paid });
      const args = [maker.alita.address, amount, 0n, maker.address, 2n ** 40n] as const;
      await signer.sendTransaction({
        to: weather.pair,
        data: encode(pairAt(weather.pair), "swapExactIn", args),
        ...paid,
      });
      await goOn(chain);
      await user.sees("Failed");
      await user.sees(/below your limit of [\d.]+\. Ask for a new quote, or allow more slippage\./);
    });
    expect(await user.bought()).to.equal(0n);
    expect(await user.allowed(), "the approval went with the rest").to.equal(0n);
  });

  it("adds liquidity of two tokens by one confirmation", async () => {
    const { weather, somebody } = house();
    const person = somebody();
    await market.buy(person, { dataset: weather, amountIn: parseEther("50") });
    const user = await meet({ keys: [person.privateKey], delegate });
    await user.wallet.upgrade();
    await user.goes(`#/dataset/${weather.token}/liquidity`);
    await user.connects();
    await user.types("You add ALITA", "10");
    await user.sees("Your share after");
    await user.clicks("Add liquidity");
    await user.sees(/Received [\d.]+ liquidity tokens/);
    expect(kinds(user)).to.deep.equal(["batch"]);
  });
});
