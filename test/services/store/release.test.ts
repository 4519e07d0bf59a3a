import { expect } from "chai";
import { generateDeviceKeys, openOwnUrls, openUrls } from "#sdk/store/index.ts";
import { describeOnEach } from "../database/dialects.ts";
import { storeWorld, type StoreWorld, URLS } from "./storeWorld.ts";

describeOnEach("Release of a key", (fresh) => {
  let world: StoreWorld;
  let store: Awaited<ReturnType<StoreWorld["start"]>>;
  before(async () => {
    world = await storeWorld();
    store = await world.start({ database: await fresh() });
  });
  after(() => world.end());

  it("gives the addresses to a licence holder and to the owner, each on a device of theirs", async () => {
    const { record, device } = await world.publish(store.as);
    const reader = await generateDeviceKeys();
    expect(await openUrls(store.as(world.consumer), { record, device: reader })).to.deep.equal(URLS);
    expect(await openUrls(store.as(world.alice), { record, device: reader })).to.deep.equal(URLS);
    expect(await openOwnUrls(store.as(world.alice), { record, device })).to.deep.equal(URLS);
  });
});
