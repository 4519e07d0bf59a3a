import { setTimeout as wait } from "node:timers/promises";
import { expect } from "chai";
import { id, parseEther } from "ethers";
import { oprfPublicKey } from "#sdk/oprf/index.ts";
import { freePort } from "../../../scripts/chain/freePort.ts";
import { type Cli, startCli } from "../../utils/cli.ts";

const KEY = id("the attesters' secret");

describe("attester start", function () {
  this.timeout(60_000);
  let cli: Cli;
  let pool: string;
  const options = () => ({ attesterKey: KEY, database: `sqlite:${cli.file("attester.sqlite")}`, from: "2" });

  before(async () => {
    cli = await startCli();
    const { addresses } = await cli.json("deploy");
    await cli.fund(addresses.Alita, [2], parseEther("5000"));
    await cli.json("attester register", { amount: "1000", from: "2" });
    cli.write("rows.csv", ["number,value", ...Array.from({ length: 100 }, (_, i) => `${i},${i * i}`)].join("\n"));
    const metadata = cli.file("open.json");
    await cli.json("dataset describe", {
      file: cli.file("rows.csv"),
      name: "Open",
      description: "Numbers",
      out: metadata,
    });
    const launched = await cli.json("dataset launch", {
      name: "Open",
      symbol: "OPEN",
      metadata,
      attesters: "2",
      lock: "3d",
    });
    ({ pool } = launched.result);
  });

  after(() => cli.stop());

  it("attests until it is interrupted, as the account of --from", async () => {
    const port = await freePort("127.0.0.1", 22_000 + (process.pid % 20_000));
    const running = cli.json("attester start", { ...options(), port: String(port) });
    const ask = () => fetch(`http://127.0.0.1:${port}/pools/${pool}`).catch(() => undefined);
    let answer = await ask();
    for (const end = Date.now() + 20_000; answer === undefined && Date.now() < end; answer = await ask())
      await wait(20);
    expect(await answer?.json()).to.include({
      attester: (await cli.provider.getSigner(2)).address,
      publicKey: oprfPublicKey(KEY),
      records: 64,
      lanes: 16,
      freshnessHorizon: 3650 * 86_400,
    });
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).to.equal(200);
    process.emit("SIGINT");
    expect(await running).to.have.property("url", `http://127.0.0.1:${port}`);
    expect(await ask()).to.equal(undefined);
  });

  it("starts nothing on a dry run, and says what is wrong with its options", async () => {
    expect(await cli.json("attester start", { ...options(), dryRun: true })).to.include({ dryRun: true });
    const fault = (changed: object) => cli.fault("attester start", { ...options(), ...changed });
    expect(await fault({ attesterKey: "0x12" })).to.include("--attester-key is not 32 bytes of hex");
    expect(await fault({ records: "0" })).to.include("--records is 0");
    expect(await fault({ lanes: "65" })).to.include("--lanes is 65");
    expect(await fault({ publicUrls: "attester.example" })).to.include('--public-urls names "attester.example"');
    expect(await fault({ database: "mysql://x" })).to.include("The address of a database begins with");
  });
});
