import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createDeviceService, type DeviceStatus, openLedgerDatabase } from "../../../services/device/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { sdkWorld } from "../../fixtures/sdk.ts";
import { canLimitFiles, limitFiles } from "../helpers/limitFiles.ts";
import { createCohort, deviceOf, openJob, SILENT, turns, wad, type World } from "./helpers/createCohort.ts";

describe("A device whose disk is full", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  let folder: string;
  const ends: (() => Promise<void>)[] = [];
  before(async function () {
    if (!canLimitFiles()) this.skip();
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
    folder = mkdtempSync(join(tmpdir(), "device-"));
  });
  after(async () => {
    for (const end of ends) await end();
    await sandbox?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  it("says nothing that it could not remember, still tells its provider how it does, and is paid when there is room", async () => {
    const { pool, members } = await createCohort(world, { size: 4 });
    const { coordinator } = await openJob(world, pool);
    const database = await openLedgerDatabase(join(folder, "ledger.sqlite"));
    const coordinators = { it: coordinator.api };
    const device = await deviceOf(members[0]!, { sandbox, database }, { coordinators });
    const others = await Promise.all(members.slice(1).map((member) => deviceOf(member, { sandbox }, { coordinators })));
    const service = createDeviceService({ device, log: SILENT });
    ends.push(service.stop, database.close);
    const { url } = await service.start();

    const status = async () => (await (await fetch(`${url}/status`)).json()) as DeviceStatus;
    /** What the coordinator has heard of this device, whose place is the first: it is asked before all others. */
    const heard = () =>
      coordinator.calls.filter((call) => call === `enrol ${members[0]!.provider}` || call.endsWith(" 0"));
    const step = async (name: string) => {
      const before = heard();
      await limitFiles(0, () => device.turn());
      expect(heard(), `${name} is not said while nothing can be written`).to.deep.equal(before);
      await device.turn();
      expect(heard().length, `${name} is said when there is room`).to.equal(before.length + 1);
      await turns(others);
    };

    await step("enrolment");
    await coordinator.closeRoster();
    await step("shares");
    coordinator.closeSharing();
    await limitFiles(0, async () => {
      await device.turn();
      expect((await status()).budgets[0]!.rhoSpent, "nothing is spent").to.equal("0");
    });
    await step("input");
    expect((await status()).budgets[0]!.rhoSpent, "spent once").to.equal(wad("0.5").toString());
    await coordinator.closeMasking();
    await step("reveals");
    expect((await coordinator.unmask()).blamed).to.deep.equal([]);
    await coordinator.settle();
    await limitFiles(0, () => device.turn());
    expect((await status()).rounds).to.have.length(1);
    await device.turn();
    expect((await status()).ended[0]).to.include({ outcome: "paid" });
  });
});
