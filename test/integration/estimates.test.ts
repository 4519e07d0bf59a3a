import { expect } from "chai";
import { parseEther, type Signer } from "ethers";
import { type Contribution, type Datawell, now, pool } from "#sdk";
import { addressOf, DAY, sdkWorld } from "../fixtures/sdk.ts";
import { unique } from "../fixtures/terms.ts";

/**
 * T13. A ballot that is opened after the gas was estimated and before the transaction is mined makes whoever moves
 * stake write down what the stake was at the ballot: two more words of storage.
 */
describe("a gas estimate", function estimates() {
  this.timeout(120_000);
  let world: Awaited<ReturnType<typeof sdkWorld>>;
  let own: Awaited<ReturnType<(typeof world)["launch"]>>;
  let original: Contribution;

  beforeEach(async () => {
    world = await sdkWorld();
    const allocation = parseEther("1000");
    own = await world.launch({ pool: { allocation, maxIncentive: parseEther("400"), challengeWindow: DAY } });
    const parts = await Promise.all(
      [world.alice, world.bob].map(
        async (provider) => (await world.contribute(provider, own.pool, {}, 10_000n)).contribution,
      ),
    );
    await world.time.increase(DAY + 1n);
    for (const [index, provider] of [world.alice, world.bob].entries()) {
      const contentTags = [parts[index]!.contentTag];
      await pool.claim(provider, { pool: own.pool, contentTags, toStake: parseEther("350") });
    }
    original = parts[0]!;
  });

  const openBallot = async () => {
    const proposal = {
      buyer: await addressOf(world.consumer),
      price: 1n,
      duration: DAY,
      voteBudget: 0n,
      expiry: (await now(world.maker)) + DAY,
      salt: unique("offer"),
    };
    const { result } = await pool.proposePrice(world.maker, { pool: own.pool, proposal });
    expect(result.ballot.number).to.be.greaterThan(0n);
  };

  it("of stake still suffices when a ballot is opened in between", async () => {
    await pool.stake(interrupted(world.alice, openBallot), { pool: own.pool, amount: parseEther("10") });
  });

  it("of unstake still suffices when a ballot is opened in between", async () => {
    await pool.unstake(interrupted(world.alice, openBallot), { pool: own.pool, amount: parseEther("10") });
  });

  it("of a slash still suffices when a ballot is opened in between", async () => {
    const { contribution } = await world.contribute(world.bob, own.pool, { sketch: original.sketch }, 10_000n);
    const copy = { pool: own.pool, older: original.contentTag, newer: contribution.contentTag };
    await pool.slash(interrupted(world.stranger, openBallot), copy);
  });
});

/** A client to which something happens between its estimate and its transaction. */
function interrupted(client: Datawell, happens: () => Promise<void>): Datawell {
  const signer = client.runner as unknown as Signer;
  const sendTransaction: Signer["sendTransaction"] = async (transaction) => {
    await happens();
    return signer.sendTransaction(transaction);
  };
  return { ...client, runner: Object.create(signer, { sendTransaction: { value: sendTransaction } }) };
}
