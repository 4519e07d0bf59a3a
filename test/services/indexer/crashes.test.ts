import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createIndexerClient } from "#sdk/indexer/index.ts";
import { createIndexer } from "../../../services/indexer/createIndexer.ts";
import { type Database, openDatabase, type Queries } from "../../../services/shared/database/index.ts";
import { createLog } from "../../../services/shared/log/index.ts";
import { undo } from "../../../services/indexer/state/undo.ts";
import { canLimitFiles, limitFiles } from "../helpers/limitFiles.ts";
import { act } from "./deeds.ts";
import { differences, follow, meanwhile, memory, STORY_TIMEOUT, type World, world } from "./world.ts";

class Killed extends Error {}

/** A database whose process dies at its n-th write: what was not committed is gone, and nothing more is done. */
function dying(database: Database, atWrite: number): Database {
  let writes = 0;
  const mortal = (queries: Queries): Queries => ({
    ...queries,
    run: async (sql, params) => {
      if (++writes >= atWrite) throw new Killed();
      return queries.run(sql, params);
    },
  });
  return {
    ...database,
    run: mortal(database).run,
    transaction: (work) => database.transaction((queries) => work(mortal(queries))),
  };
}

describe("the indexer, when it is killed", () => {
  let there: World;
  let folder: string;

  before(async function () {
    this.timeout(STORY_TIMEOUT);
    there = await world();
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "indexer-"));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const DEEP = process.env.TEST_EFFORT === "deep";
  const STEPS = DEEP ? 5 : 61;

  it("between any two writes of a build, goes on where the last commit was", async () => {
    const { client, provider } = there;
    const url = `sqlite:${join(folder, "index")}`;
    let killed = 0;
    for (let write = 1; ; write += STEPS) {
      const database = await openDatabase(url);
      const mortal = dying(database, write);
      const error = await follow({ client, rpc: provider, database: mortal, window: 12, span: 40 }).catch(
        (e: unknown) => e,
      );
      await database.close();
      if (error === undefined) break;
      expect(error).to.be.instanceOf(Killed);
      killed++;
    }
    expect(killed).to.be.greaterThan(3);
    const database = await openDatabase(url);
    expect(await differences(there, database)).to.deep.equal([]);
    await database.close();
  });

  it("between any two writes of an undoing, has undone nothing or all of it", async () => {
    const { client, provider } = there;
    await meanwhile(there, async () => {
      await act(there, 5);
      const height = (await provider.getBlockNumber()) - 4;
      for (let write = 1; ; write += DEEP ? 1 : 23) {
        const database = await memory();
        await follow({ client, rpc: provider, database });
        const error = await undo(dying(database, write), height).catch((e: unknown) => e);
        await follow({ client, rpc: provider, database });
        expect(await differences(there, database)).to.deep.equal([]);
        await database.close();
        if (error === undefined) break;
      }
    });
  });

  it("and started anew on the index of another deployment, throws that away", async () => {
    const { client, provider } = there;
    const database = await memory();
    await follow({ client, rpc: provider, database });
    await database.run("UPDATE indexer_tip SET factory = 'another'");
    await follow({ client, rpc: provider, database });
    expect(await differences(there, database)).to.deep.equal([]);
  });

  it("and started anew by a version with other tables, builds them anew", async () => {
    const { client, provider } = there;
    const database = await memory();
    await follow({ client, rpc: provider, database });
    await database.run("UPDATE indexer_tip SET schema_digest = 'older'");
    await follow({ client, rpc: provider, database });
    expect(await differences(there, database)).to.deep.equal([]);
  });

  it("while another writes to the same index, leaves the work to whoever was first", async () => {
    const { client, provider } = there;
    const database = await memory();
    const following = { client, rpc: provider, database, window: 12, span: 40 };
    const both = await Promise.allSettled([follow(following), follow(following)]);
    expect(both.filter(({ status }) => status === "fulfilled")).not.to.have.length(0);
    expect(await differences(there, database)).to.deep.equal([]);
  });
});

describe("the indexer, while its disk is full", () => {
  let there: World;
  let folder: string;

  before(async function () {
    if (!canLimitFiles()) this.skip();
    this.timeout(STORY_TIMEOUT);
    there = await world();
    folder = mkdtempSync(join(tmpdir(), "indexer-"));
  });

  after(() => folder !== undefined && rmSync(folder, { recursive: true }));

  it("answers by the last block that it could keep, and goes on from there when there is room", async () => {
    const { client, provider } = there;
    const log = createLog({ service: "indexer", level: "silent" });
    const database = await openDatabase(`sqlite:${join(folder, "index")}`);
    const indexer = await createIndexer({ client, rpc: provider, database, log });
    const asking = createIndexerClient({
      url: "http://indexer",
      fetch: (input, init) => indexer.fetch(new Request(input as string, init)),
    });
    await indexer.catchUp();
    const before = await provider.getBlockNumber();
    await meanwhile(there, async () => {
      await act(there, 3);
      await limitFiles(0, async () => {
        const fault = await indexer.catchUp().catch((error: unknown) => error);
        expect(fault).to.include({ code: "Full" });
        expect((await asking.datasets()).at.block).to.equal(before);
      });
      await indexer.catchUp();
      expect((await asking.datasets()).at).to.include({ block: before + 3, lagBlocks: 0 });
      expect(await differences(there, database)).to.deep.equal([]);
    });
    await database.close();
  });
});
