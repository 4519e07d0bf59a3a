import { expect } from "chai";
import type { ContractRunner, Filter, Provider } from "ethers";
import { connect, datasetEvents, eventsOfReceipt, market, pool } from "#sdk";
import { sdkWorld } from "../../fixtures/sdk.ts";

type World = Awaited<ReturnType<typeof sdkWorld>>;

describe("sdk events", function events() {
  this.timeout(120_000);
  let world: World;
  let own: Awaited<ReturnType<World["launch"]>>;

  before(async () => {
    world = await sdkWorld();
    own = await world.launch();
    await world.contribute(world.alice, own.pool);
    await world.contribute(world.bob, own.pool);
  });

  /** A node that answers for few blocks at a time. */
  const stingyNode = (most: number, seen: number[]): ContractRunner => {
    const getLogs = (filter: Filter) => {
      const span = Number(filter.toBlock) - Number(filter.fromBlock) + 1;
      seen.push(span);
      return span > most ? Promise.reject(new Error("block range too large")) : world.provider.getLogs(filter);
    };
    const getBlockNumber = () => world.provider.getBlockNumber();
    return { provider: { getLogs, getBlockNumber } as unknown as Provider };
  };

  it("asks a stingy node in pieces and gets the same answer", async () => {
    const seen: number[] = [];
    const stingy = connect(world.file, stingyNode(3, seen));
    expect(await pool.contributions(stingy, own)).to.deep.equal(await pool.contributions(world.alice, own));
    expect(seen.length).to.be.greaterThan(2);
    expect(await datasetEvents(stingy, { dataset: own })).to.deep.equal(
      await datasetEvents(world.alice, { dataset: own }),
    );
  });

  it("reads nothing from a future block, and gives up where even one block is refused", async () => {
    expect(await pool.contributions(world.alice, { pool: own.pool, fromBlock: 1_000_000 })).to.deep.equal([]);
    const broken = connect(world.file, stingyNode(0, []));
    const error: unknown = await pool.contributions(broken, own).catch((thrown: unknown) => thrown);
    expect(error).to.include({ name: "Unknown", message: "block range too large" });
  });

  it("names every event of a receipt, of whichever contract", async () => {
    const { receipt } = await market.buy(world.alice, { dataset: own, amountIn: 10n ** 18n });
    const names = eventsOfReceipt(world.alice, receipt, [own]).map(({ contract, name }) => `${contract}.${name}`);
    expect(names).to.deep.equal(["Alita.Approval", "Pair.Sync", "Pair.Swap", "Alita.Transfer", "DataToken.Transfer"]);
    const swap = eventsOfReceipt(world.alice, receipt, [own]).find(({ name }) => name === "Swap");
    if (swap?.name !== "Swap") expect.fail("there is none");
    expect(swap.args.amount0In + swap.args.amount1In).to.equal(10n ** 18n);
  });
});
