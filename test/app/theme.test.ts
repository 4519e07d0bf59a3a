import { expect } from "chai";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { useHouse } from "./harness/useHouse.ts";

const PAPER = { light: "rgb(246, 247, 249)", dark: "rgb(13, 18, 24)" };

const paper = ({ page }: User): Promise<unknown> => page.evaluate("getComputedStyle(document.body).backgroundColor");

describe("The theme of the page", function () {
  const { meet } = useHouse(this);

  const choosing = (user: User, theme: string) => user.page.select("header.top select", theme);

  it("is the system's until somebody chooses one, which stays after a reload", async () => {
    const user = await meet({ theme: "dark" });
    await user.goes("#/");
    expect(await paper(user)).to.equal(PAPER.dark);
    await choosing(user, "light");
    expect(await paper(user)).to.equal(PAPER.light);
    await user.reloads();
    await user.sees("datasets");
    expect(await paper(user)).to.equal(PAPER.light);
    await choosing(user, "system");
    expect(await paper(user)).to.equal(PAPER.dark);
  });

  it("can be chosen by the keyboard alone, on a phone as well", async () => {
    for (const width of [360, 1_280]) {
      const user = await meet({ theme: "light", width });
      await user.goes("#/");
      await user.sees("datasets");
      await user.tabsTo("Theme");
      await user.presses("ArrowDown");
      await user.presses("ArrowDown");
      expect(await paper(user)).to.equal(PAPER.dark);
      expect(user.counts.clicks).to.equal(0);
    }
  });
});
