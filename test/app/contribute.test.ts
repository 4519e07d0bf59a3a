import { expect } from "chai";
import { pool as pools } from "#sdk";
import type { Dataset } from "#sdk/types/Dataset.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { weather } from "./harness/csvFile.ts";
import { kindsOf } from "./harness/kindsOf.ts";
import { lookClosely } from "./harness/lookAround.ts";
import { weatherDocument } from "./harness/market/documents.ts";
import type { Person } from "./harness/market/deployHere.ts";
import { useHouse } from "./harness/useHouse.ts";

describe("Contributing in the page", function () {
  const { house, meet } = useHouse(this);
  let rain: Dataset;
  before(async () => {
    rain = await house().launch({ document: weatherDocument(), name: "Rain to give", symbol: "DROP" });
  });

  async function at(provider: Person, file: string): Promise<User> {
    const user = await meet({ keys: [provider.privateKey] });
    await user.goes(`#/dataset/${rain.token}/contribute`);
    await user.connects();
    await user.gives("Your records", file);
    await user.sees("Expected reward");
    return user;
  }

  it("shows a file's way from its reading to the reward that waits", async () => {
    const provider = house().somebody();
    const user = await at(provider, weather(11));
    await user.clicks("Have it attested");
    await user.sees("Signed by");
    expect(await lookClosely(user), "before it is sent").to.equal("");
    await user.clicksOn("Contribute for ");
    await user.sees(/Accepted for [\d.]+ DROP/);
    await user.sees(/claimable in [23] days/);
    expect(kindsOf(user)).to.deep.equal(["sign", "send"]);
    expect(await lookClosely(user), "afterwards").to.equal("");
    const { rewarded } = await pools.account(provider, { pool: rain.pool, who: provider.address });
    expect(rewarded > 0n).to.equal(true);
  });

  it("says before anything is signed what is wrong with a file", async () => {
    const provider = house().somebody();
    const user = await at(provider, weather(12, 3));
    expect(await user.can("Too few records, or too few that fit")).to.equal(false);
    expect(kindsOf(user)).to.deep.equal([]);
  });

  it("learns from the attesters that somebody else contributed the same records", async () => {
    const first = await at(house().somebody(), weather(14));
    await first.clicks("Have it attested");
    await first.clicksOn("Contribute for ");
    await first.sees("Accepted for");
    const copyist = await at(house().somebody(), weather(14));
    await copyist.clicks("Have it attested");
    await copyist.sees("The pool has this content already");
    expect(kindsOf(copyist)).to.not.include("send");
  });
});
