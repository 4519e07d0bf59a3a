import { expect } from "chai";
import { measure } from "../../../app/screens/contribute/files/measure.ts";
import { readFiles } from "../../../app/screens/contribute/files/readFiles.ts";
import { errorOf } from "../../utils/errorOf.ts";

const file = (name: string, text: string) => ({ name, text: async () => text });

const FIELDS = [
  { name: "day", type: "date", nullable: false },
  { name: "rain", type: "number", nullable: true },
] as const;

const days = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    day: `2025-01-${String(index + from + 1).padStart(2, "0")}`,
    rain: index + from,
  }));

const NOW = 1_795_824_000; // 2026-11-28, unix seconds

describe("Files of a contribution", () => {
  it("are read one after another, each by what its name ends with", async () => {
    const { fields, rows } = await readFiles([
      file("a.CSV", "day,rain\n2025-01-01,1\n"),
      file("b.json", '[{"rain": 2, "day": "2025-01-02"}]'),
      file("c.jsonl", '{"day": "2025-01-03", "rain": 3}\n'),
    ]);
    expect(fields.map(({ name }) => name)).to.deep.equal(["day", "rain"]);
    expect(rows).to.deep.equal([
      ["2025-01-01", 1],
      ["2025-01-02", 2],
      ["2025-01-03", 3],
    ]);
  });

  it("are under the declared fields, whatever else they carry", async () => {
    const { fields, rows } = await readFiles([file("a.csv", "who,rain,day\nAda,1,2025-01-01\n")], FIELDS);
    expect(fields).to.deep.equal(FIELDS);
    expect(rows).to.deep.equal([["2025-01-01", 1]]);
  });

  it("are refused if there is none, or none of a kind that can be read", async () => {
    expect((await errorOf(readFiles([]))).message).to.match(/no file/);
    expect((await errorOf(readFiles([file("records.xlsx", "PK")]))).message).to.match(/records.xlsx.*\.csv/);
    expect((await errorOf(readFiles([file("a.json", "{")]))).name).to.equal("DataError");
  });
});

describe("Records that were read", () => {
  const table = (records: readonly object[]) => readFiles([file("a.json", JSON.stringify(records))], FIELDS);

  it("show their quality, and how many of them count", async () => {
    const found = measure(await table([...days(12), ...days(2)]), { now: NOW });
    expect(found).to.deep.include({ records: 14, units: 12n, passesGate: true, faults: [] });
    expect(found.parts.uniqueness).to.equal(8_571);
    expect(found).to.not.have.any.keys("novelty", "threshold");
  });

  it("name the fields with faults, the worst first", async () => {
    const records = days(12).map((one, index) => (index < 3 ? { day: "soon", rain: index === 0 ? "wet" : 1 } : one));
    expect(measure(await table(records), { now: NOW }).faults).to.deep.equal([
      { name: "day", type: "date", cells: 3 },
      { name: "rain", type: "number", cells: 1 },
    ]);
  });

  it("have no quality below ten records", async () => {
    expect(measure(await table(days(9)), { now: NOW })).to.deep.include({ quality: 0n, passesGate: false });
    expect(measure(await table(days(10)), { now: NOW }).passesGate).to.equal(true);
  });

  it("grow old by the attesters' horizon", async () => {
    const old = measure(await table(days(12)), { now: NOW, freshnessHorizon: 86_400 });
    const young = measure(await table(days(12)), { now: NOW, freshnessHorizon: 100 * 365 * 86_400 });
    expect(old.parts.freshness).to.equal(0);
    expect(young.parts.freshness).to.be.greaterThan(9_000);
    expect(young.quality > old.quality).to.equal(true);
  });

  it("tell which part of an update is new", async () => {
    const parent = await table(days(12));
    expect(measure(await table(days(16)), { now: NOW, parent }).novelty).to.equal(2_500n);
    expect(measure(await table(days(12)), { now: NOW, parent }).novelty).to.equal(0n);
  });

  it("have the same digest in another order", async () => {
    const digestOf = async (records: readonly object[]) => measure(await table(records), { now: NOW }).digest;
    expect(await digestOf(days(12).toReversed())).to.equal(await digestOf(days(12)));
    expect(await digestOf(days(12, 1))).to.not.equal(await digestOf(days(12)));
  });
});
