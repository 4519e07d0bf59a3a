import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { encryptKeystoreJsonSync, id, Wallet } from "ethers";
import { parquetWriteBuffer } from "hyparquet-writer";
import { dataUnits } from "#sdk/data/dataUnits.ts";
import { inferFields } from "#sdk/data/inferFields.ts";
import { parseCsv } from "#sdk/data/parseCsv.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import {
  createHoldings,
  DeviceError,
  findContribution,
  openKeystore,
  openLedgerDatabase,
  readRecords,
  scopeOf,
  usableRows,
} from "../../../services/device/index.ts";
import { contentRoot } from "#sdk/data/contentRoot.ts";
import { addressOf, sdkWorld } from "../../fixtures/sdk.ts";

const WEATHER = new URL("../../../node_modules/vega-datasets/data/seattle-weather.csv", import.meta.url);
const SECRET = id("provider");

const faultOf = async (work: Promise<unknown>): Promise<DeviceError> => {
  const error = await work.catch((cause: unknown) => cause);
  expect(error).to.be.instanceOf(DeviceError);
  return error as DeviceError;
};

describe("A provider's files", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "records-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const fileOf = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  const rows = [
    ["Ada", 36, true, "2020-01-02"],
    ["Bo", null, false, "2021-05-06"],
  ];
  const names = ["name", "age", "member", "since"];
  const objects = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));

  it("give the same records from CSV, JSON, JSON Lines and Parquet", async () => {
    const parquet = parquetWriteBuffer({
      columnData: names.map((name, i) => ({ name, data: rows.map((row) => row[i]) })) as never,
    });
    const files = [
      fileOf("a.csv", [names, ...rows].map((row) => row.map((cell) => cell ?? "").join()).join("\n")),
      fileOf("a.json", JSON.stringify(objects)),
      fileOf("a.jsonl", objects.map((object) => JSON.stringify(object)).join("\n")),
      fileOf("a.ndjson", objects.map((object) => JSON.stringify(object)).join("\n")),
      fileOf("a.parquet", new Uint8Array(parquet)),
    ];
    for (const file of files) {
      const table = await readRecords(file);
      expect(
        table.fields.map(({ name, type }) => `${name} ${type}`),
        file,
      ).to.deep.equal(["name text", "age integer", "member boolean", "since date"]);
      expect(table.rows, file).to.deep.equal(rows);
    }
  });

  it("may be a real table in Parquet, with times and 64-bit integers", async () => {
    const { rows: days, fields } = parseCsv(readFileSync(WEATHER, "utf8"));
    const column = (name: string) => days.map((row) => row[fields.findIndex((field) => field.name === name)]);
    const numbers = column("temp_max") as number[];
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: "temp_max", data: numbers, type: "DOUBLE" },
        { name: "when", data: numbers.map((_, day) => new Date(86_400_000 * day)), type: "TIMESTAMP" },
        { name: "count", data: numbers.map((_, day) => BigInt(day)), type: "INT64" },
        { name: "big", data: numbers.map(() => 2n ** 60n), type: "INT64" },
      ],
    });
    const table = await readRecords(fileOf("weather.parquet", new Uint8Array(buffer)));
    expect(table.rows).to.have.length(days.length);
    expect(table.rows[1]).to.deep.equal([numbers[1], "1970-01-02T00:00:00.000Z", 1, (2n ** 60n).toString()]);
    expect(table.fields.map(({ type }) => type)).to.deep.equal(["number", "date", "integer", "text"]);
  });

  it("are refused with a reason when they cannot be read", async () => {
    const whole = readFileSync(
      fileOf("b.parquet", new Uint8Array(parquetWriteBuffer({ columnData: [{ name: "a", data: [1, 2] }] }))),
    );
    const cases: readonly [string, string | Uint8Array, RegExp][] = [
      ["c.parquet", whole.subarray(4, -1), /not Parquet/],
      ["d.parquet", "PAR1", /not Parquet/],
      ["e.csv", 'a,b\n"1,2', /never closed/],
      ["f.json", "{}", /not a JSON array/],
      ["g.jsonl", "{\n", /not a JSON record/],
      ["h.xlsx", "x", /unknown kind/],
      ["i.csv", "", /empty/],
    ];
    for (const [name, content, fault] of cases) {
      expect((await faultOf(readRecords(fileOf(name, content)))).fault, name).to.match(fault);
    }
    expect((await faultOf(readRecords(join(folder, "none.csv")))).fault).to.match(/cannot be read/);
  });

  it("count as many rows as they have data units, each once, in their order", () => {
    const fields: Field[] = [
      { name: "a", type: "integer", nullable: false },
      { name: "b", type: "text", nullable: true },
    ];
    const table: Row[] = [
      [3, "x"],
      [1, null],
      [3, " X "], // the same as the first
      [null, "y"], // not what is declared
      ["7", "z"], // nor this
      [2, "x"],
    ];
    expect(usableRows(table, fields)).to.deep.equal([table[0], table[1], table[5]]);
    const { rows: days, fields: known } = parseCsv(readFileSync(WEATHER, "utf8"));
    const twice = [...days, ...days.slice(100)];
    expect(BigInt(usableRows(twice, known).length)).to.equal(dataUnits(twice, known));
  });
});

describe("A provider's key file", function () {
  this.timeout(20_000);

  let folder: string;
  let path: string;
  const wallet = Wallet.createRandom();
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "keys-"));
    path = join(folder, "key.json");
    writeFileSync(
      path,
      encryptKeystoreJsonSync({ address: wallet.address, privateKey: wallet.privateKey }, "open", {
        scrypt: { N: 2, r: 8, p: 1 },
      }),
    );
  });
  after(() => rmSync(folder, { recursive: true }));

  it("opens with its password", async () => {
    expect((await openKeystore(path, "open")).address).to.equal(wallet.address);
  });

  it("says what is wrong with it, or with the password", async () => {
    expect((await faultOf(openKeystore(path, "shut"))).code).to.equal("WrongPassword");
    const broken: readonly [string, string][] = [
      ["none.json", ""],
      ["text.json", "hello"],
      ["array.json", "[]"],
      ["half.json", readFileSync(path, "utf8").slice(0, 100)],
      ["old.json", '{"version":1}'],
      ["hollow.json", '{"version":3,"crypto":{}}'],
    ];
    for (const [name, content] of broken) {
      const file = join(folder, name);
      if (content !== "") writeFileSync(file, content);
      const { code, remedy } = await faultOf(openKeystore(file, "open"));
      expect(code, name).to.equal("KeyUnreadable");
      expect(remedy).to.match(/v3 JSON/);
    }
  });
});

describe("What a device answers for", function () {
  this.timeout(30_000);

  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "holdings-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("is found on chain by its content root, and kept with its file", async () => {
    const world = await sdkWorld();
    const { pool } = await world.launch();
    const file = join(folder, "rows.csv");
    writeFileSync(file, "a,b\n1,x\n2,y\n2,y\n");
    const provider = await addressOf(world.alice);
    const params = { pool, provider, file, secret: SECRET };
    expect((await faultOf(findContribution(world.alice, params))).code).to.equal("NotContributed");

    const all: Row[] = [
      [1, "x"],
      [2, "y"],
      [2, "y"],
    ];
    const fields = inferFields(["a", "b"], all);
    const root = contentRoot(all, SECRET);
    const { contribution } = await world.contribute(world.alice, pool, { contentRoot: root, units: 2n });
    const found = await findContribution(world.alice, params);
    expect(found).to.deep.include({ contribution: contribution.contentTag, contentRoot: root, units: 2n, fields });
    expect((await faultOf(findContribution(world.alice, { ...params, secret: id("other") }))).code).to.equal(
      "NotContributed",
    );
    const bob = await addressOf(world.bob);
    expect((await faultOf(findContribution(world.alice, { ...params, provider: bob }))).code).to.equal(
      "NotContributed",
    );

    const path = join(folder, "ledger.db");
    const scope = scopeOf(world.alice, provider);
    const first = await openLedgerDatabase(path);
    await createHoldings(first, scope).add(found);
    await first.close();
    const second = await openLedgerDatabase(path);
    const holdings = createHoldings(second, scope);
    const [kept] = await holdings.all();
    expect(kept).to.deep.include(found);
    expect((await kept!.records()).rows).to.deep.equal(all);
    expect(await createHoldings(second, scopeOf(world.alice, bob)).all()).to.deep.equal([]);
    expect([
      await holdings.remove(pool, found.contribution),
      await holdings.remove(pool, found.contribution),
    ]).to.deep.equal([true, false]);
    await second.close();
    expect(statSync(path).mode & 0o777).to.equal(0o600);
  });
});
