import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { encodeBase64, id, parseEther } from "ethers";
import { taskDigest } from "#sdk/task/index.ts";
import { readTask } from "../../scripts/compute/TaskFile.ts";
import { generateRows } from "../../scripts/compute/generateRows.ts";
import { createSandbox, runTask } from "../../services/shared/sandbox/index.ts";
import { type Cli, startCli } from "../utils/cli.ts";
import { dayOf } from "../utils/dayOf.ts";

const ROWS = ["day,high", ...Array.from({ length: 300 }, (_, i) => `${dayOf(i)},${i / 4}`)];

const HALF_AN_HOUR = 30 * 60;

const PROGRAM = `
import { parts } from "./parts.ts";

interface Day { readonly day: string; readonly high: number | null }

/** Days, and the sum of their highest temperatures in parts of a degree. */
export function map(rows: readonly Day[], params: { scale: number }): number[] {
  const known = rows.filter(({ high }) => high !== null);
  return [known.length, known.reduce((sum, { high }) => sum + parts(high as number, params.scale), 0)];
}
`;

describe("the commands that make tasks", function () {
  this.timeout(60_000);

  let cli: Cli;
  const dataset = "WTHR";
  const common = () => ({
    dataset,
    program: cli.file("mine.ts"),
    params: '{"scale":4}',
    outputLength: "2",
    bound: "1000000",
    out: cli.file("task.json"),
  });

  before(async () => {
    cli = await startCli();
    const { addresses } = await cli.json("deploy");
    await cli.fund(addresses.Alita, [2], parseEther("50000"));
    await cli.json("attester register", { amount: "1000", from: "2" });
    cli.write("rows.csv", ROWS.join("\n"));
    cli.write("mine.ts", PROGRAM);
    cli.write("parts.ts", "export const parts = (value: number, scale: number): number => Math.round(value * scale);");
    const described = { file: cli.file("rows.csv"), description: "Days", out: cli.file("weather.json") };
    await cli.json("dataset describe", { ...described, name: "Weather" });
    await cli.json("dataset describe", { ...described, name: "Other", out: cli.file("other.json") });
    const pool = { rewardInBase: true, noStaking: true, allocation: "5000" };
    const launch = { name: "Weather", symbol: dataset, metadata: cli.file("weather.json"), lock: "3d", ...pool };
    await cli.json("dataset launch", { ...launch, attesters: "2" });
    await cli.json("pool contribute", {
      dataset,
      file: cli.file("rows.csv"),
      key: id("a provider's secret"),
      attesters: "2",
      attesterKey: id("the attesters' secret"),
      from: "1",
    });
    await cli.wait(HALF_AN_HOUR); // until the market has an average price
  });

  after(() => cli.stop());

  it("make one of a TypeScript program, at a price measured on rows made up from the dataset's fields", async () => {
    const made = await cli.json("compute task", { ...common(), metadata: cli.file("weather.json") });
    const { task, program } = readTask(cli.file("task.json"), "task");
    expect(made.digest).to.equal(taskDigest(task));
    expect(made.task).to.deep.equal(task);
    expect(task.gasPerRow).to.equal(made.measured.proposed);
    expect(Number(made.measured.wasteBps)).to.be.within(500, 1_000);
    const sandbox = createSandbox({ workers: 1 });
    try {
      const fields = [
        { name: "day", type: "date", nullable: false },
        { name: "high", type: "number", nullable: false },
      ] as const;
      const rows = ROWS.slice(1).map((line, i) => [line.split(",")[0]!, i / 4]);
      const { output, batches } = await runTask(sandbox, { task, program, fields, rows });
      expect(output).to.deep.equal([300n, 44_850n]);
      expect(batches[0]!.ok).to.equal(true);
    } finally {
      await sandbox.stop();
    }
  });

  it("ship the same bytes wherever the source lies", async () => {
    const before = readTask(cli.file("task.json"), "task");
    const elsewhere = await startCli();
    try {
      const { shipProgram } = await import("../../scripts/compute/shipProgram.ts");
      elsewhere.write("mine.ts", PROGRAM);
      elsewhere.write("parts.ts", readFileSync(cli.file("parts.ts"), "utf8"));
      expect(await shipProgram(elsewhere.file("mine.ts"))).to.deep.equal(before.program);
    } finally {
      await elsewhere.stop();
    }
  });

  it("measure on rows of a file as well, and keep a price that was named", async () => {
    const made = await cli.json("compute task", { ...common(), sample: cli.file("rows.csv"), gasPerRow: "123456" });
    expect(made.task.gasPerRow).to.equal("123456");
    expect(made.measured.rows).to.equal(300);
    const unmeasured = await cli.json("compute task", { ...common(), gasPerRow: "123456" });
    expect(unmeasured.digest).to.equal(made.digest);
    expect(unmeasured).not.to.have.property("measured");
  });

  it("quote a task over some rows, and say what it wastes or lacks", async () => {
    const task = { dataset, task: cli.file("task.json"), rows: "1000" };
    const plain = await cli.json("compute quote", task);
    expect(plain.maxUnits).to.equal("124"); // 1000 * 123456 gas in whole units
    const measured = await cli.json("compute quote", { ...task, metadata: cli.file("weather.json") });
    const { gas, rows } = measured.task.measured;
    expect(measured.task.isEnough).to.equal(true);
    expect(measured.task.wasteBps).to.equal(
      String(((BigInt(rows) * 123_456n - BigInt(gas)) * 10_000n) / (BigInt(rows) * 123_456n)),
    );
    await cli.json("compute task", { ...common(), gasPerRow: "1", out: cli.file("cheap.json") });
    const cheap = { ...task, task: cli.file("cheap.json"), metadata: cli.file("weather.json") };
    expect((await cli.json("compute quote", cheap)).task.isEnough).to.equal(false);
    const { out } = await cli.print("compute quote", cheap);
    expect(out).to.contain("rows like these would fail at this price");
  });

  it("open a job that signs the task by its digest", async () => {
    const { digest } = await cli.json("compute task", { ...common(), gasPerRow: "123456" });
    const dry = await cli.json("compute open", {
      dataset,
      units: "5",
      task: cli.file("task.json"),
      coordinator: "4",
      pay: "base",
      dryRun: true,
    });
    expect(dry.quote.program).to.equal(digest);
  });

  it("write nothing on a dry run", async () => {
    const out = cli.file("dry.json");
    const made = await cli.json("compute task", { ...common(), gasPerRow: "5", out, dryRun: true });
    expect(made.dryRun).to.equal(true);
    expect(existsSync(out)).to.equal(false);
  });

  it("say what is wrong with a program, its parameters or what it is measured on", async () => {
    cli.write("broken.ts", "export const map = (rows) => {");
    cli.write("few.ts", "export const map = () => [1];");
    cli.write("none.ts", "export const a = 1;");
    cli.write("none.wasm", "no module");
    cli.write("large.wasm", "x".repeat(1_048_577));
    const { task } = readTask(cli.file("task.json"), "task");
    cli.write("large.json", JSON.stringify({ task, program: encodeBase64(new Uint8Array(1_048_577)) }));
    cli.write("changed.json", readFileSync(cli.file("task.json"), "utf8").replace(/"program":"./, '"program":"A'));
    const metadata = cli.file("weather.json");
    const faults: readonly (readonly [string, object, RegExp])[] = [
      ["compute task", { program: cli.file("missing.ts"), gasPerRow: "1" }, /missing\.ts/],
      ["compute task", { program: cli.file("broken.ts"), gasPerRow: "1" }, /broken\.ts/],
      ["compute task", { program: cli.file("few.ts"), metadata }, /fails on 4000 rows[^]*2 whole numbers/],
      ["compute task", { program: cli.file("none.ts"), metadata }, /function named map/],
      ["compute task", { program: cli.file("none.wasm"), metadata }, /cannot be run/],
      ["compute task", { program: cli.file("large.wasm"), gasPerRow: "1" }, /1048577 bytes, at most 1048576/],
      ["compute task", { metadata: cli.file("other.json") }, /not the description of WTHR/],
      ["compute task", {}, /nothing to measure/],
      ["compute task", { params: "{scale:1}", gasPerRow: "1" }, /--params is not JSON/],
      ["compute task", { bound: "0", gasPerRow: "1" }, /output\.bound/],
      ["compute task", { fields: "day,low", metadata }, /"low"/],
      ["compute quote", { task: cli.file("task.json") }, /Neither --units/],
      ["compute quote", { task: cli.file("rows.csv"), rows: "1" }, /not a JSON object/],
      ["compute quote", { task: cli.file("weather.json"), rows: "1" }, /no task with its program/],
      ["compute quote", { task: cli.file("changed.json"), rows: "1" }, /no task with its program/],
      ["compute quote", { task: cli.file("large.json"), rows: "1" }, /1048577 bytes, at most 1048576/],
      ["compute open", { units: "1", coordinator: "4" }, /Either --task or --program/],
    ];
    for (const [command, options, expected] of faults) {
      const all = command === "compute task" ? { ...common(), ...options } : { dataset, ...options };
      expect(await cli.fault(command, all), JSON.stringify(options)).to.match(expected);
    }
  });
});

describe("rows made up for a measurement", () => {
  it("are the same for everybody and of the declared types", () => {
    const types = ["number", "integer", "boolean", "date", "text"] as const;
    const fields = types.map((type) => ({ name: type, type, nullable: true }));
    const rows = generateRows(fields, 100);
    expect(rows).to.deep.equal(generateRows(fields, 100));
    for (const [number, integer, boolean, date, text] of rows) {
      expect(Number.isFinite(number) && Number.isSafeInteger(integer)).to.equal(true);
      expect([typeof boolean, typeof date, typeof text]).to.deep.equal(["boolean", "string", "string"]);
    }
  });
});
