import { expect } from "chai";
import { useHouse } from "./harness/useHouse.ts";
import { approve, reject } from "../../scripts/browser/wallet/Prompt.ts";

const short = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`;

describe("A wallet in the page", function () {
  const { house, meet } = useHouse(this);

  it("announces itself, is asked once, and is there again after a reload", async () => {
    const somebody = house().somebody();
    const user = await meet({ keys: [somebody.privateKey] });
    await user.goes("#/");
    await user.clicks("Connect wallet");
    await user.clicks("MetaMask");
    await user.sees(short(somebody.address));
    expect(user.wallet.prompts.map(({ kind }) => kind)).to.deep.equal(["connect"]);
    await user.reloads();
    await user.sees(short(somebody.address));
    expect(user.wallet.prompts).to.have.length(1);
  });

  it("may say no, and yes later", async () => {
    const somebody = house().somebody();
    const user = await meet({ keys: [somebody.privateKey] });
    await user.goes("#/");
    user.wallet.decide = reject;
    await user.clicks("Connect wallet");
    await user.clicks("MetaMask");
    await user.sees("You declined in the wallet.");
    user.wallet.decide = approve;
    await user.clicks("MetaMask");
    await user.sees(short(somebody.address));
  });

  it("on another network is asked to switch, and told of the network that it does not know", async () => {
    const user = await meet({ strangeChain: 1 });
    await user.goes(`#/dataset/${house().weather.token}/trade?pay=10`);
    await user.clicks("Connect wallet");
    await user.clicks("MetaMask");
    await user.sees("The wallet is on another network.");
    user.wallet.decide = reject;
    await user.clicks("Switch network");
    await user.isAsked(2);
    await user.sees("The wallet is on another network.");
    user.wallet.decide = approve;
    await user.clicks("Switch network");
    await user.seesNoMore("The wallet is on another network.");
    expect(user.wallet.prompts.map(({ kind }) => kind)).to.deep.equal(["connect", "add", "add"]);
    const [offered] = user.wallet.prompts.at(-1)!.params as [{ chainId: string; rpcUrls: string[] }];
    expect(offered).to.deep.include({ chainId: "0x7a69", rpcUrls: [house().chain.rpcUrl] });
    await user.clicks("Buy WTHR");
    await user.sees("Paid 10 ALITA");
  });

  it("that goes to another network is followed there and back without a reload", async () => {
    const user = await meet();
    await user.goes(`#/dataset/${house().weather.token}/trade`);
    await user.clicks("Connect wallet");
    await user.clicks("MetaMask");
    await user.sees("Enter an amount");
    user.wallet.goTo(10);
    await user.sees("Switch network");
    await user.clicks("Switch network");
    await user.sees("Enter an amount");
    expect(user.wallet.prompts.map(({ kind }) => kind)).to.deep.equal(["connect", "switch"]);
  });

  it("that changes its account changes it in the page, without a reload", async () => {
    const [one, other] = [house().somebody(), house().provider];
    const user = await meet({ keys: [one.privateKey, other.privateKey] });
    await user.goes(`#/dataset/${house().weather.token}/stake`);
    await user.clicks("Connect wallet");
    await user.clicks("MetaMask");
    await user.sees(short(one.address));
    user.wallet.choose(1);
    await user.sees(short(other.address));
    await user.sees(/34\d WTHR/);
  });

  it("can be let go of, and stays away after a reload", async () => {
    const { address, privateKey } = house().somebody();
    const user = await meet({ keys: [privateKey] });
    await user.goes("#/");
    await user.clicks("Connect wallet");
    await user.clicks("MetaMask");
    await user.clicks(short(address));
    await user.clicks("Disconnect");
    await user.sees("Connect wallet");
    await user.reloads();
    await user.sees("Connect wallet");
  });

  it("is not needed on a local chain, where a demo wallet signs without asking", async () => {
    const user = await meet({ hasWallet: false });
    await user.goes(`#/dataset/${house().weather.token}/trade?pay=5`);
    await user.clicks("Connect wallet");
    await user.sees("No wallet announced itself in this browser.");
    await user.clicks("You nobody yet");
    await user.sees("nothing here is worth anything");
    await user.clicks("Buy WTHR");
    await user.sees("Paid 5 ALITA");
    await user.reloads();
    await user.sees("nothing here is worth anything");
  });

  it("is offered alone where a deployment names no demo accounts", async () => {
    const user = await meet({ hasWallet: false, url: house().bareUrl });
    await user.goes("#/");
    await user.clicks("Connect wallet");
    await user.sees("No wallet announced itself in this browser.");
    expect(await user.text()).to.not.include("Demo wallet");
  });
});
