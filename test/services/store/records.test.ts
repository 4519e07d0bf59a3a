import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { toUtf8Bytes } from "ethers";
import { signRequest } from "#sdk/auth/index.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import {
  allRecords,
  generateDeviceKeys,
  getRecord,
  listRecords,
  openOwnUrls,
  openUrls,
  publishUrls,
  withdrawRecord,
} from "#sdk/store/index.ts";
import { addressOf } from "../../fixtures/sdk.ts";
import { createRecord } from "../../../services/store/records/createRecord.ts";
import { listRecords as listRows } from "../../../services/store/records/readRecord.ts";
import { describeOnEach } from "../database/dialects.ts";
import { verdict } from "./asking.ts";
import { bareContext, OWNER, recordRequest } from "./bareContext.ts";
import { failure, storeWorld, type StoreWorld, URLS } from "./storeWorld.ts";

const SECRETS = ["hunter2", "secret-path", "files.example", "bafkreifile"];

describe("Records of a store", () => {
  let world: StoreWorld;
  before(async () => {
    world = await storeWorld();
  });
  after(() => world.end());

  describeOnEach("kept", (fresh) => {
    let store: Awaited<ReturnType<StoreWorld["start"]>>;
    before(async () => {
      store = await world.start({ database: await fresh(), quotas: { recordsPerOwner: 4 } });
    });

    it("tell everybody what they belong to, and nobody what they hold", async () => {
      const { record, document } = await world.publish(store.as);
      const owner = await addressOf(world.alice);
      const { pool, contentTag } = world;
      expect(record).to.include({ owner, document, pool, contentTag, mode: "store" });
      for (const filter of [{ document }, { pool }, { owner }, { owner, pool, document }]) {
        expect(await listRecords(store.as(world.stranger), filter)).to.deep.include(record);
      }
      expect(await listRecords(store.as(world.stranger), { owner: await addressOf(world.bob) })).to.be.empty;
      expect(await listRecords(store.as(world.stranger), { owner, before: record.cid })).to.be.empty;
      expect((await allRecords(store.as(world.stranger), { pool })).records).to.deep.include(record);
      expect(JSON.stringify(record)).not.to.match(new RegExp(SECRETS.join("|")));
    });

    it("have ciphertexts of one length for one short address and for ten", async () => {
      const lengths = await Promise.all(
        [["https://a.b/"], Array.from({ length: 10 }, (_, i) => `https://example.org/files/${i}.csv`)].map(
          async (urls) => {
            const { record } = await world.publish(store.as, "store", urls);
            return (await (await fetch(`${store.url}/blobs/${record.cid}`)).bytes()).length;
          },
        ),
      );
      expect(lengths).to.deep.equal([1_052, 1_052]); // 12 nonce, 1,024 text, 16 tag
    });

    it("are taken back by their owner alone, and do not return when the old request is sent again", async () => {
      const [record] = await listRecords(store.as(world.alice), { owner: await addressOf(world.alice) });
      expect((await failure(withdrawRecord(store.as(world.bob), record!.cid))).code).to.equal("NotYours");
      await withdrawRecord(store.as(world.alice), record!.cid);
      for (const path of [`/records/${record!.cid}`, `/blobs/${record!.cid}`]) {
        expect((await fetch(`${store.url}${path}`)).status).to.equal(410);
      }
      const again = openUrls(store.as(world.consumer), { record: record!, device: await generateDeviceKeys() });
      expect((await failure(again)).code).to.equal("Withdrawn");
    });

    it("are made by a signed request, once however often it comes, and never after they were withdrawn", async () => {
      const { document } = await world.publish(store.as);
      const { publicKey: ownerKey } = await generateDeviceKeys();
      const { pool, contentTag } = world;
      const salt = `0x${"11".repeat(16)}`;
      const text = JSON.stringify({ mode: "store", document, pool, contentTag, urls: URLS, ownerKey, salt });
      const url = `${store.url}/records`;
      const signed = { chainId: world.bob.chainId, url, method: "POST", body: toUtf8Bytes(text) };
      const authorization = await signRequest(signerOf(world.bob), signed);
      const post = async (headers: Record<string, string>, body = text) => {
        const init = { method: "POST", body, headers: { "content-type": "application/json", ...headers } };
        const response = await fetch(url, init);
        return { status: response.status, body: (await response.json()) as Record<string, unknown> };
      };
      const first = await post({ authorization });
      expect(first.status).to.equal(201);
      const more = await Promise.all([1, 2, 3].map(() => post({ authorization })));
      expect(more.map(({ body }) => body.cid)).to.deep.equal(Array(3).fill(first.body.cid));
      expect(verdict(await post({}))).to.equal("401 NotSigned");
      expect(verdict(await post({ authorization }, text.replace("hunter2", "hunter3")))).to.equal("401 NotYours");
      await withdrawRecord(store.as(world.bob), String(first.body.cid));
      expect(verdict(await post({ authorization }))).to.equal("410 Withdrawn");
    });

    it("hold addresses of files elsewhere, and the store goes to none of them", async () => {
      let visits = 0;
      const trap = createServer((_, response) => {
        visits++;
        response.end();
      });
      await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
      const { port } = trap.address() as AddressInfo;
      const urls = [`http://127.0.0.1:${port}/latest/meta-data`, "http://[::1]/", "ipfs://../../etc/passwd"];
      const { record, device } = await world.publish(store.as, "store", urls);
      expect(await openOwnUrls(store.as(world.alice), { record, device })).to.deep.equal(urls);
      trap.close();
      expect(visits).to.equal(0);
      for (const url of [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "/etc/passwd",
        "https://a b",
        "",
      ]) {
        const refused = await failure(world.publish(store.as, "store", [url]));
        expect(refused.code, url).to.equal("InvalidRequest");
        expect((await failure(world.publish(store.as, "owner", [url]))).code, url).to.equal("BadUrls");
      }
    });

    it("belong to a document that is there", async () => {
      const { publicKey: ownerKey } = await generateDeviceKeys();
      const document = "bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
      const { pool, contentTag } = world;
      const params = { urls: URLS, document, pool, contentTag, ownerKey, mode: "store" } as const;
      expect((await failure(publishUrls(store.as(world.bob), params))).code).to.equal("UnknownDocument");
    });

    it("are at most four of one owner, withdrawn ones aside", async () => {
      const mine = () => listRecords(store.as(world.alice), { pool: world.pool });
      const owner = await addressOf(world.alice);
      const count = (await mine()).filter((record) => record.owner === owner).length;
      for (let left = 4 - count; left > 0; left--) await world.publish(store.as);
      expect((await failure(world.publish(store.as))).code).to.equal("QuotaReached");
      const [one] = await listRecords(store.as(world.alice), { owner });
      await withdrawRecord(store.as(world.alice), one!.cid);
      await world.publish(store.as);
    });

    it("are told a hundred at once, and those behind one of them in another go", async () => {
      const url = await fresh();
      const { database, ...context } = await bareContext(
        url,
        join(world.folder, `many-${url.replace(/\W/g, "")}.json`),
      );
      const { publicKey } = await generateDeviceKeys();
      const many = { ...context, database, quotas: { ...context.quotas, recordsPerOwner: 101 } };
      for (let count = 0; count < 101; count++) {
        const { request, body } = recordRequest(publicKey);
        await createRecord({ ...many, now: () => 1_800_000_000 + Math.floor(count / 3) }, OWNER, request, body);
      }
      const newest = await listRows(database, { owner: OWNER });
      expect(newest).to.have.length(100);
      const rest = await listRows(database, { owner: OWNER, before: newest.at(-1)!.cid });
      expect(new Set([...newest, ...rest].map(({ cid }) => cid))).to.have.length(101);
      const behindTen = await listRows(database, { owner: OWNER, before: newest[9]!.cid });
      expect(behindTen).to.deep.equal([...newest.slice(10), ...rest]);
      const nowhere = { before: "bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };
      expect((await failure(listRows(database, nowhere))).code).to.equal("NoSuchRecord");
      await database.close();
    });

    it("leave nothing behind when there is no room for them, however many come at once", async () => {
      const url = await fresh();
      const context = await bareContext(url, join(world.folder, `room-${url.replace(/\W/g, "")}.json`));
      const { publicKey } = await generateDeviceKeys();
      const one = { ...context, quotas: { ...context.quotas, recordsPerOwner: 1 } };
      const create = () => {
        const { request, body } = recordRequest(publicKey);
        return createRecord(one, OWNER, request, body);
      };
      const results = await Promise.allSettled([1, 2, 3].map(create));
      expect(results.filter(({ status }) => status === "fulfilled")).to.have.length(1);
      expect((await failure(create())).code).to.equal("QuotaReached");
      expect(await context.database.query("SELECT cid FROM store_blobs")).to.have.length(1);
      await context.database.close();
    });

    it("name a fault of a request by its field", async () => {
      const body = toUtf8Bytes(JSON.stringify({ mode: "store", urls: [], pool: "0x12" }));
      const url = `${store.url}/records`;
      const authorization = await signRequest(signerOf(world.bob), { chainId: 31_337n, url, method: "POST", body });
      const headers = { "content-type": "application/json", authorization };
      const init = { method: "POST", body: body as Uint8Array<ArrayBuffer>, headers };
      const problem = (await (await fetch(url, init)).json()) as { issues: { pointer: string }[] };
      const pointers = problem.issues.map(({ pointer }) => pointer);
      expect(pointers).to.include.members(["/document", "/pool", "/contentTag", "/urls", "/ownerKey", "/salt"]);
    });
  });

  it("give a thief of the database no address and no key, in either mode, and the logs neither", async () => {
    const folder = join(world.folder, "stolen");
    mkdirSync(folder);
    const store = await world.start({ database: `sqlite:${join(folder, "store.db")}` });
    const { record } = await world.publish(store.as, "store");
    await world.publish(store.as, "owner");
    await withdrawRecord(store.as(world.alice), record.cid);
    await world.publish(store.as, "store");
    const stolen = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
    expect(stolen.join("").length).to.be.greaterThan(10_000);
    for (const text of [...stolen, world.lines.join("")]) {
      for (const secret of SECRETS) expect(text.includes(secret), secret).to.equal(false);
    }
    expect(world.lines.join("")).to.contain("/records");
  });

  it("are lost to whoever swaps their rows or their ciphertexts", async () => {
    const store = await world.start();
    const [one, other] = [await world.publish(store.as), await world.publish(store.as)];
    const swapped = { ...one.record, ownerSeal: other.record.ownerSeal };
    const own = openOwnUrls(store.as(world.alice), { record: swapped, device: one.device });
    expect((await failure(own)).code).to.equal("NotSealedForThis");
    const liar = store.as(world.alice);
    const redirect: typeof fetch = (input, init) =>
      fetch(String(input).replace(one.record.cid, other.record.cid), init);
    const wrong = openOwnUrls({ ...liar, fetch: redirect }, one);
    expect((await failure(wrong)).code).to.equal("WrongContent");
    expect(await getRecord(liar, one.record.cid)).to.deep.equal(one.record);
  });
});
