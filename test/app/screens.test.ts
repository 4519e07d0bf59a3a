import { expect } from "chai";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { spotsIn } from "./harness/addresses.ts";
import { lookAround } from "./harness/lookAround.ts";
import { settled, violations } from "./harness/looks.ts";
import { storySpots } from "./harness/storySpots.ts";
import { useHouse } from "./harness/useHouse.ts";
import { useStory } from "./harness/useStory.ts";

const SLOW = 4 * 60_000; // milliseconds for all places with all rules of axe
const SIZES = [360, 1_280]; // pixels: a phone's and a desk's width
const WORDS = "has a title of its own, nothing that axe finds, nothing wider than the window, in both themes";

/** Somebody new on a phone and a provider at a desk; in a deep run the other way round, too. */
const isLookedAt = (width: number, isConnected: boolean): boolean =>
  isConnected === width > 600 || process.env.TEST_EFFORT === "deep";

for (const width of SIZES) {
  for (const isConnected of [false, true].filter((one) => isLookedAt(width, one))) {
    describe(`Every place of the page, ${width} px, for ${isConnected ? "a provider" : "nobody"},`, function () {
      const { house, meet } = useHouse(this);
      this.timeout(SLOW);

      it(WORDS, async () => {
        const user = await meet({ width, keys: [house().provider.privateKey] });
        if (isConnected) await connect(user);
        expect(await lookAround(user, spotsIn(house()))).to.equal("");
      });
    });
  }

  describe(`Every place of a market with a history, ${width} px,`, function () {
    const { story, meet } = useStory(this);
    this.timeout(SLOW);

    it(WORDS, async () => {
      const user = await meet({ width, keys: [story().played.cast.carl.privateKey] });
      if (width > 600) await connect(user);
      expect(await lookAround(user, storySpots(story()))).to.equal("");
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
