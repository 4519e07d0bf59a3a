import { expect } from "chai";
import { createFinder, PLACES } from "./harness/addresses.ts";
import { overflowing, settled, tooSmall, violations } from "./harness/looks.ts";
import { type Meeting, useHouse } from "./harness/useHouse.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";

interface Look extends Meeting {
  readonly name: string;
  readonly isConnected: boolean;
}

/** Somebody new on a phone in the dark and a provider at a desk by day; in a deep run all others, too. */
const LOOKS: readonly Look[] = [
  { name: "nobody, dark, 360 px", isConnected: false, theme: "dark", width: 360 },
  { name: "a provider, light, 1280 px", isConnected: true, theme: "light", width: 1_280 },
];
const DEEP: readonly Look[] = [
  { name: "nobody, light, 1280 px", isConnected: false, theme: "light", width: 1_280 },
  { name: "a provider, dark, 1280 px", isConnected: true, theme: "dark", width: 1_280 },
  { name: "a provider, light, 360 px", isConnected: true, theme: "light", width: 360 },
];

const SLOW = 3 * 60_000; // milliseconds for all places with all rules of axe

for (const { name, isConnected, ...how } of [...LOOKS, ...(process.env.TEST_EFFORT === "deep" ? DEEP : [])]) {
  describe(`Every place of the page, for ${name}`, function () {
    const { house, meet } = useHouse(this);
    this.timeout(SLOW);

    it("has a title and a heading of its own, no fault that axe finds, and nothing wider than the window", async () => {
      const user = await meet({ ...how, keys: [house().provider.privateKey] });
      if (isConnected) await connect(user);
      const titles = new Map<string, string>(); // to the place that has it
      const problems: string[] = [];
      const finder = createFinder(house());
      const places = [...PLACES];
      for (const { name: place, hash, shows } of places) {
        await user.goes(hash(house()));
        await settled(user);
        if (shows !== undefined) await user.sees(shows);
        const title = await user.page.title();
        if (!/^\S.* · Datawell$/.test(title)) problems.push(`${place} has the title ${title}`);
        const [here] = place.split(",");
        if ((titles.get(title) ?? here) !== here) problems.push(`${place} has the title of ${titles.get(title)}`);
        titles.set(title, here!);
        const found = [...(await violations(user)), ...(await overflowing(user)), ...(await tooSmall(user))];
        places.push(...(await finder(user)));
        problems.push(...[...found, ...user.faults.splice(0)].map((problem) => `${place}: ${problem}`));
      }
      expect(problems.join("\n\n")).to.equal("");
    });
  });
}

async function connect(user: User): Promise<void> {
  await user.goes("#/");
  await user.clicks("Connect wallet");
  await settled(user);
  expect(await violations(user), "the choice of wallets").to.deep.equal([]);
  await user.clicks("MetaMask");
  await user.seesNoMore("Connect wallet");
}
