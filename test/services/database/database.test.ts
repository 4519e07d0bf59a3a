import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import {
  type Database,
  DatabaseError,
  type Migrations,
  openDatabase,
} from "../../../services/shared/database/index.ts";
import { describeOnEach } from "./dialects.ts";

const TABLES: Migrations = {
  name: "test",
  steps: [
    "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE, bytes BLOB)",
    { sqlite: "CREATE TABLE counts (n INTEGER)", postgres: "CREATE TABLE counts (n BIGINT)" },
  ],
};

const CHILD = fileURLToPath(new URL("transfers.ts", import.meta.url));

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "none";
  } catch (error) {
    expect(error).to.be.instanceOf(DatabaseError);
    return (error as DatabaseError).code;
  }
}

describeOnEach("A database", (fresh) => {
  let database: Database;
  before(async () => {
    database = await openDatabase(await fresh(), TABLES);
  });
  beforeEach(async () => {
    await database.script("DELETE FROM things; DELETE FROM counts; INSERT INTO counts VALUES (0)");
  });
  after(() => database.close());

  const count = async () => (await database.query<{ n: number }>("SELECT count(*) AS n FROM things"))[0]!.n;

  it("gives back what it was given, of each kind", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const name = `what's "this"? 'a' ? ünï 🐧`;
    expect(await database.run("INSERT INTO things VALUES (?, ?, ?)", [2n ** 53n - 1n, name, bytes])).to.equal(1);
    const [row] = await database.query<{ id: number; name: string; bytes: Uint8Array }>("SELECT * FROM things");
    expect([row!.id, row!.name]).to.deep.equal([2 ** 53 - 1, name]);
    expect(Uint8Array.from(row!.bytes)).to.deep.equal(bytes);
    await database.run("UPDATE things SET name = ?, bytes = ?", [null, null]);
    const [empty] = await database.query<{ name: null; bytes: null }>("SELECT name, bytes FROM things");
    expect([empty!.name, empty!.bytes]).to.deep.equal([null, null]);
  });

  it("gives no number that it cannot give exactly", async () => {
    await database.run("INSERT INTO things VALUES (?, NULL, NULL)", [2n ** 53n]);
    expect(await codeOf(database.query("SELECT id FROM things"))).to.equal("Failed");
  });

  it("takes no question mark in quotes for a place, and no parameter for SQL", async () => {
    const [row] = await database.query<{ a: string; b: string }>(`SELECT '?' AS a, ? AS "b"`, [
      "'; DROP TABLE things; --",
    ]);
    expect([row!.a, row!.b]).to.deep.equal(["?", "'; DROP TABLE things; --"]);
    expect(await count()).to.equal(0);
  });

  it("tells how many rows a statement changed", async () => {
    await database.script(
      "INSERT INTO things (id, name) VALUES (1, 'a'); INSERT INTO things (id, name) VALUES (2, 'b')",
    );
    expect(await database.run("UPDATE things SET name = name || '!'")).to.equal(2);
    expect(await database.run("DELETE FROM things WHERE id = ?", [3])).to.equal(0);
  });

  it("tells a second of one name from other faults", async () => {
    const insert = (id: number, name: string) =>
      database.run("INSERT INTO things (id, name) VALUES (?, ?)", [id, name]);
    await insert(1, "a");
    expect(await codeOf(insert(1, "b"))).to.equal("Duplicate");
    expect(await codeOf(insert(2, "a"))).to.equal("Duplicate");
    expect(await codeOf(database.run("NONSENSE"))).to.equal("Failed");
    expect(await count()).to.equal(1);
  });

  it("does all of a transaction or nothing", async () => {
    const insert = "INSERT INTO things (id, name) VALUES (?, ?)";
    const failing = database.transaction(async ({ run }) => {
      await run(insert, [1, "a"]);
      throw new RangeError("no");
    });
    expect(await failing.catch((error: Error) => error.message)).to.equal("no");
    const duplicate = database.transaction(async ({ run }) => {
      await run(insert, [1, "a"]);
      await run(insert, [2, "a"]);
    });
    expect(await codeOf(duplicate)).to.equal("Duplicate");
    expect(await count()).to.equal(0);
    expect(await database.transaction(async ({ run }) => run(insert, [1, "a"]))).to.equal(1);
    expect(await count()).to.equal(1);
  });

  it("keeps transactions apart that run at the same time", async () => {
    const add = () =>
      database.transaction(async ({ query, run }) => {
        const [row] = await query<{ n: number }>("SELECT n FROM counts");
        await new Promise((resolve) => setImmediate(resolve));
        await run("UPDATE counts SET n = ?", [row!.n + 1]);
      });
    await Promise.all(Array.from({ length: 5 }, add));
    expect((await database.query<{ n: number }>("SELECT n FROM counts"))[0]!.n).to.equal(5);
  });

  it("shows nobody what a transaction has not finished", async () => {
    let half = () => {};
    const seen = new Promise<void>((resolve) => (half = resolve)).then(count);
    await database.transaction(async ({ run }) => {
      await run("INSERT INTO things (id) VALUES (1)");
      half();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await run("DELETE FROM things");
    });
    expect(await seen).to.equal(0);
  });

  it("makes its tables once, and says when they are another program's", async () => {
    const url = await fresh();
    if (url.startsWith("sqlite")) return; // an empty one each time: see below
    const open = (migrations: Migrations) => openDatabase(url, migrations);
    const opened = await Promise.all([1, 2, 3].map(() => open(TABLES)));
    await Promise.all(opened.map((one) => one.close()));
    const longer = await open({ ...TABLES, steps: [...TABLES.steps, "CREATE TABLE more (id INTEGER)"] });
    await longer.query("SELECT * FROM more");
    await longer.close();
    expect(await codeOf(open(TABLES))).to.equal("Outdated");
    const beside = await open({ name: "other", steps: ["CREATE TABLE other (id INTEGER)"] });
    await beside.close();
  });
});

describe("A database in a file", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "datawell-database-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const urlOf = (name: string) => `sqlite:${join(folder, name)}`;

  it("makes its tables once, all steps or none, and says when they are another program's", async () => {
    const open = (migrations: Migrations) => openDatabase(urlOf("steps.db"), migrations);
    const broken = { ...TABLES, steps: [...TABLES.steps, "CREATE TABLE half (id INTEGER); NONSENSE"] };
    expect(await codeOf(open(broken))).to.equal("Failed");
    const two = await Promise.all([open(TABLES), open(TABLES)]);
    expect(await codeOf(two[0].query("SELECT * FROM half"))).to.equal("Failed");
    await Promise.all(two.map((one) => one.close()));
    const changed = { ...TABLES, steps: ["CREATE TABLE things (id TEXT)", TABLES.steps[1]!] };
    expect(await codeOf(open(changed))).to.equal("Outdated");
    expect(await codeOf(open({ ...TABLES, steps: [TABLES.steps[0]!] }))).to.equal("Outdated");
  });

  it("refuses a transaction that speaks past its own queries, instead of waiting for itself", async () => {
    const database = await openDatabase(urlOf("misuse.db"), TABLES);
    expect(await codeOf(database.transaction(() => database.run("DELETE FROM things")))).to.equal("Misused");
    expect(await codeOf(database.transaction(() => database.transaction(async () => 1)))).to.equal("Misused");
    expect(await database.query("SELECT * FROM things")).to.deep.equal([]);
    await database.close();
    await database.close();
  });

  it("says that a file is no database, or cannot be opened", async () => {
    writeFileSync(join(folder, "text.db"), "no database at all, but long enough to be read as one".repeat(100));
    expect(await codeOf(openDatabase(urlOf("text.db"), TABLES))).to.equal("Corrupt");
    expect(await codeOf(openDatabase(urlOf("no/such/folder.db")))).to.equal("Unreachable");
    expect(await codeOf(openDatabase("mysql://localhost/x"))).to.equal("Unreachable");
  });

  it("has changed nothing when the disk is full", async () => {
    const database = await openDatabase(urlOf("full.db"), TABLES);
    await database.query("PRAGMA max_page_count = 20");
    const big = new Uint8Array(10_000);
    const fill = database.transaction(async ({ run }) => {
      for (let id = 0; id < 100; id++) await run("INSERT INTO things (id, bytes) VALUES (?, ?)", [id, big]);
    });
    expect(await codeOf(fill)).to.equal("Full");
    expect(await database.query("SELECT * FROM things")).to.deep.equal([]);
    await database.run("INSERT INTO things (id) VALUES (1)");
    await database.close();
  });

  it("has whole transactions and no half one after a kill, and each that was told of", async () => {
    const url = urlOf("killed.db");
    const child = spawn("tsx", [CHILD, url], { stdio: ["ignore", "pipe", "inherit"], detached: true });
    let told = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      told = Number(line);
      if (told === 40) process.kill(-child.pid!, "SIGKILL");
    }
    expect(existsSync(url.slice("sqlite:".length))).to.equal(true);
    const database = await openDatabase(url);
    const [row] = await database.query<{ a: number; b: number }>("SELECT a, b FROM balances");
    expect(row!.a + row!.b).to.equal(1_000_000);
    expect(row!.b).to.be.at.least(told);
    await database.close();
  }).timeout(30_000);
});

describe("A Postgres server", () => {
  it("that is away is unreachable, and its password is in no message", async () => {
    const database = await openDatabase("postgres://me:s3cret@127.0.0.1:9/none");
    const error = await database.query("SELECT 1").catch((failure: DatabaseError) => failure);
    expect(error).to.be.instanceOf(DatabaseError).and.to.include({ code: "Unreachable" });
    expect((error as DatabaseError).message).not.to.contain("s3cret");
    expect(await codeOf(database.transaction(async () => 1))).to.equal("Unreachable");
    await database.close();
  });
});
