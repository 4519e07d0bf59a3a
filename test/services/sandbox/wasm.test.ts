import { expect } from "chai";
import { main as compileScript } from "assemblyscript/asc";
import binaryen from "binaryen";
import { TaskError } from "#sdk/task/index.ts";
import { createSandbox, type Program, type Sandbox } from "../../../services/shared/sandbox/index.ts";

const FIELDS = [
  { name: "when", type: "date", nullable: true },
  { name: "value", type: "number", nullable: true },
  { name: "yes", type: "boolean", nullable: true },
  { name: "word", type: "text", nullable: true },
] as const;

/** Adds the values in thousandths, the seconds, the truths and the lengths of the words; reads its parameters, too. */
const SOURCE = `
  export function alloc(bytes: i32): usize { return heap.alloc(bytes); }

  function column(rows: usize, index: i32): usize { return rows + load<u32>(rows + 12 + 8 * index); }

  export function map(rows: usize, params: usize, paramsBytes: i32, output: usize, length: i32): i32 {
    const count = load<u32>(rows);
    let missing: i64 = 0, seconds: i64 = 0, sum: i64 = 0, yes: i64 = 0, letters: i64 = 0;
    for (let row: u32 = 0; row < count; row++) {
      const when = load<f64>(column(rows, 0) + 8 * row);
      const value = load<f64>(column(rows, 1) + 8 * row);
      const truth = load<f64>(column(rows, 2) + 8 * row);
      if (isNaN(when)) missing++; else seconds += i64(when);
      if (isNaN(value)) missing++; else sum += i64(Math.round(value * 1000));
      if (isNaN(truth)) missing++; else yes += i64(truth);
      const word = column(rows, 3) + 8 * row;
      if (load<u32>(word) == u32.MAX_VALUE) missing++; else letters += load<u8>(rows + load<u32>(word)) == 0x62 ? 1 : 0;
    }
    store<i64>(output, sum);
    store<i64>(output + 8, seconds);
    store<i64>(output + 16, yes);
    store<i64>(output + 24, letters);
    store<i64>(output + 32, missing);
    store<i64>(output + 40, paramsBytes * 1000 + load<u8>(params));
    return 6;
  }
`;

async function compile(source: string): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await compileScript(
    [
      "guest.ts",
      "--outFile",
      "guest.wasm",
      "--runtime",
      "stub",
      "--use",
      "abort=",
      "-O2",
      "--exportStart",
      "_initialize",
    ],
    {
      readFile: (name) => (name === "guest.ts" ? source : null),
      writeFile: (name, contents) => {
        if (name === "guest.wasm") wasm = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || wasm === undefined) throw error ?? new Error(stderr.toString());
  return wasm;
}

/** A module from its text. */
const assemble = (text: string): Uint8Array => binaryen.parseText(text).emitBinary();

/** A guest whose `map` has this body, beside a memory and a bump allocator. */
const guest = (map: string, more = "") =>
  assemble(`(module ${more}
    (memory (export "memory") 1)
    (global $free (mut i32) (i32.const 1024))
    (func (export "alloc") (param i32) (result i32)
      (global.get $free) (global.set $free (i32.add (global.get $free) (local.get 0))))
    (func (export "map") (param $rows i32) (param $params i32) (param $bytes i32) (param $output i32) (param $length i32)
      (result i32) ${map}))`);

const program = (code: Uint8Array, length = 1): Program => ({
  kind: "wasm",
  code,
  params: null,
  fields: FIELDS,
  length,
});

const GAS = 10_000_000n;
const ROWS = [
  ["1970-01-02", 1.5, true, "bee"],
  ["soon", -0.25, false, "éa"],
  [null, null, null, null],
  ["1970-01-01T00:00:07Z", 2, true, "b"],
];

describe("A WebAssembly program", function () {
  this.timeout(60_000);

  let sandbox: Sandbox;
  before(() => {
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  const run = (code: Uint8Array, { length = 1, gas = GAS } = {}) =>
    sandbox.runBatch({ program: program(code, length), rows: ROWS, gas });

  it("in AssemblyScript reads columns of every type, and what is missing", async () => {
    const code = await compile(SOURCE);
    const first = await run(code, { length: 6 });
    expect(first.output).to.deep.equal([3250n, 86_407n, 2n, 2n, 5n, 4_110n]);
    expect(await run(code, { length: 6 })).to.deep.equal(first);
    const other = createSandbox({ workers: 1 });
    try {
      const there = await other.runBatch({ program: program(code, 6), rows: ROWS, gas: GAS });
      expect(there).to.deep.equal(first);
    } finally {
      await other.stop();
    }
  });

  it("begins with a fresh memory and fresh globals in every batch", async () => {
    const code = guest(
      `
      (i64.store (local.get $output) (i64.load (i32.const 8)))
      (i64.store (i32.const 8) (i64.const 5))
      (global.set $seen (i32.add (global.get $seen) (i32.const 1)))
      (i64.store (local.get $output) (i64.add (i64.load (local.get $output)) (i64.extend_i32_u (global.get $seen))))
      (local.get $length)`,
      "(global $seen (mut i32) (i32.const 0))",
    );
    expect((await run(code)).output).to.deep.equal([1n]);
    expect((await run(code)).output).to.deep.equal([1n]);
  });

  it("answers zeros if it traps, loops, bombs the memory, nests too deep or answers out of place", async () => {
    const bad: Record<string, readonly [Uint8Array, string]> = {
      unreachable: [guest("unreachable"), "Trap"],
      division: [guest("(i32.div_u (i32.const 1) (i32.const 0))"), "Trap"],
      outside: [guest("(i32.load (i32.const -4))"), "Trap"],
      loop: [guest("(loop $l (br $l)) (i32.const 1)"), "OutOfGas"],
      memory: [guest("(drop (memory.grow (i32.const 2000))) (i32.const 1)"), "OutOfGas"],
      recursion: [
        guest("(drop (call $deep)) (i32.const 1)", "(func $deep (result i32) (i32.add (call $deep) (i32.const 1)))"),
        "Trap",
      ],
      few: [guest("(i32.const 0)"), "WrongShape"],
      many: [guest("(i32.const 2)"), "WrongShape"],
    };
    for (const [name, [code, failure]] of Object.entries(bad)) {
      expect(await run(code), name).to.deep.equal({ ok: false, gas: GAS, output: [0n], failure });
    }
  });

  it("answers zeros if its allocator gives room that is not there", async () => {
    for (const answer of ["(i32.const -8)", "(i32.const 65529)", "unreachable"]) {
      const code = assemble(`(module (memory (export "memory") 1)
        (func (export "alloc") (param i32) (result i32) ${answer})
        (func (export "map") (param i32 i32 i32 i32 i32) (result i32) (i32.const 1)))`);
      expect((await run(code)).failure, answer).to.equal("Trap");
    }
    const wide = assemble(`(module (memory (export "memory") 1)
      (func (export "alloc") (param i64) (result i64) (i64.const 0))
      (func (export "map") (param i32 i32 i32 i32 i32) (result i32) (i32.const 1)))`);
    expect((await run(wide)).failure).to.equal("Trap");
  });

  it("may have a start that is exported, and pays for it", async () => {
    const without = await run(guest("(local.get $length)"));
    const start = `(func (export "_initialize") (local i32)
      (loop $l (br_if $l (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 1000)))))`;
    const started = await run(guest("(local.get $length)", start));
    expect(started.ok).to.equal(true);
    expect(started.gas > without.gas + 1_000n).to.equal(true);
  });

  it("is refused if it imports, starts by itself, lacks an export or is none", async () => {
    const bad: Record<string, Uint8Array> = {
      import: guest("(call $now)", '(import "env" "now" (func $now (result i32)))'),
      wasi: guest(
        "(i32.const 1)",
        '(import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32)))',
      ),
      start: guest("(i32.const 1)", "(func $go) (start $go)"),
      gas: guest("(i32.const 1)", '(global (export "datawell:gas") (mut i64) (i64.const 0))'),
      noMap: assemble(
        `(module (memory (export "memory") 1) (func (export "alloc") (param i32) (result i32) (i32.const 0)))`,
      ),
      noMemory: assemble(
        `(module (func (export "alloc") (param i32) (result i32) (i32.const 0)) (func (export "map")))`,
      ),
      notWasm: Uint8Array.of(1, 2, 3),
      empty: new Uint8Array(),
    };
    for (const [name, code] of Object.entries(bad)) {
      const error = await sandbox.check(program(code)).catch((cause: unknown) => cause);
      expect(error, name).to.be.instanceOf(TaskError);
      expect((error as TaskError).code, name).to.equal("BadProgram");
    }
  });
});
