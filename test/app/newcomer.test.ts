import { pass } from "../../scripts/chain/clock.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { flights } from "./harness/csvFile.ts";
import { launchByWizard } from "./harness/journeys/launchByWizard.ts";
import { untilSum } from "./harness/untilSum.ts";
import { useStory } from "./harness/useStory.ts";

const MINUTE = 60n;

describe("A newcomer without a wallet", function () {
  const { story, meet } = useStory(this);
  let user: User;
  beforeEach(async () => {
    user = await meet({ hasWallet: false });
    await user.goes("#/");
    await user.clicks("Connect wallet", { within: "header.top" });
    await user.clicks("You nobody yet: yours to play with");
    await user.sees("nothing here is worth anything");
  });

  const actsAs = async (demo: string): Promise<void> => {
    await user.clicksOn("0x"); // the account at the head of the page
    await user.clicks(demo);
    await user.seesNoMore("Connect a wallet");
  };

  const opens = async (dataset: string, part: string): Promise<void> => {
    await user.goes("#/");
    await user.clicks(dataset, { role: "link" });
    await user.clicks(part, { role: "link", within: "nav.tabs" });
  };

  it("buys and sells, and gives liquidity", async () => {
    await opens("Seattle Weather", "Trade");
    await user.types("You pay ALITA", "100");
    await user.clicks("Buy WTHR");
    await user.sees(/Paid 100 ALITA, received [\d.,]+ WTHR/);
    await user.clicks("⇅ Sell WTHR instead");
    await user.types("You pay WTHR", "5");
    await user.clicks("Sell WTHR");
    await user.sees(/Paid 5 WTHR, received [\d.,]+ ALITA/);
    await user.clicks("Liquidity", { role: "link", within: "nav.tabs" });
    await user.types("You add ALITA", "10");
    await user.clicks("Add liquidity");
    await user.sees(/Received [\d.,]+ liquidity tokens/);
  });

  it("buys access to a dataset", async () => {
    await opens("Seattle Weather", "Licence");
    await user.clicks("Buy access");
    await user.sees(/You have access; it ends in (29|30) days/);
  });

  it("contributes a file, has it attested, and claims what it earned", async () => {
    await opens("Domestic Flights", "Contribute");
    await user.gives("Your records", flights());
    await user.sees("Expected reward");
    await user.clicks("Have it attested");
    await user.sees("2 attesters signed");
    await user.clicksOn("Contribute for ");
    await user.sees(/Accepted for [\d.,]+ FLGT/);
    await pass(story().chain, MINUTE + 1n);
    await user.clicksOn("Claim ");
    await user.sees(/Received [\d.,]+ FLGT/);
    await user.sees("Claimed");
  });

  it("computes on devices that keep their records, and gets back what was not used", async () => {
    await opens("Two Cities Weather", "Compute");
    await user.clicks("Sign and compute");
    await user.sees("Paid and held by the contract");
    await untilSum(story(), user);
    await user.clicks("Show the result");
    await user.sees("Behind it");
    await user.clicks("Agree to the result");
    await user.clicks("Take it back");
    await user.sees("Came back");
    await user.sees("✓ the one settled on chain");
  });

  it("votes on a change as one of those who have stake, and has it carried out", async () => {
    await actsAs("Mia maker of Seattle Weather");
    await opens("Seattle Weather", "Manage");
    await user.clicksOn("Price of a compute unit");
    await user.types("Price of a compute unit ALITA", "0.03");
    await user.clicks("Propose to change the price of a compute unit");
    await user.sees("yes votes are missing");
    await actsAs("Rosa provider, weather of 2015");
    await user.clicks("Votes", { role: "link", within: "nav.tabs" });
    await user.clicks("Vote yes");
    await user.sees("You voted");
    await user.clicks("Carry out the change");
    await user.sees("In force from");
  });

  it("launches a dataset", async () => {
    await user.clicks("Launch", { role: "link", within: "header.top" });
    const { ada, ben } = story().played.cast;
    const attesters = [ada.address, ben.address];
    await launchByWizard(user, { name: "My Flights", symbol: "MINE", sample: flights(), attesters });
    await user.clicks("Look at the dataset", { role: "link" });
    await user.sees("Buy MINE");
  });
});
