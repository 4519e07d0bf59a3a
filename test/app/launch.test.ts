import { expect } from "chai";
import { dataset as datasets } from "#sdk";
import { kindsOf } from "./harness/kindsOf.ts";
import { weather } from "./harness/csvFile.ts";
import { launchByWizard } from "./harness/journeys/launchByWizard.ts";
import { lookClosely } from "./harness/lookAround.ts";
import { useHouse } from "./harness/useHouse.ts";

describe("Launching a dataset in the page", function () {
  const { house, meet } = useHouse(this);

  it("takes one signature and one transaction, and another signature to publish its description", async () => {
    const maker = house().somebody();
    const user = await meet({ keys: [maker.privateKey] });
    await user.goes("#/launch");
    await user.connects();
    await launchByWizard(user, { name: "Rain", symbol: "RAIN", sample: weather(1), attesters: house().attesters });
    expect(kindsOf(user)).to.deep.equal(["sign", "send", "sign"]);
    expect(await lookClosely(user)).to.equal("");

    await user.clicks("Look at the dataset", { role: "link" });
    await user.sees("Buy RAIN");
    await user.sees("What Rain is");
    const [token] = /0x[0-9a-fA-F]{40}/.exec(user.page.url()) ?? [""];
    const { name, launch } = await datasets.show(maker, { token });
    expect({ name, maker: launch.maker }).to.deep.equal({ name: "Rain", maker: maker.address });
  });

  it("lets an unpublished description go only when it was asked twice", async () => {
    const { weather: there, maker } = house();
    const user = await meet();
    await user.goes("#/");
    const left = { chainId: "31337", token: there.token, name: "Rain", symbol: "RAIN", maker: maker.address };
    await user.page.evaluate((kept) => localStorage.setItem("datawell.launch", JSON.stringify(kept)), {
      ...left,
      document: { name: "Rain" },
      isPublished: false,
    });
    await user.reloads();
    await user.goes("#/launch");
    await user.clicks("Launch another");
    await user.sees("nowhere but in this browser");
    await user.reloads();
    await user.sees("Rain RAIN is launched");
    await user.clicks("Launch another");
    await user.clicks("Forget the description");
    await user.sees("What it means");
  });

  it("says in each step what is still to do, and keeps what was typed over a reload", async () => {
    const user = await meet();
    await user.goes("#/launch/market");
    await user.types("Supply Data Tokens", "1");
    await user.sees("Market and rewards need more Data Tokens than that");
    await user.types("ALITA into the market ALITA", "much");
    await user.sees("Some numbers cannot be read yet");
    expect(await lookClosely(user)).to.equal("");
    await user.reloads();
    await user.sees("Some numbers cannot be read yet");
    expect(await user.reads("Supply Data Tokens")).to.equal("1");
    await user.goes("#/launch/review");
    await user.clicks("Describe", { role: "link", within: "main section" });
    await user.sees("Of the dataset and of its Data Token; cannot be changed");
  });
});
