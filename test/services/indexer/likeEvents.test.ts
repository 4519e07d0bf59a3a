import { expect } from "chai";
import { id, parseEther } from "ethers";
import { now, pool } from "#sdk";
import { createIndexerClient } from "#sdk/indexer/index.ts";
import type { ParameterProposal } from "#sdk/types/Proposal.ts";
import { createIndexer } from "../../../services/indexer/createIndexer.ts";
import { verify } from "../../../services/indexer/verify/verify.ts";
import type { Database } from "../../../services/shared/database/index.ts";
import { createLog } from "../../../services/shared/log/index.ts";
import { addressOf, DAY, sdkWorld } from "../../fixtures/sdk.ts";
import { memory } from "./world.ts";

const WEI = 2n ** 60n; // of an allocation and a stake, so that a sale of a few wei has even parts

/** Deeds of one pool that could be taken for one another; the index must neither mix them up nor come to a halt. */
describe("the index of deeds that look alike", function likeEvents() {
  this.timeout(120_000);
  let world: Awaited<ReturnType<typeof sdkWorld>>;

  beforeEach(async () => {
    world = await sdkWorld();
  });

  const launch = () =>
    world.launch({
      pool: { rewardInBase: true, allocation: WEI, maxIncentive: WEI, challengeWindow: 0n, price: 2n },
    });

  it("tells a maker's own part from what it earns as a provider, whatever the amounts", async () => {
    const own = await launch();
    const { maker, consumer } = world;
    const { contribution } = await world.contribute(maker, own.pool, {}, 10_000n);
    await pool.claim(maker, { pool: own.pool, contentTags: [contribution.contentTag], toStake: WEI });
    await pool.buyLicence(consumer, { pool: own.pool }); // a wei for the maker, a wei for its stake
    expect((await pool.claimRevenue(maker, own)).result.amount).to.equal(1n);
    await pool.topUp(maker, { pool: own.pool, amount: WEI });
    await pool.setPrice(maker, { pool: own.pool, price: 6n });
    await pool.buyLicence(consumer, { pool: own.pool });
    expect((await pool.claimRevenue(maker, own)).result.amount).to.equal(2n);

    const index = await indexed();
    expect((await index.client.dataset(own.token)).dataset.stake.makerRevenue).to.equal("5");
    const [provider] = (await index.client.providers(own.token)).items;
    expect(provider).to.include({ account: await addressOf(maker), revenueClaimable: "0", revenueClaimed: "3" });
    expect(await index.differences()).to.deep.equal([]);

    await pool.withdrawMakerRevenue(consumer, own);
    expect((await (await indexed()).client.dataset(own.token)).dataset.stake.makerRevenue).to.equal("0");
  });

  for (const first of [0, 1]) {
    it(`names the one proposal of two alike that was carried out, be it the ${["older", "newer"][first]}`, async () => {
      const own = await launch();
      const { maker, stranger } = world;
      const value = pool.encodeParameter({ unitPrice: parseEther("7") });
      const proposals: ParameterProposal[] = [];
      for (const days of [1n, 2n]) {
        const expiry = (await now(maker)) + days * DAY;
        const proposal = { ...value, voteBudget: 0n, expiry, salt: id(`${days}`) };
        await pool.proposeParameter(maker, { pool: own.pool, proposal });
        proposals.push(proposal);
      }
      await pool.execute(stranger, { pool: own.pool, proposal: proposals[first]! });
      expect(await states(own.token)).to.deep.equal(first === 0 ? ["executed", "passed"] : ["passed", "executed"]);
      await pool.execute(stranger, { pool: own.pool, proposal: proposals[1 - first]! });
      expect(await states(own.token)).to.deep.equal(["executed", "executed"]);
    });
  }

  it("tells a budget that came back from a reward for a vote", async () => {
    const own = await launch();
    const { maker, consumer, stranger } = world;
    const proposal = {
      buyer: await addressOf(consumer),
      price: 1n,
      duration: DAY,
      voteBudget: parseEther("1"),
      expiry: (await now(maker)) + DAY,
      salt: id("offer"),
    };
    const { result } = await pool.proposePrice(maker, { pool: own.pool, proposal });
    await pool.cancel(maker, { pool: own.pool, id: result.id });
    const before = (await indexed()).client;
    expect((await before.proposals(own.token)).items[0]).to.include({ budgetReclaimed: false });
    await pool.reclaimVoteBudget(stranger, { pool: own.pool, id: result.id });
    const { client, differences } = await indexed();
    expect((await client.proposals(own.token)).items[0]).to.include({ budgetReclaimed: true, rewardsClaimed: "0" });
    expect(await differences()).to.deep.equal([]);
  });

  /** An index of the chain as it is now, and what asks it. */
  async function indexed() {
    const database: Database = await memory();
    const about = { client: world.stranger, rpc: world.provider, database };
    const log = createLog({ service: "indexer", level: "silent" });
    const time = Number(await now(world.stranger));
    const indexer = await createIndexer({ ...about, log, clock: () => time * 1_000 });
    await indexer.catchUp();
    const client = createIndexerClient({
      url: "http://indexer",
      fetch: (input, init) => indexer.fetch(new Request(input as string, init)),
    });
    return { client, differences: async () => (await verify(about)).differences };
  }

  const states = async (token: string) =>
    (await (await indexed()).client.proposals(token)).items
      .toSorted((a, b) => a.number - b.number)
      .map(({ state }) => state);
});
