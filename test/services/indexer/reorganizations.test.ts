import { expect } from "chai";
import { launch } from "#sdk/actions/dataset/launch.ts";
import { createFollower } from "../../../services/shared/chain/follow.ts";
import { createIndexing } from "../../../services/indexer/follow/createIndexing.ts";
import { readTip } from "../../../services/indexer/state/tip.ts";
import { act } from "./deeds.ts";
import { differences, follow, meanwhile, memory, STORY_TIMEOUT, type World, world } from "./world.ts";

describe("the indexer, when the chain is reorganized", () => {
  let there: World;

  before(async function () {
    this.timeout(STORY_TIMEOUT);
    there = await world();
  });

  for (const depth of [1, 3, 12]) {
    it(`undoes ${depth} blocks exactly and follows the other ${depth + 1}`, async () => {
      const { client, provider } = there;
      const database = await memory();
      const following = { client, rpc: provider, database };
      await meanwhile(there, async () => {
        await act(there, depth);
        await follow(following);
      });
      await meanwhile(there, async () => {
        await act(there, depth + 1, 2);
        await follow(following);
        expect(await differences(there, database)).to.deep.equal([]);
      });
    });
  }

  it("undoes a block in which a dataset was born, its contracts included", async () => {
    const { client, provider, cast, estate } = there;
    const database = await memory();
    const following = { client, rpc: provider, database };
    await meanwhile(there, async () => {
      await launch(cast.treasury, { ...estate.datasets[0]!.params, symbol: "TWICE", lockedUntil: FAR });
      await follow(following);
      expect(await symbols(database)).to.include("TWICE");
    });
    await meanwhile(there, async () => {
      await act(there, 2);
      await follow(following);
      expect(await symbols(database)).not.to.include("TWICE");
      expect(await differences(there, database)).to.deep.equal([]);
    });
  });

  it("goes back while it runs, block after block, as often as the chain does", async () => {
    const { client, provider } = there;
    const database = await memory();
    const { followed } = await createIndexing({ client, rpc: provider, database });
    const follower = createFollower(followed);
    for (const [count, first] of [
      [2, 0],
      [4, 1],
      [5, 3],
    ] as const) {
      await meanwhile(there, async () => {
        await act(there, count, first);
        await follower.catchUp();
        expect(await differences(there, database)).to.deep.equal([]);
      });
    }
  });

  it("builds the index anew where the fork lies deeper than it can undo", async () => {
    const { client, provider } = there;
    const database = await memory();
    const following = { client, rpc: provider, database, window: 3 };
    await meanwhile(there, async () => {
      await act(there, 4);
      await follow(following);
    });
    await meanwhile(there, async () => {
      await act(there, 5, 1);
      await follow(following);
      expect(await differences(there, database)).to.deep.equal([]);
    });
  });

  it("undoes a fork at the last block of its window", async () => {
    const { client, provider } = there;
    const database = await memory();
    const following = { client, rpc: provider, database, window: 3 };
    await meanwhile(there, async () => {
      await act(there, 3);
      await follow(following);
      expect((await readTip(database))!.floor).to.equal((await provider.getBlockNumber()) - 3);
    });
    await meanwhile(there, async () => {
      await act(there, 4, 1);
      await follow(following);
      expect(await differences(there, database)).to.deep.equal([]);
    });
  });

  it("takes a node that lags for no reorganization, and undoes nothing", async () => {
    const { client, provider } = there;
    const database = await memory();
    const following = { client, rpc: provider, database };
    await meanwhile(there, async () => {
      await act(there, 3);
      await follow(following);
    });
    const ahead = await readTip(database);
    await follow(following);
    expect(await readTip(database)).to.deep.equal(ahead);
  });

  it("keeps images of no more blocks than its window", async () => {
    const { client, provider } = there;
    const database = await memory();
    await follow({ client, rpc: provider, database, window: 5 });
    const [found] = await database.query<{ n: number }>("SELECT COUNT(DISTINCT block) AS n FROM indexer_undo");
    expect(Number(found!.n)).to.be.at.most(5);
  });
});

const FAR = 2_000_000_000n;

const symbols = async (database: Awaited<ReturnType<typeof memory>>): Promise<readonly string[]> =>
  (await database.query<{ symbol: string }>("SELECT symbol FROM indexer_datasets")).map(({ symbol }) => symbol);
