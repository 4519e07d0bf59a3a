import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { generateDeviceKeys, openUrls } from "#sdk/store/index.ts";
import { openDatabase } from "../../../services/shared/database/index.ts";
import { rotateKeys } from "../../../services/store/keys/rotateKeys.ts";
import { readKeyFile } from "../../../services/store/keys/keyFile.ts";
import { STORE_TABLES } from "../../../services/store/tables.ts";
import { describeOnEach } from "../database/dialects.ts";
import { failure, storeWorld, type StoreWorld, URLS } from "./storeWorld.ts";

describe("Keys of a store", () => {
  let world: StoreWorld;
  before(async () => {
    world = await storeWorld();
  });
  after(() => world.end());

  describeOnEach("rotated while it runs", (fresh) => {
    it("seal all records anew, destroy the old key, and touch no ciphertext", async () => {
      const database = (await fresh()).replace(":memory:", join(world.folder, "rotated.db"));
      const keyFile = join(world.folder, `rotated-${database.slice(0, 6)}.json`);
      const store = await world.start({ database, keyFile });
      const before = await world.publish(store.as);
      const bytes = async () => (await fetch(`${store.url}/blobs/${before.record.cid}`)).bytes();
      const ciphertext = await bytes();
      const old = readKeyFile(keyFile)!.keys[0]!;

      const beside = await openDatabase(database, STORE_TABLES);
      const { from, to, resealed } = await rotateKeys(beside, keyFile, 1);
      expect({ from, resealed }).to.deep.equal({ from: [old.id], resealed: 1 });
      expect(readFileSync(keyFile, "utf8")).not.to.contain(old.privateKey.slice(2));
      expect(readKeyFile(keyFile)!.keys.map(({ id }) => id)).to.deep.equal([to]);

      const after = await world.publish(store.as);
      const reader = { device: await generateDeviceKeys() };
      for (const { record } of [before, after]) {
        expect(await openUrls(store.as(world.consumer), { ...reader, record })).to.deep.equal(URLS);
      }
      expect(await bytes()).to.deep.equal(ciphertext);
      const keys = await beside.query<{ store_key: string }>("SELECT DISTINCT store_key FROM store_records");
      expect(keys.map(({ store_key: id }) => id)).to.deep.equal([to]);
      await beside.close();
    });

    it("survive publishing and reading at the same time", async () => {
      const database = (await fresh()).replace(":memory:", join(world.folder, "busy.db"));
      const keyFile = join(world.folder, `busy-${database.slice(0, 6)}.json`);
      const store = await world.start({ database, keyFile });
      const beside = await openDatabase(database, STORE_TABLES);
      const { record } = await world.publish(store.as);
      const device = await generateDeviceKeys();
      const rotations = (async () => {
        for (let count = 0; count < 5; count++) await rotateKeys(beside, keyFile, count);
      })();
      const made = await Promise.all([1, 2, 3, 4].map(() => world.publish(store.as)));
      await rotations;
      for (const one of [record, ...made.map((published) => published.record)]) {
        expect(await openUrls(store.as(world.consumer), { record: one, device })).to.deep.equal(URLS);
      }
      await beside.close();
    });
  });

  it("are made for their owner's eyes where there is no file, and used again", async () => {
    const keyFile = join(world.folder, "made.json");
    const database = `sqlite:${join(world.folder, "made.db")}`;
    const first = await world.start({ keyFile, database });
    const { record } = await world.publish(first.as);
    await first.stop();
    expect(statSync(keyFile).mode & 0o777).to.equal(0o600);
    const second = await world.start({ keyFile, database });
    const device = await generateDeviceKeys();
    expect(await openUrls(second.as(world.consumer), { record, device })).to.deep.equal(URLS);
  });

  it("are never replaced: a damaged, cut or exposed file stops the store and stays as it is", async () => {
    const keyFile = join(world.folder, "damaged.json");
    await (await world.start({ keyFile })).stop();
    const whole = readFileSync(keyFile, "utf8");
    for (const text of ["", "{", whole.slice(0, -20), "[]", whole.replace('"version": 1', '"version": 2')]) {
      writeFileSync(keyFile, text);
      expect((await failure(world.start({ keyFile }))).code, text).to.equal("Corrupt");
      expect(readFileSync(keyFile, "utf8")).to.equal(text);
    }
    writeFileSync(keyFile, whole);
    chmodSync(keyFile, 0o640);
    expect((await failure(world.start({ keyFile }))).code).to.equal("Exposed");
    chmodSync(keyFile, 0o600);
    await (await world.start({ keyFile })).stop();
  });

  it("are not written where they cannot be, nor read from what is no file", async () => {
    const keyFile = join(world.folder, "no", "such", "folder.json");
    expect((await failure(world.start({ keyFile }))).code).to.equal("Unwritable");
    expect(existsSync(keyFile)).to.equal(false);
    chmodSync(world.folder, 0o700);
    expect((await failure(world.start({ keyFile: world.folder }))).code).to.equal("Unreadable");
  });

  it("of another store do not start this one", async () => {
    const database = `sqlite:${join(world.folder, "mine.db")}`;
    const store = await world.start({ database, keyFile: join(world.folder, "mine.json") });
    await world.publish(store.as);
    await store.stop();
    const other = join(world.folder, "other.json");
    await (await world.start({ keyFile: other })).stop();
    expect((await failure(world.start({ database, keyFile: other }))).code).to.equal("KeysMissing");
    const beside = await openDatabase(database, STORE_TABLES);
    expect((await failure(rotateKeys(beside, other, 1))).code).to.equal("KeysMissing");
    await beside.close();
  });
});
