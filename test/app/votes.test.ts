import { expect } from "chai";
import { parseEther } from "ethers";
import { now, pool as pools } from "#sdk";
import { unique } from "../fixtures/terms.ts";
import type { User } from "../../scripts/browser/user/createUser.ts";
import { kindsOf } from "./harness/kindsOf.ts";
import type { Person } from "./harness/market/deployHere.ts";
import { useHouse } from "./harness/useHouse.ts";

const DAY = 86_400n;

describe("Proposals in the page", function () {
  const { house, meet } = useHouse(this);

  async function at(person: Person): Promise<User> {
    const user = await meet({ keys: [person.privateKey] });
    await user.goes(`#/dataset/${house().weather.token}/votes`);
    await user.connects();
    return user;
  }

  const about = async () => ({
    voteBudget: parseEther("1"),
    expiry: (await now(house().maker)) + DAY,
    salt: unique("proposal"),
  });

  it("say what would change, are voted on, and are carried out by anybody", async () => {
    const { maker, provider, weather } = house();
    const { pool } = weather;
    const change = pools.encodeParameter({ unitPrice: parseEther("0.002") });
    await pools.proposeParameter(maker, { pool, proposal: { ...change, ...(await about()) } });
    const voter = await at(provider);
    await voter.sees("Change the price of a compute unit of WTHR to 0.002 ALITA");
    await voter.clicks("Vote yes", { within: "li:first-child" });
    await voter.sees("Done");
    await voter.sees("You voted");
    expect(kindsOf(voter)).to.deep.equal(["send"]);

    const anybody = await at(house().somebody());
    await anybody.clicks("Carry out the change");
    await anybody.sees("In force from");
    expect(kindsOf(anybody)).to.deep.equal(["send"]);
    await anybody.sees(/State\s+closed\s+Voting until[^(]+\(in 24 hours\)/);
    await anybody.sees(/Enough yes votes\s+Yes: [1-9][\d.,]* WTHR\s+No: 0 WTHR/);
    expect((await pools.status(maker, weather)).unitPrice).to.equal(parseEther("0.002"));
  });

  it("of a price are accepted by the buyer, with one signature and one transaction", async () => {
    const { maker, provider, weather } = house();
    const { pool } = weather;
    const buyer = house().somebody();
    const proposal = { buyer: buyer.address, price: parseEther("3"), duration: 10n * DAY, ...(await about()) };
    const { result } = await pools.proposePrice(maker, { pool, proposal });
    await pools.vote(provider, { pool, id: result.id, support: true });
    const user = await at(buyer);
    await user.sees("for 3 ALITA");
    await user.clicks("Accept and pay 3 ALITA");
    await user.sees("Done");
    expect(kindsOf(user)).to.deep.equal(["sign", "send"]);
    const { licensedUntil } = await pools.account(buyer, { pool, who: buyer.address });
    expect(licensedUntil > (await now(buyer))).to.equal(true);
  });
});
