import { expect } from "chai";
import { compute } from "#sdk";
import { settlementOf } from "#sdk/actions/compute/settlementOf.ts";
import { type CoordinatorApi, CoordinatorError, documentDigest, type InputMessage } from "#sdk/rounds/index.ts";
import { openLedgerDatabase } from "../../../services/device/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { DAY, sdkWorld } from "../../fixtures/sdk.ts";
import { createCohort, deviceOf, openJob, turns, type World } from "./helpers/createCohort.ts";

const CLAIM_PERIOD = 180n * DAY;

describe("A device that has delivered", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  /** A round whose devices have all delivered, and whose coordinator gives no device its leaf. */
  async function begin() {
    const { pool, members } = await createCohort(world, { size: 4 });
    const opened = await openJob(world, pool);
    const { coordinator } = opened;
    const payout: CoordinatorApi["payout"] = async () => {
      throw new CoordinatorError({ status: 404, code: "NotThere", fault: "No leaf", remedy: "Wait" });
    };
    const database = await openLedgerDatabase(":memory:");
    const devices = await Promise.all(
      members.map((member, i) => {
        const coordinators = { it: { ...coordinator.api, payout } };
        return deviceOf(member, { sandbox, ...(i === 0 && { database }) }, { coordinators });
      }),
    );
    await turns(devices);
    await coordinator.closeRoster();
    await turns(devices);
    coordinator.closeSharing();
    await turns(devices);
    const device = devices[0]!;
    const kept = async () => {
      const [row] = await database.query<{ body: string }>("SELECT body FROM rounds");
      return Object.keys(JSON.parse(row!.body) as object).toSorted();
    };
    return { ...opened, device, kept };
  }

  it("keeps no secret once the settlement is final, and waits for its leaf until the time to claim is over", async () => {
    const { coordinator, device, kept, jobId } = await begin();
    expect(await kept()).to.include.members(["secrets", "shares", "input"]);
    await coordinator.settle();
    await device.turn();
    expect(await kept()).to.deep.equal(["contribution", "job", "units"]);
    const { until } = await compute.status(world.consumer, { jobId });
    await world.time.increaseTo(until + CLAIM_PERIOD - 1n);
    await device.turn();
    expect((await device.status()).rounds).to.have.length(1);
    await world.time.increaseTo(until + CLAIM_PERIOD);
    await device.turn();
    expect((await device.status()).ended[0]).to.include({ outcome: "unpaid", why: "The time to claim is over" });
  });

  it("keeps its secrets while the settlement may be disputed, and waits for a ruling as long as there may be one", async () => {
    const { coordinator, device, kept, job, jobId } = await begin();
    const inputs = [...coordinator.messages<InputMessage>("input").values()];
    const payouts = inputs.map(({ receipt: { receipt }, index }, at) => {
      const { provider, contribution } = coordinator.enrolments[index]!.enrolment;
      return { index: at, provider, contribution, units: BigInt(receipt.units) };
    });
    const settlement = settlementOf(payouts, documentDigest({ jobId }));
    await compute.settle(world.coordinator, { job, settlement });
    await device.turn();
    expect(await kept()).to.include("secrets");
    await compute.dispute(world.consumer, { job });
    const { until } = await compute.status(world.consumer, { jobId });
    await world.time.increaseTo(until - 1n);
    await device.turn();
    expect((await device.status()).rounds).to.have.length(1);
    await world.time.increaseTo(until);
    await device.turn();
    expect((await device.status()).ended[0]).to.include({ outcome: "unpaid", why: "Nobody ruled in time" });
    expect(await kept()).to.deep.equal(["contribution", "job", "units"]);
  });
});
