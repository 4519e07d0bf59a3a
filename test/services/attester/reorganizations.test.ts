import { expect } from "chai";
import { id } from "ethers";
import { pool as pools } from "#sdk";
import { type AttestationError, attestRemotely, type RemoteAttestationParams } from "#sdk/attestation/index.ts";
import { contentTag } from "#sdk/data/contentTag.ts";
import {
  type AttesterWorld,
  attesterWorld,
  PROVIDER_SECRET,
  SECRET,
  type Started,
  weather,
} from "./helpers/attesterWorld.ts";

describe("attesters whose chain is reorganized", function () {
  this.timeout(120_000);
  let world: AttesterWorld;
  let services: Started[];

  before(async () => {
    world = await attesterWorld();
    services = await Promise.all([0, 1].map((index) => world.start(index)));
  });

  after(() => world.close());

  /** Attests, and gives what the device sent, to send it again when it would not: requests are good for minutes. */
  const recording = async (params: RemoteAttestationParams) => {
    const sent: (() => Promise<Response>)[] = [];
    const recorder: typeof fetch = (url, init) => {
      if (/\/contributions\b/.test(String(url)) && init?.method === "POST") sent.push(() => fetch(url, init));
      return fetch(url, init);
    };
    const signed = await attestRemotely(world.alice, { ...params, fetch: recorder });
    const again = async () =>
      Promise.all(sent.map(async (send) => ((await (await send()).json()) as { code?: string }).code ?? "answered"));
    return { signed, again };
  };

  it("sign no update of what was lost, and when it is back the same as before", async () => {
    const { pool } = await world.launch();
    const old = weather(0, 200);
    const first = await attestRemotely(world.alice, world.paramsOf(pool, old, services));
    const contributeFirst = () => pools.contribute(world.alice, { pool, ...first, set: world.set });
    const tag = contentTag(old.rows, old.fields, SECRET);
    const update = {
      ...world.paramsOf(pool, weather(100, 300), services),
      secret: id("update"),
      parent: { contentTag: tag, table: old, secret: PROVIDER_SECRET },
    };
    const snapshot = await world.provider.send("evm_snapshot", []);
    await contributeFirst();
    const { signed, again } = await recording(update);
    expect(await again()).to.deep.equal(["answered", "answered", "answered", "answered"]);
    await world.provider.send("evm_revert", [snapshot]);
    expect((await again()).filter((code) => code !== "answered")).to.deep.equal(["UnknownParent", "UnknownParent"]);
    await contributeFirst();
    expect(await attestRemotely(world.alice, update)).to.deep.equal(signed);
  });

  it("hold to what they said of a contribution in a pool that was lost and made again", async () => {
    const snapshot = await world.provider.send("evm_snapshot", []);
    const dataset = { symbol: "LOST", lockedUntil: 2_000_000_000n };
    const { pool } = await world.launch(dataset);
    const params = { ...world.paramsOf(pool, weather(300, 400), services), secret: id("of a lost pool") };
    const { signed } = await recording(params);
    await world.provider.send("evm_revert", [snapshot]);
    const fault = (await attestRemotely(world.alice, params).catch((error: unknown) => error)) as AttestationError;
    expect(fault.refusals.map(({ code }) => code)).to.deep.equal(["UnknownPool", "UnknownPool"]);
    expect((await world.launch(dataset)).pool).to.equal(pool);
    expect(await attestRemotely(world.alice, params)).to.deep.equal(signed);
  });
});
