import { existsSync, readFileSync, statSync } from "node:fs";
import { expect } from "chai";
import { id, parseEther } from "ethers";
import type { DeploymentFile } from "#sdk/connect.ts";
import { createLog } from "../../services/shared/log/index.ts";
import { createStore } from "../../services/store/createStore.ts";
import { type Cli, type Json, type Options, startCli } from "../utils/cli.ts";

const ADDRESSES = ["https://files.example/secret/rows.csv", "ipfs://bafkreifile"];

/** Account 0 makes, attests and provides; 1 buys a licence; 2 is a stranger. */
describe("the commands of a store's users", function () {
  this.timeout(60_000);

  let cli: Cli;
  let store: ReturnType<typeof createStore>;
  let url: string;
  let contribution: string;
  const dataset = "WTHR";

  before(async () => {
    cli = await startCli();
    const { addresses } = await cli.json("deploy");
    await cli.fund(addresses.Alita, [1], parseEther("5000"));
    await cli.json("attester register", { amount: "1000" });
    const rows = Array.from({ length: 200 }, (_, i) => `${i},${(i * i) % 1_009},station ${i % 7}`);
    cli.write("rows.csv", ["number,value,place", ...rows].join("\n"));
    cli.write("addresses.txt", `${ADDRESSES.join("\n")}\n`);
    const file = cli.file("rows.csv");
    const metadata = cli.file("weather.json");
    await cli.json("dataset describe", { file, name: "Weather", description: "Readings of rain", out: metadata });
    await cli.json("dataset launch", { name: "Weather", symbol: dataset, metadata, lock: "3d", attesters: "0" });
    const keys = { key: id("a secret"), attesterKey: id("the attesters' secret") };
    const made = await cli.json("pool contribute", { dataset, file, remote: true, attesters: "0", ...keys });
    contribution = made.result.contentTag as string;
    await cli.json("pool buy", { dataset, from: "1" });
    store = createStore({
      database: "sqlite::memory:",
      keyFile: cli.file("store-keys.json"),
      deployment: JSON.parse(readFileSync(cli.deployment, "utf8")) as DeploymentFile,
      rpc: cli.provider,
      log: createLog({ service: "store", level: "silent" }),
    });
    ({ url } = await store.start());
    for (const name of ["owner", "reader"]) await cli.json("store keys", { out: cli.file(`${name}.json`) });
  });
  after(async () => {
    await store?.stop();
    await cli.stop();
  });

  const use = (command: string, options: Options = {}): Promise<Json> =>
    cli.json(`store ${command}`, { url, ...options });
  const refused = (command: string, options: Options = {}): Promise<string> =>
    cli.fault(`store ${command}`, { url, ...options });
  const put = (options: Options = {}) =>
    use("put", {
      dataset,
      contribution,
      addresses: `@${cli.file("addresses.txt")}`,
      device: cli.file("owner.json"),
      ...options,
    });
  const device = (name: string) => cli.file(`${name}.json`);

  it("publish a document, fetch it by the dataset that names it, and tell who signed it", async () => {
    const metadata = cli.file("weather.json");
    const dry = await use("publish", { dataset, metadata, dryRun: true });
    expect(await refused("get", { dataset }), "nothing was published").to.match(/no such document/i);
    const { cid, digest, role } = await use("publish", { dataset, metadata });
    expect([digest, role]).to.deep.equal([dry.digest, "maker"]);
    const out = cli.file("fetched.json");
    const { document } = await use("get", { dataset, out });
    expect(JSON.parse(readFileSync(out, "utf8"))).to.deep.equal(document);
    expect(document).to.deep.equal(JSON.parse(readFileSync(metadata, "utf8")));
    const { authors } = await use("authors", { cid });
    expect(authors).to.have.length(1);
    expect(authors[0]).to.include({ author: (await cli.provider.getSigner(0)).address, role: "maker" });
    const other = await use("publish", { dataset, metadata, from: "2" });
    expect(other.role).to.equal("other");
    expect((await use("authors", { dataset })).authors).to.have.length(2);
  });

  it("find documents by words, by dataset, author and role", async () => {
    const namesOf = async (options: Options) =>
      ((await use("search", options)).documents as { name: string; role: string }[]).map(({ role }) => role);
    expect(await namesOf({ text: "rain" })).to.have.members(["maker", "other"]);
    expect(await namesOf({ text: "snow" })).to.deep.equal([]);
    expect(await namesOf({ dataset, role: "maker" })).to.deep.equal(["maker"]);
    expect(await namesOf({ author: "2" })).to.deep.equal(["other"]);
    expect(await namesOf({ author: "1" })).to.deep.equal([]);
    expect(await namesOf({ limit: "1" })).to.have.length(1);
    expect(await namesOf({ offset: "2" })).to.deep.equal([]);
  });

  it("make keys of a device for its owner's eyes, over nothing", async () => {
    expect(statSync(device("owner")).mode & 0o777).to.equal(0o600);
    const before = readFileSync(device("owner"), "utf8");
    expect(await cli.fault("store keys", { out: device("owner") })).to.match(/is there already/);
    expect(readFileSync(device("owner"), "utf8")).to.equal(before);
    await cli.json("store keys", { out: device("dry"), dryRun: true });
    expect(existsSync(device("dry"))).to.equal(false);
  });

  it("keep addresses, list the record, and open it for a licence holder and for its owner alone", async () => {
    const { record } = await put();
    expect(record).to.include({ mode: "store", contentTag: contribution });
    const { records } = await use("records", { dataset });
    expect(records.map((one: { cid: string }) => one.cid)).to.deep.equal([record.cid]);
    expect((await use("records", { owner: "1" })).records).to.deep.equal([]);
    expect((await use("records", { cid: record.document, owner: "0" })).records).to.have.length(1);
    const asking = { record: record.cid, device: device("reader") };
    expect((await use("open", { ...asking, from: "1", dryRun: true })).urls).to.equal(undefined);
    expect(await use("open", { ...asking, from: "1" })).to.deep.include({ waiting: false, urls: ADDRESSES });
    expect(await refused("open", { ...asking, from: "2" })).to.match(/You hold no licence[^]*Buy one/);
    expect((await use("open", { record: record.cid, device: device("owner"), own: true })).urls).to.deep.equal(
      ADDRESSES,
    );
    expect(await refused("open", { ...asking, own: true })).to.match(/sealed to another key/);
  });

  it("answer on the owner's device those who may have the key, and nobody else", async () => {
    const { record } = await put({ mode: "owner" });
    const asking = { record: record.cid, device: device("reader"), from: "1" };
    const answering = { record: record.cid, device: device("owner") };
    expect((await use("open", asking)).waiting).to.equal(true);
    expect((await use("answer", { ...answering, dryRun: true })).accounts).to.equal(undefined);
    const { accounts } = await use("answer", answering);
    expect(accounts).to.deep.equal([(await cli.provider.getSigner(1)).address]);
    expect((await use("open", asking)).urls).to.deep.equal(ADDRESSES);
    expect(await refused("answer", { ...answering, from: "2" })).to.match(/record is/);
  });

  it("take a record back, whose owner alone may", async () => {
    const { record } = await put({ addresses: "https://files.example/one, https://files.example/two" });
    const { cid } = record;
    expect(await refused("withdraw", { record: cid, from: "1" })).to.match(/record is/);
    await use("withdraw", { record: cid, dryRun: true });
    expect((await use("records", { dataset })).records.map((one: { cid: string }) => one.cid)).to.include(cid);
    await use("withdraw", { record: cid });
    expect(await refused("open", { record: cid, device: device("owner"), own: true })).to.match(/withdrawn|taken/i);
  });

  it("say what is wrong, and what to do", async () => {
    const metadata = cli.file("weather.json");
    cli.write("no-keys.json", '{"publicKey":"0x12"}');
    const faults: readonly (readonly [string, Options, RegExp])[] = [
      ["publish", { dataset, metadata, url: "nowhere" }, /--url is "nowhere", which is no address of a store/],
      [
        "publish",
        { dataset, metadata, url: "http://127.0.0.1:9" },
        /127\.0\.0\.1:9 did not answer\.\nCheck the address/,
      ],
      ["publish", { dataset, metadata, url: cli.url }, /The store at|cannot be read/],
      ["publish", { dataset, metadata: cli.file("rows.csv") }, /JSON/],
      ["get", {}, /Neither --cid nor --dataset/],
      ["get", { cid: "bafy" }, /./],
      ["search", { role: "king" }, /maker or provider or other/],
      ["search", { limit: "101" }, /limit/],
      ["search", { limit: "ten" }, /not a whole number/],
      ["records", { owner: "nobody" }, /nobody/],
      ["open", { record: "bafy", device: device("reader") }, /./],
      ["open", { record: "bafy", device: cli.file("no-keys.json") }, /holds no keys of a device/],
      ["put", { dataset, contribution: "0x12", addresses: "https://a.example", device: device("owner") }, /32 bytes/],
      [
        "put",
        { dataset, contribution, addresses: "http://localhost/x, file:///etc/passwd", device: device("owner") },
        /\/urls\/1 is not the address of a file elsewhere/,
      ],
      ["put", { dataset, contribution, addresses: "https://a.example", device: device("owner"), mode: "both" }, /mode/],
    ];
    for (const [command, options, expected] of faults) {
      expect(await refused(command, options), `${command} ${JSON.stringify(options)}`).to.match(expected);
    }
    const { err } = await cli.print("store get", { url, cid: "bafy", json: true });
    expect(JSON.parse(err)).to.have.keys("error", "message", "remedy");
  });
});
