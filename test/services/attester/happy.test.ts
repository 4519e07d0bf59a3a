import { expect } from "chai";
import { pool } from "#sdk";
import { contentRoot } from "#sdk/data/contentRoot.ts";
import { contentTag } from "#sdk/data/contentTag.ts";
import { sketchOf } from "#sdk/data/sketchOf.ts";
import { attestRemotely } from "#sdk/attestation/index.ts";
import {
  type AttesterWorld,
  attesterWorld,
  PROVIDER_SECRET,
  SECRET,
  type Started,
  weather,
} from "./helpers/attesterWorld.ts";

describe("attesters as services", function () {
  this.timeout(120_000);
  let world: AttesterWorld;
  let services: Started[];
  let dataset: Awaited<ReturnType<AttesterWorld["launch"]>>;

  before(async () => {
    world = await attesterWorld();
    services = await Promise.all([0, 1, 2].map((index) => world.start(index)));
    dataset = await world.launch();
  });

  after(() => world.close());

  it("attest records that they never get, and the pool accepts the contribution", async () => {
    const table = weather(0, 500);
    const found = await attestRemotely(world.alice, world.paramsOf(dataset.pool, table, services));
    expect(found.signatures).to.have.length(2);
    expect(found.refusals).to.deep.equal([]);
    expect(found.contribution).to.include({
      contentTag: contentTag(table.rows, table.fields, SECRET),
      sketch: sketchOf(table.rows, table.fields, SECRET),
      contentRoot: contentRoot(table.rows, PROVIDER_SECRET),
    });
    const { result } = await pool.contribute(world.alice, { pool: dataset.pool, ...found, set: world.set });
    expect(result.contentTag).to.equal(found.contribution.contentTag);
    expect(result.quality).to.equal(found.assessment.quality);
    expect(result.reward > 0n).to.equal(true);
  });
});
