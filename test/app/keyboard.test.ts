import { expect } from "chai";
import { parseEther } from "ethers";
import { market, now, pool as pools } from "#sdk";
import { unique } from "../fixtures/terms.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { byKeyboard } from "./harness/byKeyboard.ts";
import { weather as weatherFile } from "./harness/csvFile.ts";
import { launchByWizard } from "./harness/journeys/launchByWizard.ts";
import type { Person } from "./harness/market/deployHere.ts";
import { weatherDocument } from "./harness/market/documents.ts";
import { SHARES } from "./harness/market/seedMarket.ts";
import { useHouse } from "./harness/useHouse.ts";

const DAY = 86_400n;

describe("With the keyboard alone one", function () {
  const { house, meet } = useHouse(this);

  /** Somebody who touches nothing but keys, connected, in a place of the page. */
  async function at(hash: string, person: Person): Promise<User> {
    const user = byKeyboard(await meet({ keys: [person.privateKey] }));
    await user.goes(hash);
    await user.clicks("Connect wallet");
    await user.sees("Connect a wallet");
    await user.clicks("MetaMask");
    await user.seesNoMore("Connect wallet");
    return user;
  }

  const ofWeather = (word: string): string => `#/dataset/${house().weather.token}/${word}`;

  it("gives liquidity, and takes it back", async () => {
    const somebody = house().somebody();
    await market.buy(somebody, { dataset: house().weather, amountIn: parseEther("30") });
    const user = await at(ofWeather("liquidity"), somebody);
    await user.types("You add ALITA", "5");
    await user.sees("Your share after");
    await user.clicks("Add liquidity");
    await user.sees(/Received [\d.]+ liquidity tokens/);
    await user.tabsTo("Add both tokens"); // a choice of several is one stop; arrows go on from there
    await user.presses("ArrowRight");
    await user.presses("ArrowRight");
    await user.clicks("Remove liquidity");
    await user.sees(/Received [\d.]+ WTHR and [\d.]+ ALITA/);
    expect(user.counts.clicks).to.equal(0);
  });

  it("buys access", async () => {
    const user = await at(ofWeather("licence"), house().somebody());
    await user.clicks("Buy access");
    await user.sees("You have access");
    expect(user.counts.clicks).to.equal(0);
  });

  it("stakes, and votes", async () => {
    const { maker, launch, contribute } = house();
    const provider = house().somebody();
    const terms = { ...SHARES, challengeWindow: 0n };
    const shore = await launch({ document: weatherDocument(), name: "Shore", symbol: "SHRE", pool: terms });
    const { pool, token } = shore;
    const contentTags = [await contribute(provider, shore)];
    await pools.claim(provider, { pool, contentTags, toStake: parseEther("339") });
    const user = await at(`#/dataset/${token}/stake`, provider);
    await user.types("Stake more SHRE", "1");
    await user.clicks("Stake");
    await user.sees(/Staked\s+340 SHRE/);

    const change = pools.encodeParameter({ minQuality: 4_900n });
    const about = { voteBudget: 0n, expiry: (await now(maker)) + DAY, salt: unique("keys") };
    await pools.proposeParameter(maker, { pool, proposal: { ...change, ...about } });
    await user.clicks("Votes");
    await user.sees("Change the least quality of SHRE to 49%");
    await user.clicks("Vote yes");
    await user.sees("You voted");
    expect(user.counts.clicks).to.equal(0);
  });

  it("launches a dataset", async () => {
    const user = await at("#/launch", house().somebody());
    const { attesters } = house();
    await launchByWizard(user, { name: "Keys", symbol: "KEYS", sample: weatherFile(2), attesters });
    expect(user.counts.clicks).to.equal(0);
  });
});
