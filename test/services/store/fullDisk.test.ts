import { join } from "node:path";
import { expect } from "chai";
import { getDocument, openUrls, publishDocument, publishUrls, searchDocuments } from "#sdk/store/index.ts";
import { canLimitFiles, limitFiles } from "../helpers/limitFiles.ts";
import { sendAsking, signAsking, verdict } from "./asking.ts";
import { DOCUMENT } from "./document.ts";
import { failure, storeWorld, type StoreWorld, URLS } from "./storeWorld.ts";

describe("A store whose disk is full", () => {
  let world: StoreWorld;
  let store: Awaited<ReturnType<StoreWorld["start"]>>;

  before(async function () {
    if (!canLimitFiles()) this.skip();
    world = await storeWorld();
    store = await world.start({ database: `sqlite:${join(world.folder, "full.sqlite")}` });
  });
  after(() => world?.end());

  it("takes nothing that it could not keep, goes on reading, and takes the same when there is room", async () => {
    const { record, document, device } = await world.publish(store.as);
    const other = { ...DOCUMENT, name: "Another name" };
    const { pool, contentTag } = world;
    const publish = () => publishDocument(store.as(world.maker), { document: other, pool });
    const hide = () =>
      publishUrls(store.as(world.alice), {
        urls: URLS.slice(1),
        document,
        pool,
        contentTag,
        ownerKey: device.publicKey,
        mode: "store",
      });
    await limitFiles(0, async () => {
      for (const write of [publish, hide]) {
        expect(await failure(write())).to.include({ status: 507, code: "NoRoom" });
      }
      expect(await getDocument(store.as(world.stranger), document)).to.deep.equal(DOCUMENT);
      expect(await searchDocuments(store.as(world.stranger), { text: "Another" })).to.deep.equal([]);
    });
    const { cid } = await publish();
    expect(await getDocument(store.as(world.stranger), cid)).to.deep.equal(other);
    const own = { record: await hide(), device };
    expect(await openUrls(store.as(world.alice), own)).to.deep.equal(URLS.slice(1));
    expect(await openUrls(store.as(world.consumer), { record, device })).to.deep.equal(URLS);
  });

  it("lets go of no key while it cannot remember that the request was answered, and answers it once after", async () => {
    const { record } = await world.publish(store.as);
    const asking = await signAsking(store.url, { client: world.consumer, cid: record.cid });
    const ask = async () => {
      const answer = await sendAsking(store.url, record.cid, asking);
      return [verdict(answer), "sealed" in answer.body];
    };
    expect(await limitFiles(0, ask)).to.deep.equal(["507 NoRoom", false]);
    expect(await ask()).to.deep.equal(["200 released", true]);
    expect(await ask()).to.deep.equal(["401 NonceUsed", false]);
  });
});
