import { expect } from "chai";
import { ChainError } from "../../../services/shared/chain/ChainError.ts";
import { createReader } from "../../../services/shared/chain/createReader.ts";
import type { Rpc } from "../../../services/shared/chain/Rpc.ts";
import { Discontinuity } from "../../../services/indexer/state/Discontinuity.ts";
import { readTip } from "../../../services/indexer/state/tip.ts";
import { act } from "./deeds.ts";
import { faulty, FAULTS } from "./faults.ts";
import { differences, follow, meanwhile, memory, persist, STORY_TIMEOUT, type World, world } from "./world.ts";

/** Asks again without a pause, and waits no longer than a busy machine needs. */
const QUICK = { timeout: 200, pause: 0 };

describe("the indexer, before a node that", () => {
  let there: World;

  before(async function () {
    this.timeout(STORY_TIMEOUT);
    there = await world();
  });

  for (const [name, [fault, options]] of Object.entries(FAULTS)) {
    it(`${name}: ends in the state of a build from nothing`, async () => {
      const { client, provider } = there;
      const database = await memory();
      const rpc = faulty(provider, fault, options);
      await persist({ client, rpc, database, window: 12, span: 50, reader: QUICK });
      expect(await differences(there, database)).to.deep.equal([]);
    });
  }

  it("refuses long ranges: asks for shorter ones", async () => {
    const { client, provider } = there;
    const database = await memory();
    await follow({ client, rpc: limited(provider, 10), database, window: 12 });
    expect(await differences(there, database)).to.deep.equal([]);
  });

  it("shows an old head from time to time: waits for it", async () => {
    const { client, provider } = there;
    const database = await memory();
    let stale: unknown;
    const rpc: Rpc = {
      send: async (method, params) => {
        if (method !== "eth_getBlockByNumber" || params[0] !== "latest") return provider.send(method, params);
        stale = stale === undefined ? await provider.send(method, ["0x40", false]) : undefined;
        return stale ?? provider.send(method, params);
      },
    };
    for (let step = 0; step < 12; step++) await follow({ client, rpc, database });
    expect(await differences(there, database)).to.deep.equal([]);
  });

  it("misses a log for good: believes nothing of that block, rather than a state that never was", async () => {
    const { client, provider } = there;
    const database = await memory();
    await follow({ client, rpc: provider, database });
    await meanwhile(there, async () => {
      await act(there, 5);
      const rpc = faulty(provider, dropSync, { methods: ["eth_getLogs"], period: 1 });
      const before = await readTip(database);
      const failure = await follow({ client, rpc, database }).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(Discontinuity);
      expect(await readTip(database)).to.deep.equal(before);
      await follow({ client, rpc: provider, database });
      expect(await differences(there, database)).to.deep.equal([]);
    });
  });

  it("has hidden a log from an index long ago: the index notices, and is built anew", async () => {
    const { client, provider, estate } = there;
    const database = await memory();
    await follow({ client, rpc: provider, database });
    await database.run("DELETE FROM indexer_balances WHERE asset = ?", [estate.datasets[0]!.token]);
    await meanwhile(there, async () => {
      await act(there, 2);
      await persist({ client, rpc: provider, database });
      expect(await differences(there, database)).to.deep.equal([]);
    });
  });

  it("is of another chain for good: takes nothing over and says so", async () => {
    const { client, provider } = there;
    const database = await memory();
    const rpc = faulty(provider, () => "0x1", { methods: ["eth_chainId"], period: 1 });
    const failure = await follow({ client, rpc, database }).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(ChainError);
    expect((failure as ChainError).code).to.equal("WrongChain");
    expect(await readTip(database)).to.equal(undefined);
  });

  it("answers late by a millisecond: is told apart from one in time", async () => {
    const slow = (milliseconds: number): Rpc => ({
      send: () => new Promise((resolve) => setTimeout(() => resolve("0x1"), milliseconds)),
    });
    expect(await createReader(slow(0), { timeout: 5_000 }).chainId()).to.equal(1n);
    const failure = await createReader(slow(500), { timeout: 1, attempts: 1 })
      .chainId()
      .catch((error: unknown) => error);
    expect((failure as ChainError).code).to.equal("TimedOut");
  });
});

/** A node that answers for so many blocks at once, as many do. */
const limited = (rpc: Rpc, blocks: number): Rpc => ({
  send: (method, params) => {
    const { fromBlock, toBlock } = (params[0] ?? {}) as { fromBlock?: string; toBlock?: string };
    const isLong = method === "eth_getLogs" && Number(toBlock) - Number(fromBlock) >= blocks;
    if (!isLong) return rpc.send(method, params);
    return Promise.reject(Object.assign(new Error("query returned more than 10 blocks"), { code: -32_005 }));
  },
});

/** Leaves out every Sync, without which a trade contradicts what came before. */
const dropSync = (answer: unknown): unknown =>
  (answer as { topics: string[] }[]).filter(({ topics }) => topics[0] !== SYNC);

/** keccak256("Sync(uint112,uint112)") */
const SYNC = "0x1c411e9a96e071241c2f21f7726b17ae89e3cab4c78be50e062b03a9fffbbad1";
