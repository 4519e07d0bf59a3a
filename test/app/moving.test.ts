import { expect } from "chai";
import { useHouse } from "./harness/useHouse.ts";

describe("Moving about in the page", function () {
  const { house, meet } = useHouse(this);

  it("begins each place at its top, and a part of it where one is", async () => {
    const user = await meet({ width: 360 });
    const top = async () => Number(await user.page.evaluate("Math.round(scrollY)"));
    const focused = () => user.page.evaluate("document.activeElement.id");
    await user.goes(`#/dataset/${house().weather.token}`);
    await user.sees("Nobody was ever slashed here.");
    await user.page.evaluate("scrollTo(0, 700)");
    await user.clicks("Liquidity", { role: "link", within: "nav.tabs" });
    expect(await focused(), "the same place").to.not.equal("main");
    await user.page.evaluate("scrollTo(0, 700)");
    await user.goes("#/portfolio");
    expect([await top(), await focused()]).to.deep.equal([0, "main"]);
  });

  it("gives the focus back when a window over the page is closed, however that is done", async () => {
    const user = await meet();
    const focused = () => user.page.evaluate("document.activeElement.textContent");
    await user.goes("#/");
    for (const close of [() => user.clicks("Close"), () => user.presses("Escape")]) {
      await user.clicks("Connect wallet");
      await user.sees("Connect a wallet");
      await close();
      await user.seesNoMore("Connect a wallet");
      expect(await focused(), String(close)).to.equal("Connect wallet");
    }
  });

  it("says at once that there is no network, and no more when there is", async () => {
    const user = await meet();
    await user.goes("#/");
    await user.page.setOfflineMode(true);
    await user.sees("You are offline.");
    await user.page.setOfflineMode(false);
    await user.seesNoMore("You are offline.");
    await user.seesNoMore("The chain does not answer.");
    user.forgives(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
  });

  it("works in a browser that keeps nothing, and forgets", async () => {
    const user = await meet({ keys: [house().somebody().privateKey] });
    await user.page.evaluateOnNewDocument(() => {
      const get = () => {
        throw new DOMException("Access is denied", "SecurityError");
      };
      Object.defineProperty(window, "localStorage", { get });
    });
    await user.goes(`#/dataset/${house().weather.token}/trade?pay=1`);
    await user.connects();
    await user.clicks("Buy WTHR");
    await user.sees("Paid 1 ALITA");
    await user.goes("#/launch");
    await user.types("Name", "Rain");
    await user.reloads();
    expect(await user.reads("Name")).to.equal("");
    await user.sees("Connect wallet");
  });

  it("says when a part of the page cannot be loaded, and loads it when it can be", async () => {
    const user = await meet();
    await user.goes("#/");
    const devtools = await user.page.createCDPSession();
    await devtools.send("Network.enable");
    await devtools.send("Network.setBlockedURLs", { urls: ["*.js"] });
    await user.goes("#/swap");
    await user.sees("could not be loaded");
    await user.goes("#/portfolio");
    await user.sees("could not be loaded");
    await devtools.send("Network.setBlockedURLs", { urls: [] });
    user.forgives(/Failed to load resource|ERR_BLOCKED/);
    await user.clicks("Reload the page");
    await user.sees("Connect a wallet to see your tokens");
    await user.goes("#/swap");
    await user.sees("Any dataset's token for any other");
  });
});
