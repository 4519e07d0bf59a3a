import { setTimeout as wait } from "node:timers/promises";
import { expect } from "chai";
import { encryptKeystoreJsonSync, id, parseEther } from "ethers";
import { freePort } from "../../../scripts/chain/freePort.ts";
import { testAccounts } from "../../../scripts/chain/testAccounts.ts";
import { type Cli, startCli } from "../../utils/cli.ts";

const ATTESTER_KEY = id("the attesters' secret");
const KEY = id("the provider's secret");
const PROVIDER = 1;

describe("The commands of a device", function () {
  this.timeout(60_000);

  let cli: Cli;
  let contribution: string;
  const { address: provider, privateKey } = testAccounts(PROVIDER + 1)[PROVIDER]!;
  const own = () => ({ ledger: cli.file("device.db"), from: String(PROVIDER) });
  const added = () => ({ ...own(), dataset: "OPEN", file: cli.file("rows.csv"), key: KEY });

  before(async () => {
    cli = await startCli();
    const { addresses } = await cli.json("deploy");
    await cli.fund(addresses.Alita, [2], parseEther("5000"));
    await cli.json("attester register", { amount: "1000", from: "2" });
    cli.write("rows.csv", ["number,value", ...Array.from({ length: 300 }, (_, i) => `${i},${i * i}`)].join("\n"));
    const [file, metadata] = [cli.file("rows.csv"), cli.file("open.json")];
    await cli.json("dataset describe", { file, name: "Open", description: "Numbers", out: metadata });
    await cli.json("dataset launch", { name: "Open", symbol: "OPEN", metadata, attesters: "2" });
    const made = { file, metadata, key: KEY, attesters: "2", attesterKey: ATTESTER_KEY, from: String(PROVIDER) };
    ({ contentTag: contribution } = (await cli.json("pool contribute", { dataset: "OPEN", ...made })).result);
  });
  after(() => cli.stop());

  it("will not start with nothing to answer for", async () => {
    const fault = await cli.fault("device start", { ...own(), coordinators: "http://127.0.0.1:1" });
    expect(fault).to.include(`${provider} has nothing to answer for`).and.include("device add");
  });

  it("add a file only under its key, for its provider, as it was contributed", async () => {
    expect(await cli.json("device add", { ...added(), dryRun: true })).to.include({ contribution, units: "300" });
    expect(await cli.fault("device add", { ...added(), key: id("other") })).to.match(/none of 0x\w+'s 1 contributions/);
    expect(await cli.fault("device add", { ...added(), from: "3" })).to.match(/none of 0x\w+'s 0 contributions/);
    cli.write("less.csv", "number,value\n1,1\n");
    expect(await cli.fault("device add", { ...added(), file: cli.file("less.csv") })).to.match(/none of/);
    expect(await cli.fault("device add", { ...added(), file: cli.file("none.csv") })).to.match(/cannot be read/);
    expect(await cli.json("device add", added())).to.include({ provider, contribution, units: "300" });
  });

  it("run a device with the provider's key file, and ask it how it does", async () => {
    cli.write(
      "key.json",
      encryptKeystoreJsonSync({ address: provider, privateKey }, "open", { scrypt: { N: 2, r: 8, p: 1 } }),
    );
    cli.write("password", "open\n");
    cli.write("wrong", "shut\n");
    const port = await freePort("127.0.0.1", 22_000 + (process.pid % 20_000));
    const url = `http://127.0.0.1:${port}`;
    const keys = { keystore: cli.file("key.json"), passwordFile: cli.file("password"), ledger: cli.file("device.db") };
    const options = { ...keys, coordinators: "http://127.0.0.1:1", port: String(port), confirmations: "0" };
    const budget = { epsilon: "2", period: "1d" };
    expect(await cli.fault("device start", { ...options, passwordFile: cli.file("wrong") })).to.include(
      "does not open",
    );
    expect(await cli.fault("device start", { ...options, keystore: cli.file("rows.csv") })).to.include(
      "is no key file",
    );

    const running = cli.json("device start", { ...options, ...budget });
    const ask = () => fetch(`${url}/ready`).catch(() => undefined);
    for (const end = Date.now() + 20_000; (await ask())?.ok !== true && Date.now() < end;) await wait(20);
    const found = await cli.json("device status", { url });
    expect(found).to.include({ provider });
    expect(found.holdings).to.deep.equal([{ pool: found.budgets[0].pool, contribution, units: "300" }]);
    expect(found.budgets[0]).to.include({ epsilon: parseEther("2").toString(), period: "86400", rhoSpent: "0" });
    process.emit("SIGTERM");
    expect(await running).to.include({ url, provider });
    expect(await cli.fault("device status", { url })).to.include(`No device answers at ${url}`);
  });

  it("say what is wrong with their options", async () => {
    const fault = (changed: object) =>
      cli.fault("device start", { ...own(), coordinators: "http://a.example", ...changed });
    expect(await fault({ coordinators: "coordinator.example" })).to.include('names "coordinator.example"');
    expect(await fault({ coordinators: " , " })).to.include("--coordinators names");
    expect(await fault({ epsilon: "2" })).to.include("A budget is --epsilon within --period");
    expect(await fault({ poll: "often" })).to.include("--poll");
    expect(await fault({ keystore: cli.file("none.json"), passwordFile: cli.file("nope") })).to.include(
      "cannot be read",
    );
  });
});
