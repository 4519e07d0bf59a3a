import { expect } from "chai";
import { databaseJournal } from "../../../services/attester/journal/databaseJournal.ts";
import { MIGRATIONS } from "../../../services/attester/migrations.ts";
import { type Database, openDatabase } from "../../../services/shared/database/index.ts";

const ENTRY = { attester: "0xA", chainId: "1", pool: "0xB", contribution: "0xC", quality: "8000", novelty: "0" };

describe("an attester's journal in a database", () => {
  let database: Database;

  beforeEach(async () => {
    database = await openDatabase("sqlite::memory:", MIGRATIONS);
  });

  afterEach(() => database.close());

  it("keeps the first entry of a subject, whoever writes at once", async () => {
    const journal = databaseJournal(database);
    expect(await journal.recall(ENTRY)).to.equal(undefined);
    const [one, two] = await Promise.all([journal.fix(ENTRY), journal.fix({ ...ENTRY, quality: "9000" })]);
    expect(one).to.deep.equal(ENTRY);
    expect(two).to.deep.equal(ENTRY);
    expect(await journal.recall(ENTRY)).to.deep.equal(ENTRY);
  });

  it("keeps apart attesters, chains, pools and contributions", async () => {
    const journal = databaseJournal(database);
    await journal.fix(ENTRY);
    for (const key of ["attester", "chainId", "pool", "contribution"] as const) {
      const other = { ...ENTRY, [key]: "other", novelty: "1" };
      expect(await journal.fix(other), key).to.deep.equal(other);
    }
  });
});
