import { readFileSync } from "node:fs";
import { expect } from "chai";
import { toUtf8Bytes } from "ethers";
import {
  batchGas,
  createTask,
  ENGINES,
  programDigest,
  type Task,
  TASK_LIMITS,
  taskDigest,
  TaskError,
  unitsUp,
  validateTask,
} from "#sdk/task/index.ts";
import { enginesSource } from "../../../scripts/generate/enginesSource.ts";

const PROGRAM = toUtf8Bytes("export const map = (rows) => [rows.length];");

const task = createTask({ kind: "javascript", program: PROGRAM, gasPerRow: 2_000n, length: 1, bound: 10n });

const fault = (change: object): string => {
  try {
    validateTask({ ...task, ...change });
  } catch (error) {
    expect(error).to.be.instanceOf(TaskError);
    return (error as TaskError).fault;
  }
  return "none";
};

describe("Task", () => {
  it("names its program, its engine and what it costs, and nothing it was not told", () => {
    expect(task).to.deep.equal({
      version: 1,
      program: { kind: "javascript", digest: programDigest(PROGRAM) },
      engine: ENGINES.javascript,
      params: null,
      gasPerRow: "2000",
      batchRows: 4_000,
      output: { length: 1, bound: "10" },
    });
  });

  it("has one digest whatever the order of its entries, and another if any of them changes", () => {
    const turned = Object.fromEntries(Object.entries(task).toReversed()) as unknown as Task;
    expect(taskDigest(turned)).to.equal(taskDigest(task));
    const changes: object[] = [
      { params: 0 },
      { fields: ["a"] },
      { gasPerRow: "2001" },
      { batchRows: 1 },
      { engine: ENGINES.wasm },
      { output: { length: 1, bound: "11" } },
      { program: { ...task.program, kind: "wasm" } },
    ];
    const digests = changes.map((change) => taskDigest(validateTask({ ...task, ...change })));
    expect(new Set([taskDigest(task), ...digests])).to.have.lengthOf(changes.length + 1);
  });

  it("keeps the digest of a task that was written down once", () => {
    const fixed: Task = {
      ...task,
      engine: `0x${"11".repeat(32)}`,
      program: { kind: "wasm", digest: `0x${"22".repeat(32)}` },
      params: { edges: [0, 0.1, 1e21], name: "é" },
    };
    expect(taskDigest(fixed)).to.equal("0x2df19fc536ceb8ae9e0ea0917bed5f173ebe6da75401c259f1b0e99502298b30");
  });

  it("accepts what is at its limits and says which entry is beyond", () => {
    const { length, bound, gasPerRow, batchRows, batchGas: most, paramsBytes } = TASK_LIMITS;
    const good: object[] = [
      { output: { length, bound: bound.toString() } },
      { output: { length: 1, bound: "1" } },
      { gasPerRow: gasPerRow.toString(), batchRows: Number(most / gasPerRow) },
      { gasPerRow: "1", batchRows },
      { params: "x".repeat(paramsBytes - 2) },
    ];
    for (const change of good) expect(fault(change)).to.equal("none");
    expect(fault({ output: { length: length + 1, bound: "1" } })).to.match(/^output\.length: /);
    expect(fault({ output: { length: 0, bound: "1" } })).to.match(/^output\.length: /);
    expect(fault({ output: { length: 1, bound: (bound + 1n).toString() } })).to.match(/^output\.bound: /);
    expect(fault({ output: { length: 1, bound: "0" } })).to.match(/^output\.bound: /);
    expect(fault({ gasPerRow: (gasPerRow + 1n).toString(), batchRows: 1 })).to.match(/^gasPerRow: /);
    expect(fault({ gasPerRow: "0" })).to.match(/^gasPerRow: /);
    expect(fault({ gasPerRow: gasPerRow.toString(), batchRows: Number(most / gasPerRow) + 1 })).to.match(
      /^batchRows: /,
    );
    expect(fault({ batchRows: batchRows + 1 })).to.match(/^batchRows: /);
    expect(fault({ batchRows: 0.5 })).to.match(/^batchRows: /);
    expect(fault({ params: "x".repeat(paramsBytes - 1) })).to.match(/^params: /);
  });

  it("says what is wrong with an entry", () => {
    const { batchRows, length } = TASK_LIMITS;
    expect(fault({ more: 1, others: 2 })).to.equal("the task: has entries that are not known: more, others");
    expect(fault({ version: 2 })).to.equal("version: must be 1");
    expect(fault({ program: { ...task.program, kind: "python" } })).to.equal(
      "program.kind: must be wasm or javascript",
    );
    expect(fault({ output: { length: 0, bound: "1" } })).to.equal("output.length: must be at least 1");
    expect(fault({ output: { length: length + 1, bound: "1" } })).to.equal(`output.length: must be at most ${length}`);
    expect(fault({ batchRows: batchRows + 1 })).to.equal(`batchRows: must be at most ${batchRows}`);
    expect(fault({ fields: "a" })).to.equal("fields: must be of the kind array");
    expect(fault({ fields: [] })).to.equal("fields: must have a length of at least 1");
  });

  it("refuses numbers that are written in two ways", () => {
    for (const gasPerRow of ["01", "+1", "1.0", "1e3", " 1", "", 1, "0x10", "-1"]) {
      expect(fault({ gasPerRow })).to.match(/^gasPerRow: /);
    }
    expect(fault({ engine: ENGINES.javascript.toUpperCase() })).to.match(/^engine: /);
  });

  it("refuses entries it does not know, fields named twice and names that harm careless readers", () => {
    expect(fault({ more: 1 })).to.match(/more/);
    expect(fault({ program: { ...task.program, url: "http://x" } })).to.match(/^program: /);
    expect(fault({ fields: ["a", "a"] })).to.match(/^fields: /);
    expect(fault({ fields: [] })).to.match(/^fields: /);
    expect(fault({ params: JSON.parse('{"__proto__": 1}') })).to.match(/__proto__/);
    expect(fault({ params: "\ud800" })).to.match(/Unicode/);
    expect(fault({ params: [Number.NaN] })).to.match(/finite/);
    expect(fault({ params: undefined })).to.match(/^params: /);
    expect(fault({ version: 2 })).to.match(/^version: /);
  });

  it("nests parameters 16 deep and no deeper", () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
    expect(fault({ params: nested(16) })).to.equal("none");
    expect(fault({ params: nested(17) })).to.match(/deeper than 16/);
    expect(fault({ params: nested(5_000) })).to.match(/deeper than 16/);
  });

  it("refuses an empty program and one that is too large", () => {
    const of = (bytes: number) => () =>
      createTask({ kind: "wasm", program: new Uint8Array(bytes), gasPerRow: 1n, length: 1, bound: 1n });
    expect(of(0)).to.throw(TaskError, /0 bytes/);
    expect(of(1_048_576)).not.to.throw();
    expect(of(1_048_577)).to.throw(TaskError, /has 1048577 bytes, at most 1048576 are accepted/);
  });
});

describe("The bill", () => {
  it("is rows times the signed price in whole units, rounded up, whatever was used", () => {
    expect(unitsUp(0n, 5n)).to.equal(0n);
    expect(unitsUp(1n, 1n)).to.equal(1n);
    expect(unitsUp(1_000n, 1_000n)).to.equal(1n);
    expect(unitsUp(1_001n, 1_000n)).to.equal(2n);
    expect(unitsUp(10n ** 12n, 10n ** 12n)).to.equal(10n ** 18n);
  });

  it("gives a batch what its rows are billed for and an allowance for starting", () => {
    expect(batchGas(task, 0)).to.equal(1_002_000n);
    expect(batchGas(task, 100) - batchGas(task, 0)).to.equal(200_000n);
  });
});

describe("sdk/task/engines.ts", () => {
  it("is what `npm run build` makes of the meter and QuickJS today", () => {
    const kept = readFileSync(new URL("../../../sdk/task/engines.ts", import.meta.url), "utf8");
    expect(kept === enginesSource(), "run `npm run build` and commit sdk/task/engines.ts").to.equal(true);
  });
});
