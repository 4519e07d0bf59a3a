import { expect } from "chai";
import type { Field } from "#sdk/data/table.ts";
import { buildOf, type BuildTerms, type Choice, type ReadyChoice } from "../../../app/screens/compute/engine/build.ts";
import { answerOf, said } from "../../../app/screens/compute/job/answerOf.ts";
import type { ParamTexts } from "../../../app/screens/compute/programs/Param.ts";
import { paramsOf } from "../../../app/screens/compute/programs/paramsOf.ts";
import { proposedBound } from "../../../app/screens/compute/programs/proposedBound.ts";
import { READY_MADE, readyMade } from "../../../app/screens/compute/programs/READY_MADE.ts";
import type { ReadyWord } from "../../../app/screens/compute/programs/ReadyMade.ts";
import { startingTexts } from "../../../app/screens/compute/programs/startingTexts.ts";

const FIELDS: readonly Field[] = [
  { name: "date", type: "date", nullable: false },
  { name: "temp", type: "number", nullable: true },
  { name: "rain", type: "integer", nullable: true },
  { name: "weather", type: "text", nullable: true },
];

const build = async (choice: Choice, terms: BuildTerms) => (await buildOf(choice.word))(choice, terms);

const read = (word: ReadyWord, texts: ParamTexts) => {
  const params = readyMade(word)?.params ?? [];
  return paramsOf(params, { ...startingTexts(params, FIELDS), ...texts });
};

const valuesOf = (word: ReadyWord, texts: ParamTexts = {}): ReadyChoice => {
  const params = read(word, texts);
  if ("fault" in params) throw new Error(params.fault);
  return { word, values: params.values };
};

const faultOf = (word: ReadyWord, texts: ParamTexts): string => {
  const params = read(word, texts);
  return "fault" in params ? params.fault : "none";
};

/** What a needy program cannot guess. */
const NEEDS: Readonly<Partial<Record<ReadyWord, ParamTexts>>> = {
  groupBy: { groups: "sun, fog" },
  logisticRegression: { positive: "rain" },
};

describe("Ready-made programs", () => {
  for (const { word, name } of READY_MADE) {
    it(`${name} starts with fields that fit, and becomes a task that devices take`, async () => {
      const { task, program } = await build(valuesOf(word, NEEDS[word]), { bound: 1_000n });
      expect(program.length).to.be.greaterThan(0);
      expect(task.fields).to.satisfy((names: readonly string[]) =>
        names.every((field) => FIELDS.some((known) => known.name === field)),
      );
    });
  }

  it("read a price for each row where one was typed, and know their own where none was", async () => {
    expect((await build(valuesOf("mean"), { bound: 1n, gasPerRow: 7n })).task.gasPerRow).to.equal("7");
    expect((await build(valuesOf("mean"), { bound: 1n })).task.gasPerRow).to.equal("100000");
  });

  it("take numbers as they are written, and nothing that is none", () => {
    expect(valuesOf("histogram", { from: "-10", to: "1e3" }).values).to.include({ from: -10, to: 1_000 });
    for (const from of ["", "ten", "1,5", "Infinity"]) expect(faultOf("histogram", { from })).to.match(/^From: /);
    expect(faultOf("mean", { scale: "0" })).to.match(/above zero/);
    expect(faultOf("mean", { scale: "0.001" })).to.equal("none");
  });

  it("take 1 to 1,000 bins that end above where they begin", () => {
    for (const bins of ["0", "1001", "2.5"]) expect(faultOf("histogram", { bins })).to.match(/^Bins: /);
    for (const bins of ["1", "1000"]) expect(faultOf("histogram", { bins })).to.equal("none");
    expect(faultOf("histogram", { from: "5", to: "5" })).to.match(/^To: /);
    expect(faultOf("histogram", { from: "5", to: "5.1" })).to.equal("none");
  });

  it("take shares from 0 to 1, each of them or none", () => {
    expect(valuesOf("quantiles", { at: "0, 0.5,1" }).values.at).to.deep.equal([0, 0.5, 1]);
    for (const at of ["", "0.5, 1.01", "-0.1", "half"]) expect(faultOf("quantiles", { at })).to.match(/^Shares: /);
  });

  it("take features once each, with a spread above zero", () => {
    const feature = { field: "temp", center: "10", spread: "5" };
    expect(faultOf("linearRegression", { features: [feature, feature] })).to.match(/each field once/);
    expect(faultOf("linearRegression", { features: [{ ...feature, spread: "0" }] })).to.match(/^Features: /);
    expect(faultOf("linearRegression", { features: [] })).to.match(/^Features: /);
    expect(valuesOf("linearRegression", { features: [feature] }).values.features).to.deep.equal([
      { field: "temp", center: 10, spread: 5 },
    ]);
  });

  it("name the first thing that is missing", () => {
    expect(faultOf("groupBy", {})).to.match(/^Groups: /);
    expect(faultOf("count", { field: "" })).to.equal("Field: choose a field");
  });
});

describe("The proposed bound", () => {
  const bound = (word: ReadyWord, largest: number, scale = 1) =>
    proposedBound({ word, values: { scale }, rows: 31n, largest });

  it("is what the largest provider has: a record counts 1", () => {
    expect(bound("count", 1_000)).to.equal(31n);
    expect(bound("histogram", 1_000)).to.equal(31n);
  });

  it("holds the largest numbers in parts of a unit, and never less than the count beside them", () => {
    expect(bound("sum", 40)).to.equal(31n * 40n);
    expect(bound("mean", 45, 0.1)).to.equal(31n * 5n); // 4.5, rounded up
    expect(bound("mean", 5, 0.1)).to.equal(31n);
  });

  it("is positive without rows, and within what a task takes", () => {
    expect(proposedBound({ word: "count", values: {}, rows: 0n, largest: 1 })).to.equal(1n);
    expect(bound("sum", 1e300)).to.equal(2n ** 53n);
  });
});

describe("An answer", () => {
  const answer = async (choice: ReadyChoice, sum: readonly bigint[]) =>
    answerOf(choice, (await build(choice, { bound: 1_000n })).read(sum));

  it("is read in the program's own units", async () => {
    expect((await answer(valuesOf("mean", { field: "temp", scale: "0.1" }), [150n, 100n])).lines).to.deep.equal([
      ["Mean", said(15)],
    ]);
    expect((await answer(valuesOf("sum", { field: "temp", scale: "10" }), [155n, 3n])).lines).to.deep.equal([
      ["Sum", said(15.5)],
      ["Records", said(3)],
    ]);
  });

  it("says none where noise left nothing to divide by", async () => {
    expect((await answer(valuesOf("mean"), [150n, -2n])).lines).to.deep.equal([["Mean", "none"]]);
  });

  it("draws bins, none of them below zero", async () => {
    const { lines, bars } = await answer(valuesOf("histogram", { from: "0", to: "20", bins: "2" }), [-3n, 9n]);
    expect(lines).to.deep.equal([
      ["0 to 10", said(-3)],
      ["10 to 20", said(9)],
    ]);
    expect(bars?.map(({ value }) => value)).to.deep.equal([0, 9]);
  });

  it("names groups, and all others together", async () => {
    const choice = valuesOf("groupBy", { groups: "sun,fog", value: "temp", scale: "1" });
    const { lines } = await answer(choice, [20n, 2n, 0n, 0n, 7n, 1n]);
    expect(lines.map(([name]) => name)).to.deep.equal(["sun", "fog", "all others"]);
    expect(lines[1]?.[1]).to.match(/^mean none/);
  });

  it("of a program of one's own is its numbers", async () => {
    const own = { word: "own", source: "export const map = () => [1]", params: null, fields: [], length: 1 } as const;
    expect(answerOf(own, (await build(own, { bound: 9n })).read([-4n])).lines).to.deep.equal([["Number 1", said(-4)]]);
    expect((await build(own, { bound: 9n })).task.fields).to.equal(undefined); // it sees all
  });
});
