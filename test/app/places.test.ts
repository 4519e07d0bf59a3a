import { expect } from "chai";
import { parseEther } from "ethers";
import { market } from "#sdk";
import { shortAddress } from "../../app/ui/shortAddress.ts";
import { weatherDocument } from "./harness/market/documents.ts";
import { HOSTILE_NAME } from "./harness/market/seedMarket.ts";
import { useHouse } from "./harness/useHouse.ts";

describe("Addresses of the page", function () {
  const { house, meet } = useHouse(this);

  it("lead straight to a dataset, one of its parts, and what was typed there", async () => {
    const user = await meet();
    await user.goes(`#/dataset/${house().weather.token}/trade?side=sell&get=3`);
    await user.sees("Sell WTHR");
    expect(await user.reads("You receive ALITA")).to.equal("3");
    await user.types("You pay WTHR", "5");
    expect(user.page.url()).to.match(/\/trade\?side=sell&pay=5$/);
    await user.reloads();
    await user.sees("Receive at least");
    expect(await user.reads("You pay WTHR")).to.equal("5");
  });

  it("lead from the catalogue to a dataset and back by the browser's own button", async () => {
    const user = await meet();
    await user.goes("#/");
    await user.clicks("Weather", { role: "link" });
    await user.sees("You pay");
    await user.page.goBack();
    await user.sees(/\d datasets\./);
  });

  it("show a market's past in five pictures, and the numbers behind one to whoever asks", async () => {
    const user = await meet();
    await user.goes(`#/dataset/${house().weather.token}`);
    await user.sees("Price of WTHR in ALITA");
    for (const [view, title] of [
      ["volume", "Traded, in ALITA"],
      ["liquidity", "ALITA in the market"],
      ["depth", "Depth: ALITA that move the price"],
      ["price", "Price of WTHR in ALITA"],
    ] as const) {
      await user.page.select(".ds-market select", view);
      await user.sees(title);
    }
    const rows = () => user.page.$$eval(".ds-market tbody tr", (all) => all.length);
    expect(await rows()).to.equal(0);
    await user.page.click(".ds-market summary");
    await user.until("No numbers of the picture", async () => ((await rows()) > 0 ? true : undefined));
  });

  it("find datasets by what is searched", async () => {
    const user = await meet();
    await user.goes("#/");
    await user.types("Search", "weather", "searchbox");
    await user.sees("1 dataset with “weather”");
    expect(user.page.url()).to.include("search=weather");
  });

  it("take up a search word by word, however slowly it is typed", async () => {
    const user = await meet();
    await user.goes("#/");
    const field = () => user.page.$eval("#search", (one) => (one as HTMLInputElement).value);
    await user.page.focus("#search");
    await user.writes("weather ");
    await user.until("It was never searched", async () => user.page.url().endsWith("search=weather"));
    await user.sees("with “weather”");
    await user.writes("rain");
    await user.sees("with “weather rain”");
    expect(await field()).to.equal("weather rain");
    await user.goes("#/?search=weather");
    await user.until("The field never followed", async () => (await field()) === "weather");
  });

  it("that lead nowhere say so, and where to go", async () => {
    const user = await meet();
    for (const hash of ["#/nothing", "#/dataset/0x12", "#/dataset", "#/%00", "#/constructor", "#/%E0%A4%A"]) {
      await user.goes(hash);
      await user.sees("There is nothing here");
      expect(await user.page.title()).to.equal("Not found · Datawell");
    }
  });

  it("of accounts that are no datasets say so, and what to do", async () => {
    const user = await meet();
    await user.goes(`#/dataset/${house().maker.address}`);
    await user.sees(/is no dataset|not a (Datawell )?dataset|is not a/i);
  });

  it("are all readable where a deployment has no services", async () => {
    const user = await meet({ url: house().bareUrl });
    await user.goes("#/");
    await user.sees("Weather");
    await user.clicks("Weather", { role: "link" });
    await user.sees("You pay");
    await user.goes(`#/dataset/${house().weather.token}/votes`);
    await user.sees("for 5 ALITA");
  });
});

describe("A dataset that wants to do harm", function () {
  const { house, meet } = useHouse(this);

  it("is shown as text, in the catalogue and on its page, and runs nothing", async () => {
    const user = await meet();
    await user.goes("#/");
    await user.sees(HOSTILE_NAME);
    await user.goes(`#/dataset/${house().hostile.token}`);
    await user.sees("<script>globalThis.stolen = true</script>");
    const harm = await user.page.evaluate(`({
      stolen: globalThis.stolen,
      elements: document.querySelectorAll("img[src=x], main script:not([type='application/ld+json']), main b").length,
      links: [...document.querySelectorAll("a")].filter((one) => !/^(https:|#)/.test(one.getAttribute("href"))).length,
      turned: document.body.innerText.includes("\\u202e"),
    })`);
    expect(harm).to.deep.equal({ elements: 0, links: 0, turned: false });
    const structured = await user.page.$$eval("script[type='application/ld+json']", (all) =>
      all.map(({ textContent }) => textContent ?? ""),
    );
    expect(structured).to.have.length(1);
    expect(structured[0], "cannot end its own element").to.not.include("</script");
    expect(JSON.parse(structured[0]!)).to.include({ "@type": "sc:Dataset" });
  });

  it("and goes by ALITA's name has its address beside it wherever one acts on it", async () => {
    const fake = await house().launch({ document: weatherDocument(), name: "Alita", symbol: "ALITA" });
    const somebody = house().somebody();
    await market.buy(somebody, { dataset: fake, amountIn: parseEther("40") });
    const marked = `ALITA (${shortAddress(fake.token)})`;
    const user = await meet({ keys: [somebody.privateKey] });
    await user.goes("#/portfolio");
    await user.connects();
    await user.sees(`${marked} Alita`);
    const choices = () => user.page.$$eval("main option", (all) => all.map(({ text }) => text));
    expect(await choices()).to.deep.equal(["ALITA", marked]);
    await user.goes(`#/compute?dataset=${fake.token}`);
    await user.until("It was offered by its symbol alone", async () => (await choices()).includes(`Alita (${marked})`));
    await user.sees(`ALITA and ${marked}`);
  });
});
