import { expect } from "chai";
import { pool as pools } from "#sdk";
import { getDocument, openUrls, publishDocument, publishUrls } from "#sdk/store/index.ts";
import { sendAsking, signAsking, verdict } from "./asking.ts";
import { DOCUMENT } from "./document.ts";
import { failure, storeWorld, type StoreWorld, URLS } from "./storeWorld.ts";

describe("A store whose chain is reorganized", () => {
  let world: StoreWorld;
  let store: Awaited<ReturnType<StoreWorld["start"]>>;

  before(async () => {
    world = await storeWorld();
    store = await world.start();
  });
  after(() => world.end());

  /** Plays something in blocks that are lost afterwards, and others in their place. */
  const inLostBlocks = async <T>(work: () => Promise<T>): Promise<T> => {
    const snapshot = await world.provider.send("evm_snapshot", []);
    const result = await work();
    await world.provider.send("evm_revert", [snapshot]);
    await world.provider.send("hardhat_mine", ["0x2"]);
    return result;
  };

  it("gives a key by the newest chain: not for a licence that was lost, again for a revocation that was", async () => {
    const { record, device } = await world.publish(store.as);
    const ask = async () =>
      verdict(
        await sendAsking(store.url, record.cid, await signAsking(store.url, { client: world.bob, cid: record.cid })),
      );
    const { contentTag, pool } = world;
    await inLostBlocks(async () => {
      await pools.buyLicence(world.bob, { pool });
      expect(await ask()).to.equal("200 released");
    });
    expect(await ask()).to.equal("403 NoAccess");
    const read = () => openUrls(store.as(world.consumer), { record, device });
    await inLostBlocks(async () => {
      await pools.revoke(world.alice, { pool, contentTag });
      expect((await failure(read())).code).to.equal("Revoked");
    });
    expect(await read()).to.deep.equal(URLS);
  });

  it("keeps documents and records of a dataset that was lost, and takes no new ones for it", async () => {
    const { device } = await world.publish(store.as);
    const document = { ...DOCUMENT, name: "Of a dataset that was lost" };
    const { cid, record, pool } = await inLostBlocks(async () => {
      const dataset = await world.launch();
      const { contribution } = await world.contribute(world.alice, dataset.pool, { kind: 1n });
      const published = await publishDocument(store.as(world.maker), { document, pool: dataset.pool });
      expect(published.role).to.equal("maker");
      const params = { urls: URLS, document: published.cid, pool: dataset.pool, ownerKey: device.publicKey };
      const { contentTag } = contribution;
      const made = await publishUrls(store.as(world.alice), { ...params, contentTag, mode: "store" });
      return { cid: published.cid, record: made, pool: dataset.pool };
    });
    expect(await getDocument(store.as(world.stranger), cid)).to.deep.equal(document);
    expect(await openUrls(store.as(world.alice), { record, device })).to.deep.equal(URLS); // her own stay hers
    const refused = await failure(publishDocument(store.as(world.maker), { document, pool }));
    expect(refused.code).to.equal("UnknownPool");
    expect(await failure(openUrls(store.as(world.bob), { record, device }))).to.include({ status: 503 });
  });
});
