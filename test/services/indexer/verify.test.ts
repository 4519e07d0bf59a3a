import { expect } from "chai";
import type { Database } from "../../../services/shared/database/index.ts";
import { verify } from "../../../services/indexer/verify/verify.ts";
import { follow, memory, STORY_TIMEOUT, type World, world } from "./world.ts";

describe("indexer verify", () => {
  let there: World;
  let database: Database;

  before(async function () {
    this.timeout(STORY_TIMEOUT);
    there = await world();
    database = await memory();
    await follow({ client: there.client, rpc: there.provider, database, window: 16 });
  });

  const verdict = () => verify({ client: there.client, rpc: there.provider, database, sample: 1_000 });

  it("finds the story's index to be what the chain tells and what every contract's views say", async () => {
    const { differences, views, tip } = await verdict();
    expect(differences).to.deep.equal([]);
    expect(views).to.be.greaterThan(250);
    expect(tip!.number).to.equal(await there.provider.getBlockNumber());
  });

  const TAMPERINGS = [
    ["an amount", "UPDATE indexer_balances SET amount = amount || '0' WHERE amount <> '0' AND rowid = 1", "balances"],
    ["a missing row", "DELETE FROM indexer_votes WHERE rowid = 1", "votes"],
    [
      "a row too many",
      "INSERT INTO indexer_activity (account, block, log_index, time) VALUES ('x', 1, 1, 1)",
      "activity",
    ],
    ["another head", "UPDATE indexer_tip SET hash = 'x'", "block"],
  ] as const;

  for (const [what, sql, where] of TAMPERINGS) {
    it(`names ${what}, and where`, async () => {
      await database.run("SAVEPOINT tampering");
      try {
        expect(await database.run(sql)).to.be.greaterThan(0);
        const { differences } = await verdict();
        expect(differences[0]!.where).to.contain(where);
        expect(differences[0]!.found).not.to.equal(differences[0]!.expected);
      } finally {
        await database.run("ROLLBACK TO tampering");
        await database.run("RELEASE tampering");
      }
    });
  }

  it("tells that nothing is indexed instead of calling nothing right", async () => {
    const empty = await memory();
    const { tip } = await verify({ client: there.client, rpc: there.provider, database: empty });
    expect(tip).to.equal(undefined);
  });
});
