import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { openSealed } from "#sdk/store/hpke.ts";
import { type DeviceKeys, generateDeviceKeys } from "#sdk/store/index.ts";
import { keyAad } from "#sdk/store/RecordBinding.ts";
import { cidOf, decryptUrls } from "#sdk/store/sealUrls.ts";
import type { Database, Queries } from "../../../services/shared/database/index.ts";
import { readKeyFile } from "../../../services/store/keys/keyFile.ts";
import { rotateKeys } from "../../../services/store/keys/rotateKeys.ts";
import { createRecord } from "../../../services/store/records/createRecord.ts";
import { type RecordRow, toBinding } from "../../../services/store/records/RecordRow.ts";
import { withdrawRecord } from "../../../services/store/records/withdrawRecord.ts";
import { bareContext, contextOn, OWNER, recordRequest } from "./bareContext.ts";
import { failure } from "./storeWorld.ts";

const WRITER = fileURLToPath(new URL("writer.ts", import.meta.url));
const DEEP = process.env.TEST_EFFORT === "deep";

/** A database that breaks at one of its writes, before or after it is done. */
function breakingAt(database: Database, write: number, when: "before" | "after"): Database {
  let count = 0;
  const breaking = (queries: Queries): Queries => ({
    ...queries,
    run: async (sql, params) => {
      const isIt = ++count === write;
      if (isIt && when === "before") throw new Error("crash");
      const changed = await queries.run(sql, params);
      if (isIt) throw new Error("crash");
      return changed;
    },
  });
  return {
    ...database,
    ...breaking(database),
    transaction: (work) => database.transaction((queries) => work(breaking(queries))),
  };
}

describe("A store that crashes", () => {
  let folder: string;
  let device: DeviceKeys;
  let serial = 0;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "datawell-crash-"));
    device = await generateDeviceKeys();
    serial++;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const paths = () => ({ url: `sqlite:${join(folder, `store-${serial}.db`)}`, keyFile: join(folder, "keys.json") });

  /** Every record can be opened by its owner and by the store, or is withdrawn and has no key at all. */
  async function expectWhole(database: Database, keyFile: string): Promise<RecordRow[]> {
    const [check] = await database.query<{ integrity_check: string }>("PRAGMA integrity_check");
    expect(check!.integrity_check).to.equal("ok");
    const rows = await database.query<RecordRow>("SELECT * FROM store_records");
    for (const row of rows) {
      if (row.withdrawn_at === null) await expectOpens(database, row, keyFile);
      else expect([row.owner_seal, row.store_seal, row.store_key]).to.deep.equal([null, null, null]);
    }
    return [...rows];
  }

  async function expectOpens(database: Database, row: RecordRow, keyFile: string): Promise<void> {
    const aad = keyAad(toBinding(row), row.cid);
    const key = await openSealed(device, row.owner_seal!, { purpose: "owner", aad });
    const own = readKeyFile(keyFile)!.keys.find(({ id }) => id === row.store_key)!;
    expect(await openSealed(own, row.store_seal!, { purpose: "store", aad })).to.deep.equal(key);
    const [blob] = await database.query<{ bytes: Uint8Array }>("SELECT bytes FROM store_blobs WHERE cid = ?", [
      row.cid,
    ]);
    expect(cidOf(blob!.bytes)).to.equal(row.cid);
    expect(decryptUrls({ ciphertext: blob!.bytes, key }, toBinding(row))).to.have.length(1);
  }

  it("at any write of a new record has all of it or nothing, and the same request makes it whole", async () => {
    const { url, keyFile } = paths();
    const { database, ring } = await bareContext(url, keyFile);
    for (const when of ["before", "after"] as const) {
      for (let write = 1; write <= 2; write++) {
        const { request, body } = recordRequest(device.publicKey);
        const before = (await expectWhole(database, keyFile)).length;
        const broken = contextOn(breakingAt(database, write, when), ring);
        expect((await failure(createRecord(broken, OWNER, request, body))).message).to.equal("crash");
        expect(await expectWhole(database, keyFile)).to.have.length(before);
        const made = await createRecord(contextOn(database, ring), OWNER, request, body);
        expect(await createRecord(contextOn(database, ring), OWNER, request, body)).to.deep.equal(made);
        expect(await expectWhole(database, keyFile)).to.have.length(before + 1);
      }
    }
    await database.close();
  });

  it("at any write of a withdrawal has kept the record or forgotten its keys", async () => {
    const { url, keyFile } = paths();
    const { database, ring } = await bareContext(url, keyFile);
    for (let write = 1; write <= 3; write++) {
      const { request, body } = recordRequest(device.publicKey);
      const { cid } = await createRecord(contextOn(database, ring), OWNER, request, body);
      await failure(withdrawRecord(contextOn(breakingAt(database, write, "before"), ring), OWNER, cid));
      const row = (await expectWhole(database, keyFile)).find((one) => one.cid === cid)!;
      expect(row.withdrawn_at === null).to.equal(write <= 2);
      if (row.withdrawn_at === null) continue;
      const replayed = await failure(createRecord(contextOn(database, ring), OWNER, request, body));
      expect(replayed.code).to.equal("Withdrawn");
    }
    await database.close();
  });

  it("at any write of a rotation goes on when it is rotated again", async () => {
    const { url, keyFile } = paths();
    const context = await bareContext(url, keyFile);
    for (let count = 0; count < 3; count++) {
      const { request, body } = recordRequest(device.publicKey);
      await createRecord(context, OWNER, request, body);
    }
    for (let write = 1; write <= 6; write++) {
      const { id: before } = readKeyFile(keyFile)!.keys.at(-1)!;
      await failure(rotateKeys(breakingAt(context.database, write, "before"), keyFile, write));
      await expectWhole(context.database, keyFile);
      const { to } = await rotateKeys(context.database, keyFile, write);
      expect(to).not.to.equal(before);
      expect(readKeyFile(keyFile)!.keys.map(({ id }) => id)).to.deep.equal([to]);
      await expectWhole(context.database, keyFile);
    }
    await context.database.close();
  });

  /** Runs the writer until it has told so many things, kills it, and answers what it told. */
  async function killAfter(what: string, lines: number): Promise<readonly string[]> {
    const { url, keyFile } = paths();
    const writer: ChildProcess = spawn("tsx", [WRITER, what, url, keyFile, device.publicKey], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    const told: string[] = [];
    for await (const line of createInterface({ input: writer.stdout! })) {
      told.push(line);
      if (told.length === lines) process.kill(-writer.pid!, "SIGKILL");
    }
    return told;
  }

  it("by a kill has everything that it told of, and nothing half", async () => {
    const { url, keyFile } = paths();
    for (const lines of DEEP ? [1, 2, 3, 5, 8, 13, 21, 34, 55, 89] : [7]) {
      const told = await killAfter("records", lines);
      const { database } = await bareContext(url, keyFile);
      const rows = new Map((await expectWhole(database, keyFile)).map((row) => [row.cid, row]));
      for (const line of told) {
        const [deed, cid = ""] = line.split(" ");
        expect(rows.get(cid), line).not.to.equal(undefined);
        if (deed === "withdrawn") expect(rows.get(cid)!.withdrawn_at).not.to.equal(null);
      }
      await database.close();
    }
  }).timeout(120_000);

  it("by a kill in the middle of rotations loses no key", async () => {
    const { url, keyFile } = paths();
    const context = await bareContext(url, keyFile);
    for (let count = 0; count < 20; count++) {
      const { request, body } = recordRequest(device.publicKey);
      await createRecord(context, OWNER, request, body);
    }
    for (const lines of DEEP ? [1, 2, 3, 5, 8, 13] : [3]) {
      await killAfter("rotation", lines);
      await expectWhole(context.database, keyFile);
      await rotateKeys(context.database, keyFile, 0);
      expect(await expectWhole(context.database, keyFile)).to.have.length(20);
      expect(readKeyFile(keyFile)!.keys).to.have.length(1);
    }
    await context.database.close();
  }).timeout(120_000);

  it("keeps what it has when the disk is full, and says so", async () => {
    const { url, keyFile } = paths();
    const context = await bareContext(url, keyFile);
    const [pages] = await context.database.query<{ page_count: number }>("PRAGMA page_count");
    await context.database.query(`PRAGMA max_page_count = ${pages!.page_count + 2}`);
    const put = async () => {
      const { request, body } = recordRequest(device.publicKey);
      return createRecord(context, OWNER, request, body);
    };
    let made = 0;
    const full = await failure(
      (async () => {
        for (; made < 1_000; made++) await put();
      })(),
    );
    expect(full.code).to.equal("Full");
    expect(await expectWhole(context.database, keyFile)).to.have.length(made);
    await context.database.query("PRAGMA max_page_count = 100000");
    await put();
    expect(await expectWhole(context.database, keyFile)).to.have.length(made + 1);
    await context.database.close();
  });
});
