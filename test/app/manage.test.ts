import { expect } from "chai";
import { overflowing, settled, tooSmall, violations } from "./harness/looks.ts";
import type { Person } from "./harness/market/deployHere.ts";
import { useHouse } from "./harness/useHouse.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";

describe("Managing a dataset in the page", function () {
  const { house, meet } = useHouse(this);
  this.timeout(180_000);

  async function at(person: Person, hash: string): Promise<User> {
    const user = await meet({ keys: [person.privateKey] });
    await user.goes(hash);
    await user.connects();
    return user;
  }

  const ofWeather = (word: string) => `#/dataset/${house().weather.token}/${word}`;

  it("is offered to its maker alone, from the portfolio, and has no fault that axe finds in any part", async () => {
    const user = await meet({ keys: [house().maker.privateKey], width: 360, theme: "dark" });
    await user.goes("#/portfolio");
    await user.connects();
    await user.clicks("Manage WTHR: price, offers, terms, reward", { role: "link" });
    await user.sees("Providers have stake");
    await user.page.$$eval(".manage-part summary", (all) => all.forEach((one) => (one as HTMLElement).click()));
    await user.sees("Announce the closing");
    await settled(user);
    const found = [...(await violations(user)), ...(await overflowing(user)), ...(await tooSmall(user))];
    expect(found).to.deep.equal([]);

    const stranger = await at(house().somebody(), ofWeather("trade"));
    expect(await stranger.text()).to.not.include("Manage");
    await stranger.goes(ofWeather("manage"));
    expect(await stranger.can("Switch to the maker's account")).to.equal(false);
  });
});
