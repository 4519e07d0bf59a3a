import { expect } from "chai";
import { pass } from "../../scripts/chain/clock.ts";
import { deployBatchAccount } from "./harness/deployBatchAccount.ts";
import { kindsOf } from "./harness/kindsOf.ts";
import { weatherDocument } from "./harness/market/documents.ts";
import { useHouse } from "./harness/useHouse.ts";

const HOUR = 3_600n;

/** One of the last suites, for it lets the chain's clock go on. */
describe("What takes its time, in the page,", function () {
  const { house, meet } = useHouse(this);

  it("is a reward, which is claimed straight to stake, and stake, which is unbonded and taken", async () => {
    const provider = house().somebody();
    const terms = { challengeWindow: HOUR, unbonding: HOUR };
    const { launch, contribute, chain } = house();
    const tides = await launch({ document: weatherDocument(), name: "Tides", symbol: "TIDE", pool: terms });
    await contribute(provider, tides);
    const user = await meet({ keys: [provider.privateKey] });
    await user.goes(`#/dataset/${tides.token}/contribute`);
    await user.connects();
    await user.sees(/Reward 90 TIDE, claimable in (59|60) minutes/);
    await pass(chain, HOUR + 1n);
    await user.clicksOn("Straight to stake");
    await user.clicks("Claim 90 TIDE and stake it");
    await user.sees("Staked 90 TIDE");

    await user.clicks("Stake", { role: "link", within: "nav.tabs" });
    await user.types("Unstake TIDE", "90");
    await user.clicks("Start unbonding");
    await user.sees("to be taken");
    await user.sees(/Unbonding: in (59|60) minutes/);
    await pass(chain, HOUR + 1n);
    await user.clicks("Take unbonded stake");
    await user.sees(/Earned and not staked\s+90 TIDE/);
    expect(kindsOf(user)).to.deep.equal(["send", "send", "send"]);
  });

  /** Somebody with rewards of 90 each to claim in two datasets, and the page of what is theirs. */
  async function owed(symbols: readonly [string, string], hasBatches: boolean) {
    const provider = house().somebody();
    const pool = { challengeWindow: HOUR };
    const { launch, contribute, chain, maker } = house();
    for (const symbol of symbols) {
      const one = await launch({ document: weatherDocument(), name: `Level of ${symbol}`, symbol, pool });
      await contribute(provider, one);
    }
    await pass(chain, HOUR + 1n);
    const delegate = hasBatches ? { delegate: await deployBatchAccount(maker) } : {};
    const user = await meet({ keys: [provider.privateKey], ...delegate });
    if (hasBatches) await user.wallet.upgrade();
    await user.goes("#/portfolio");
    await user.connects();
    return user;
  }

  it("is claimed from all datasets by one click, a transaction each", async () => {
    const user = await owed(["EBB", "FLOW"], false);
    await user.clicks("Claim from all 2 datasets: a transaction each");
    await user.sees("Received 90 EBB");
    await user.sees("Received 90 FLOW");
    expect(kindsOf(user)).to.deep.equal(["send", "send"]);
    await user.seesNoMore("Claim all");
  });

  it("is claimed from all datasets by one confirmation in a wallet that sends calls as one", async () => {
    const user = await owed(["NEAP", "SPRG"], true);
    await user.clicks("Claim from all 2 datasets");
    await user.sees("Received 90 NEAP and 90 SPRG");
    expect(kindsOf(user)).to.deep.equal(["batch"]);
    await user.seesNoMore("Claim all");
  });
});
