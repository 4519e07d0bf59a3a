import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { toUtf8Bytes } from "ethers";
import { assessQuality } from "#sdk/data/assessQuality.ts";
import { parseCsv } from "#sdk/data/parseCsv.ts";
import { parseJson } from "#sdk/data/parseJson.ts";
import type { Cell, Row, Table } from "#sdk/data/table.ts";
import {
  count,
  groupBy,
  histogram,
  linearRegression,
  logisticRegression,
  mean,
  probabilityOf,
  quality,
  quantiles,
  type ReadyProgram,
  sum,
} from "#sdk/programs/index.ts";
import { createTask, programDigest, type Task, TaskError } from "#sdk/task/index.ts";
import { programSources } from "../../../scripts/generate/programSources.ts";
import {
  createSandbox,
  measureQuality,
  runTask,
  type Sandbox,
  type TaskRun,
} from "../../../services/shared/sandbox/index.ts";

const at = (file: string) => new URL(`../../../node_modules/vega-datasets/data/${file}`, import.meta.url);
const table = (file: string): Table => {
  const text = readFileSync(at(file), "utf8");
  return file.endsWith(".csv") ? parseCsv(text) : parseJson(text);
};

const weather = table("seattle-weather.csv");
const penguins = table("penguins.json");
const BOUND = 2n ** 50n;

const column = ({ fields, rows }: Table, name: string): readonly Cell[] => {
  const index = fields.findIndex((field) => field.name === name);
  return rows.map((row) => row[index] ?? null);
};
const numbers = (from: Table, name: string) => column(from, name).filter((cell) => typeof cell === "number");
const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** A table dealt out to so many providers. */
const dealt = ({ rows }: Table, providers: number): readonly (readonly Row[])[] =>
  Array.from({ length: providers }, (_, provider) => rows.filter((__, index) => index % providers === provider));

describe("Ready-made programs", function () {
  this.timeout(60_000);

  let sandbox: Sandbox;
  before(() => {
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  /** What a job without noise gives: every provider runs the task over its own rows, and the answers are added. */
  async function compute<R>({ program, task, read }: ReadyProgram<R>, from: Table, providers = 3): Promise<R> {
    const runs: TaskRun[] = [];
    for (const rows of dealt(from, providers)) {
      runs.push(await runTask(sandbox, { task, program, fields: from.fields, rows }));
    }
    expect(runs.every(({ batches }) => batches.every(({ ok }) => ok))).to.equal(true);
    return read(runs[0]!.output.map((_, index) => runs.reduce((all, { output }) => all + output[index]!, 0n)));
  }

  it("count the records that have a value", async () => {
    expect(await compute(count({ field: "Sex", bound: BOUND }), penguins)).to.equal(
      column(penguins, "Sex").filter((cell) => cell !== null).length,
    );
    expect(column(penguins, "Sex")).to.include(null);
  });

  it("add a field to the tenth, and find its mean", async () => {
    const plain = numbers(weather, "precipitation");
    const params = { field: "precipitation", scale: 10, bound: BOUND };
    expect(await compute(sum(params), weather)).to.deep.equal({
      sum: Math.round(total(plain.map((value) => value * 10))) / 10,
      count: plain.length,
    });
    expect(await compute(mean(params), weather)).to.be.closeTo(total(plain) / plain.length, 1e-9);
  });

  it("find the same sums in batches of any size", async () => {
    const [one, few] = [4_000, 7].map((batchRows) => sum({ field: "temp_max", scale: 10, bound: BOUND, batchRows }));
    expect(await compute(one!, weather)).to.deep.equal(await compute(few!, weather));
  });

  it("count in bins, those beyond in the outer ones", async () => {
    const counts = await compute(histogram({ field: "temp_max", from: 0, to: 30, bins: 6, bound: BOUND }), weather);
    const plain = numbers(weather, "temp_max");
    const inBin = (bin: number) => (value: number) =>
      (bin === 0 || value >= bin * 5) && (bin === 5 || value < (bin + 1) * 5);
    expect(counts).to.deep.equal([0, 1, 2, 3, 4, 5].map((bin) => plain.filter(inBin(bin)).length));
  });

  it("find quantiles to the width of a bin", async () => {
    const shares = [0, 0.1, 0.5, 0.9, 1];
    const found = await compute(
      quantiles({ field: "temp_max", from: -10, to: 40, bins: 500, at: shares, bound: BOUND }),
      weather,
    );
    const plain = numbers(weather, "temp_max").toSorted((a, b) => a - b);
    shares.forEach((share, index) => {
      const exact = plain[Math.min(Math.floor(share * plain.length), plain.length - 1)]!;
      expect(found[index], `quantile ${share}`).to.be.closeTo(exact, 0.2);
    });
  });

  it("group by another field, with all that is not listed together", async () => {
    const found = await compute(
      groupBy({ key: "weather", groups: ["rain", "snow"], value: "temp_max", scale: 10, bound: BOUND }),
      weather,
    );
    const kinds = column(weather, "weather");
    const highs = column(weather, "temp_max") as number[];
    for (const { group, sum: found_, count: records, mean: average } of found) {
      const own = highs.filter((_, index) =>
        group === undefined ? !["rain", "snow"].includes(String(kinds[index])) : kinds[index] === group,
      );
      expect(records).to.equal(own.length);
      expect(found_).to.be.closeTo(total(own), 1e-6);
      expect(average).to.be.closeTo(total(own) / own.length, 1e-9);
    }
  });

  it("fit the line that least squares over all records gives", async () => {
    const model = await compute(
      linearRegression({
        features: [{ field: "Flipper Length (mm)", center: 200, spread: 15 }],
        target: { field: "Body Mass (g)", center: 4_000, spread: 800 },
        scale: 1e6,
        bound: BOUND,
      }),
      penguins,
    );
    const pairs = column(penguins, "Flipper Length (mm)")
      .map((x, index) => [x, column(penguins, "Body Mass (g)")[index]] as const)
      .filter((pair): pair is readonly [number, number] => pair.every((cell) => typeof cell === "number"));
    const [mx, my] = [0, 1].map((side) => total(pairs.map((pair) => pair[side]!)) / pairs.length) as [number, number];
    const slope = total(pairs.map(([x, y]) => (x - mx) * (y - my))) / total(pairs.map(([x]) => (x - mx) ** 2));
    expect(model.count).to.equal(pairs.length);
    expect(model.coefficients[0]).to.be.closeTo(slope, 1e-3);
    expect(model.intercept).to.be.closeTo(my - slope * mx, 0.1);
  });

  it("fit more features than one, and refuse those that follow from others", async () => {
    const target = { field: "temp_max", center: 16, spread: 7 };
    const low = { field: "temp_min", center: 8, spread: 5 };
    const wind = { field: "wind", center: 3, spread: 1.5 };
    const terms = { target, scale: 1e6, bound: BOUND };
    const { coefficients } = await compute(linearRegression({ features: [low, wind], ...terms }), weather);
    expect(coefficients[0]).to.be.closeTo(1.26, 0.02);
    expect(coefficients[1]).to.be.lessThan(0);
    const twice = compute(linearRegression({ features: [low, { ...low, spread: 4 }], ...terms }), weather);
    expect(await twice.catch((error: unknown) => error)).to.be.instanceOf(TaskError);
  });

  it("learn to tell penguins apart by federated averaging, better in every round", async () => {
    const two = {
      fields: penguins.fields,
      rows: penguins.rows.filter(([species]) => species !== "Chinstrap"),
    };
    const settings = {
      features: [
        { field: "Flipper Length (mm)", center: 200, spread: 15 },
        { field: "Beak Depth (mm)", center: 17, spread: 2 },
      ],
      label: "Species",
      positive: "Gentoo",
      scale: 1e6,
      rate: 1,
      steps: 5,
      bound: BOUND,
    };
    const named = two.rows.map((row) => Object.fromEntries(two.fields.map(({ name }, index) => [name, row[index]!])));
    const loss = (weights: readonly number[]) =>
      total(
        named.flatMap((row) => {
          const p = probabilityOf(settings, weights, row);
          return p === undefined ? [] : [-Math.log(row.Species === "Gentoo" ? p : 1 - p)];
        }),
      ) / named.length;
    let weights: readonly number[] = [0, 0, 0];
    const losses = [loss(weights)];
    for (let round = 0; round < 5; round++) {
      ({ weights } = await compute(logisticRegression({ ...settings, weights }), two));
      losses.push(loss(weights));
    }
    losses.slice(1).forEach((value, index) => expect(value).to.be.lessThan(losses[index]!));
    expect(losses.at(-1)).to.be.lessThan(0.1);
    const right = named.filter((row) => {
      const p = probabilityOf(settings, weights, row);
      return p === undefined || p > 0.5 === (row.Species === "Gentoo");
    });
    expect(right.length / named.length).to.be.greaterThan(0.98);
  });

  it("measure quality for an attestation, and find what the SDK finds", async () => {
    const options = { now: 1_500_000_000, freshnessHorizon: 10 * 365 * 86_400 };
    const { parts } = assessQuality(weather.rows, weather.fields, options);
    expect(await measureQuality(sandbox)(weather, options)).to.deep.equal(parts);
  });

  it("measure quality as the SDK does, to the bit, and the same again", async () => {
    for (const from of [weather, penguins]) {
      const options = { now: 1_769_817_600 };
      const { program, task, read } = quality({ fields: from.fields, options, records: from.rows.length });
      const run = () => runTask(sandbox, { task, program, ...from });
      const first = await run();
      expect(read(first.output)).to.deep.equal(assessQuality(from.rows, from.fields, options));
      expect(await run()).to.deep.equal(first);
    }
  });

  it("see the fields that they name and no others", async () => {
    const { task } = count({ field: "wind", bound: BOUND });
    const spy = toUtf8Bytes("export const map = (rows) => [Object.keys(rows[0]).join() === 'wind' ? 1 : 0];");
    const spied = {
      ...task,
      program: createTask({ kind: "javascript", program: spy, gasPerRow: 1n, length: 1, bound: 1n }).program,
    };
    const { output } = await runTask(sandbox, { task: spied, program: spy, ...weather });
    expect(output).to.deep.equal([1n]);
  });

  it("stay as `npm run build` makes them of their sources", async () => {
    const folder = new URL("../../../sdk/programs/scripts/", import.meta.url);
    const kept = new Map(readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), "utf8")]));
    expect(kept, "run `npm run build` and commit sdk/programs/scripts").to.deep.equal(await programSources());
  });
});

describe("runTask", function () {
  this.timeout(60_000);

  let sandbox: Sandbox;
  before(() => {
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  const fields = [{ name: "Size", type: "integer", nullable: false }] as const;
  const rows = Array.from({ length: 10 }, (_, index) => [index]);
  const code = toUtf8Bytes(
    "export const map = (rows) => { if (rows.some((r) => r.size === 4)) throw 1; return [rows.length, -rows.length * 10]; };",
  );
  const task = createTask({
    kind: "javascript",
    program: code,
    fields: ["size"],
    gasPerRow: 100_000n,
    batchRows: 3,
    length: 2,
    bound: 50n,
  });
  const run = (change: Partial<Task> = {}, program = code) =>
    runTask(sandbox, { task: { ...task, ...change }, program, fields, rows });

  it("adds what the batches answer, without those that fail, and clips the sum", async () => {
    const { output, batches, units, rows: done } = await run();
    expect(batches.map((batch) => [batch.rows, batch.ok])).to.deep.equal([
      [3, true],
      [3, false],
      [3, true],
      [1, true],
    ]);
    expect(output).to.deep.equal([7n, -50n]);
    expect(done).to.equal(10);
    expect(units).to.equal(1n);
  });

  it("bills rows by the signed price, whether their batches failed or not", async () => {
    expect((await run({ gasPerRow: "100001" })).units).to.equal(2n);
    expect((await run({ gasPerRow: "250000" })).units).to.equal(3n);
  });

  it("refuses another program, another engine, a field nobody declared, and no rows", async () => {
    const other = toUtf8Bytes("export const map = () => [1, 1];");
    const codeOf = (promise: Promise<unknown>) => promise.catch((error: TaskError) => error.code);
    expect(await codeOf(run({}, other))).to.equal("WrongProgram");
    expect(await codeOf(run({ engine: `0x${"00".repeat(32)}` }))).to.equal("WrongEngine");
    expect(await codeOf(run({ fields: ["weight"] }))).to.equal("UnknownField");
    expect(await codeOf(runTask(sandbox, { task, program: code, fields, rows: [] }))).to.equal("OutOfRange");
  });

  it("runs a script of 1 MiB, and refuses one of a byte more before it is hashed or loaded", async () => {
    const padded = (bytes: number) => {
      const program = new Uint8Array(bytes).fill(0x20);
      program.set(code);
      return program;
    };
    const whole = padded(1_048_576);
    const named = { program: { kind: "javascript" as const, digest: programDigest(whole) } };
    expect((await run(named, whole)).output).to.deep.equal([7n, -50n]);
    const error = await run(named, padded(1_048_577)).catch((fault: unknown) => fault);
    expect(error).to.be.instanceOf(TaskError).and.to.include({ code: "ProgramTooLarge" });
  });
});
