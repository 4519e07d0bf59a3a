import { type AddressInfo, createServer, type Server } from "node:net";
import { BrowserProvider } from "ethers";
import { expect } from "chai";
import { connect } from "#sdk";
import { connectCoordinator } from "#sdk/rounds/index.ts";
import { createChainView } from "../../../services/device/index.ts";
import { limitRequests } from "../../../services/shared/chain/limitRequests.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { sdkWorld } from "../../fixtures/sdk.ts";
import { createCohort, deviceOf, openJob, type World } from "./helpers/createCohort.ts";

const TIMEOUT = 1_000; // milliseconds; more than a busy machine needs to answer

describe("A device whose peers are slow", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  let mute: Server;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
    mute = createServer((socket) => void socket.resume()); // takes connections and says nothing
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  });
  after(async () => {
    await sandbox.stop();
    await new Promise((resolve) => mute.close(resolve));
  });

  it("gives up on a coordinator that takes its questions and never answers, and serves another meanwhile", async () => {
    const { pool, members } = await createCohort(world, { size: 3 });
    const { coordinator } = await openJob(world, pool);
    const url = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const coordinators = { mute: connectCoordinator(url, { timeoutMs: TIMEOUT }), it: coordinator.api };
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators });
    await device.turn();
    expect(coordinator.enrolments).to.have.length(1);
    expect((await device.status()).rounds).to.have.length(1);
  });

  it("gives up on a node that never answers, tells so, and goes on when it does", async () => {
    const { pool, members } = await createCohort(world, { size: 3 });
    const { coordinator } = await openJob(world, pool);
    let isMute = false;
    const request = ({ method, params }: { method: string; params?: unknown[] }) =>
      isMute ? new Promise(() => undefined) : world.provider.send(method, params ?? []);
    const provider = new BrowserProvider(limitRequests({ request }, TIMEOUT), Number(world.stranger.chainId), {
      cacheTimeout: -1,
    });
    const chain = createChainView({ client: connect(world.file, provider), headMs: 0, timeoutMs: TIMEOUT });
    const device = await deviceOf(members[0]!, { sandbox }, { coordinators: { it: coordinator.api }, chain });
    isMute = true;
    await device.turn();
    expect(coordinator.enrolments).to.have.length(0);
    expect(await device.status().catch(({ code, name }: Error & { code?: string }) => code ?? name)).to.be.oneOf([
      "TimedOut",
      "Unreachable",
    ]);
    isMute = false;
    for (let turn = 0; turn < 20 && coordinator.enrolments.length === 0; turn++) await device.turn();
    expect(coordinator.enrolments).to.have.length(1);
  });
});
