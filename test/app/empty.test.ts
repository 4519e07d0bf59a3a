import { expect } from "chai";
import { settled, violations } from "./harness/looks.ts";
import { useHouse } from "./harness/useHouse.ts";

describe("A market in which nobody has launched anything", function () {
  const { house, meet } = useHouse(this);

  it("says so on every screen, and how one begins", async () => {
    const user = await meet({ url: await house().openEmpty(), hasWallet: false });
    await user.goes("#/");
    await user.sees("There is no dataset yet.");
    expect(await violations(user)).to.deep.equal([]);
    await user.clicks("Launch a dataset", { role: "link" });
    await user.sees("What it means");
    await user.goes("#/launch/attesters");
    await user.sees("bond 1,000 ALITA");
    await user.goes("#/compute");
    await user.sees("Choose a dataset");
    await settled(user);
    expect(await violations(user)).to.deep.equal([]);
    await user.goes("#/?search=weather");
    await user.sees("No dataset with “weather”");
    await user.goes("#/portfolio/0x00000000000000000000000000000000000a11ce");
    await settled(user);
    expect(await violations(user)).to.deep.equal([]);
  });
});
