import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createIndexerClient } from "#sdk/indexer/index.ts";
import { createIndexer } from "../../../services/indexer/createIndexer.ts";
import { openDatabase } from "../../../services/shared/database/index.ts";
import { createLog } from "../../../services/shared/log/index.ts";
import { canLimitFiles, limitFiles } from "../helpers/limitFiles.ts";
import { act } from "./deeds.ts";
import { differences, meanwhile, type World, world } from "./world.ts";

describe("the indexer, while its disk is full", () => {
  let there: World;
  let folder: string;

  before(async function () {
    this.timeout(300_000); // the whole story is played first
    if (!canLimitFiles()) this.skip();
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
