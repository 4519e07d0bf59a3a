import { expect } from "chai";
import { id, parseEther } from "ethers";
import { now, pool } from "#sdk";
import { tallyIn, tallyOf } from "../../../app/screens/votes/tallyOf.ts";
import { addressOf, DAY, sdkWorld } from "../../fixtures/sdk.ts";

describe("The votes on a proposal", function tally() {
  this.timeout(120_000);

  it("are what the ballot says up to the line, and beyond it what each voter said", async () => {
    const world = await sdkWorld();
    const own = await world.launch({ pool: { allocation: parseEther("200"), challengeWindow: 60n } });
    const voters = [world.alice, world.bob] as const;
    for (const voter of voters) await world.contribute(voter, own.pool, {}, 10_000n);
    await world.time.increase(61n);
    for (const voter of voters) {
      const ready = await pool.claimable(voter, { pool: own.pool, provider: await addressOf(voter) });
      const contentTags = ready.map(({ contentTag }) => contentTag);
      await pool.claim(voter, { pool: own.pool, contentTags, toStake: ready[0]!.reward });
    }
    const change = pool.encodeParameter({ unitPrice: 7n });
    const about = { voteBudget: 0n, salt: id("tally"), expiry: (await now(world.maker)) + DAY };
    await pool.proposeParameter(world.maker, { pool: own.pool, proposal: { ...change, ...about } });
    const ballot = async () => (await pool.proposals(world.maker, { pool: own.pool }))[0]!;
    const first = await ballot();
    expect(tallyIn(first)).to.deep.equal({ yes: 0n, no: 0n });

    await pool.vote(world.alice, { pool: own.pool, id: first.id, support: false });
    const against = await ballot();
    expect(tallyIn(against)).to.deep.equal({ yes: 0n, no: against.cast });
    await pool.vote(world.bob, { pool: own.pool, id: first.id, support: true });
    const { cast, asked, needed } = await ballot();
    expect([needed, tallyIn(await ballot())]).to.deep.equal([0n, undefined]);
    const votes = await tallyOf(world.maker, own.pool, first.id);
    expect(votes).to.deep.equal({ yes: cast - against.cast, no: against.cast });
    expect(votes.yes > asked, "the ballot counts no further than this").to.equal(true);
  });
});
