import { expect } from "chai";
import { LIMITS_V1, MeterError, type MeterErrorCode, meter } from "#sdk/meter/index.ts";
import { INSTRUCTIONS } from "#sdk/meter/instructions/INSTRUCTIONS.ts";
import { leb } from "#sdk/meter/binary/Writer.ts";
import { thrown } from "../sdk/helpers/thrown.ts";
import { assemble } from "./helpers/assemble.ts";
import { F64, HEADER, I32, file, longSection, oneFunction, section } from "./helpers/binary.ts";
import { refusal } from "./helpers/refusal.ts";

/** One function of which the body begins with an instruction. */
const withInstruction = (...bytes: number[]): Uint8Array => oneFunction({ body: [...bytes, 0x00] });

const fill = (count: number, ...bytes: readonly number[]): number[] =>
  Array<readonly number[]>(count).fill(bytes).flat();

const imported = (kind: readonly number[]): Uint8Array => file(section(2, 1, 1, 0x61, 1, 0x62, ...kind));

describe("The meter refuses", function () {
  this.timeout(30_000);

  const REFUSED: readonly [MeterErrorCode, string, readonly number[]][] = [
    ["Simd", "a vector constant", [0xfd, 0x0c, ...fill(16, 0)]],
    ["Threads", "an atomic load", [0xfe, 0x10, 2, 0]],
    ["Exceptions", "a try block", [0x06, 0x40]],
    ["Exceptions", "throw", [0x08, 0]],
    ["Exceptions", "throw_ref", [0x0a]],
    ["Exceptions", "a try table", [0x1f, 0x40, 0]],
    ["TailCalls", "return_call", [0x12, 0]],
    ["TailCalls", "return_call_indirect", [0x13, 0, 0]],
    ["TailCalls", "return_call_ref", [0x15, 0]],
    ["References", "call_ref", [0x14, 0]],
    ["References", "table.get", [0x25, 0]],
    ["References", "table.set", [0x26, 0]],
    ["References", "ref.null", [0xd0, 0x70]],
    ["References", "ref.func", [0xd2, 0]],
    ["References", "table.grow", [0xfc, 0x0f, 0]],
    ["References", "table.fill", [0xfc, 0x11, 0]],
    ["GarbageCollection", "struct.new", [0xfb, 0x00, 0]],
    ["GarbageCollection", "ref.eq", [0xd3]],
    ["UnknownInstruction", "a number of no instruction", [0xff]],
    ["UnknownInstruction", "a prefixed number of no instruction", [0xfc, 0x12]],
    ["UnknownInstruction", "128-bit arithmetic", [0xfc, 0x13]],
    ["UnknownInstruction", "a prefixed number that ends like a listed one", [0xfc, 0x81, 0x02]],
    ["ManyMemories", "a load from a second memory", [0x28, 0x42, 1, 0]],
    ["ManyMemories", "memory.size of a second memory", [0x3f, 1]],
    ["ManyMemories", "a copy between memories", [0xfc, 0x0a, 0, 1]],
    ["UnsupportedType", "a select of references", [0x1c, 1, 0x6f]],
    ["UnsupportedType", "a block that gives a vector", [0x02, 0x7b]],
  ];

  for (const [code, what, bytes] of REFUSED) {
    it(`${what}, reached or not`, () => {
      expect(refusal(withInstruction(...bytes))).to.equal(code);
      expect(refusal(withInstruction(0x0f, ...bytes))).to.equal(code);
    });
  }

  it("every other instruction that there is", () => {
    const codeOf = (byte: number) => refusal(withInstruction(byte, 0x0b, 0, 0, 0, 0, 0, 0, 0, 0));
    const refused = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) =>
      ["Simd", "Threads", "Exceptions", "TailCalls", "References", "GarbageCollection", "UnknownInstruction"].includes(
        codeOf(byte) ?? "",
      ),
    );
    const listed = [...INSTRUCTIONS.keys()].filter((opcode) => opcode < 256);
    expect(refused.length).to.equal(256 - listed.length - 1); // 0xfc is a prefix
  });

  const MODULES: readonly [MeterErrorCode, string, Uint8Array][] = [
    ["StartFunction", "a start function", oneFunction({ body: [], between: [], behind: section(8, 0) })],
    ["ImportKind", "an imported table", imported([1, 0x70, 0, 1])],
    ["ImportKind", "an imported global", imported([3, I32, 0])],
    ["ImportKind", "an imported tag", imported([4, 0, 0])],
    ["SharedMemory", "shared memory", file(section(5, 1, 3, 1, 1))],
    ["SharedMemory", "imported shared memory", imported([2, 3, 1, 1])],
    ["Memory64", "64-bit memory", file(section(5, 1, 4, 1))],
    ["Memory64", "a 64-bit table", file(section(4, 1, 0x70, 4, 1))],
    ["PageSize", "pages of one byte", file(section(5, 1, 8, 1, 0))],
    ["ManyMemories", "two memories", file(section(5, 2, 0, 1, 0, 1))],
    ["ManyMemories", "data for a memory by number", file(section(5, 1, 0, 1), section(11, 1, 2, 0, 0x41, 0, 0x0b, 0))],
    ["UnsupportedSection", "tags", file(section(13, 0))],
    ["UnsupportedSection", "a section of no kind", file(section(99, 0))],
    ["UnsupportedType", "a structure type", file(section(1, 1, 0x5f, 0))],
    ["UnsupportedType", "a group of types", file(section(1, 1, 0x4e, 0))],
    ["UnsupportedType", "a parameter that refers", file(section(1, 1, 0x60, 1, 0x70, 0))],
    ["UnsupportedType", "a result that is a vector", file(section(1, 1, 0x60, 0, 1, 0x7b))],
    ["UnsupportedType", "a local that refers", oneFunction({ body: [], locals: [[1, 0x6f]] })],
    ["UnsupportedType", "a global that refers", file(section(6, 1, 0x70, 0, 0xd0, 0x70, 0x0b))],
    ["UnsupportedType", "a table of externals", file(section(4, 1, 0x6f, 0, 1))],
    [
      "UnsupportedConstant",
      "an initial value that is computed",
      file(section(6, 1, I32, 0, 0x41, 1, 0x41, 1, 0x6a, 0x0b)),
    ],
    ["UnsupportedConstant", "an initial value that is read", file(section(6, 1, I32, 0, 0x23, 0, 0x0b))],
    ["UnsupportedSegment", "elements by expression", file(section(9, 1, 5, 0x70, 0))],
  ];

  for (const [code, what, module] of MODULES) {
    it(what, () => {
      expect(refusal(module)).to.equal(code);
    });
  }

  it("imports that are not listed, by both names", () => {
    const module = assemble('(module (import "env" "now" (func (result i64))))');
    expect(refusal(module)).to.equal("UnlistedImport");
    expect(refusal(module, { allowedImports: [{ module: "env", name: "abort" }] })).to.equal("UnlistedImport");
    expect(refusal(module, { allowedImports: [{ module: "now", name: "env" }] })).to.equal("UnlistedImport");
    expect(refusal(module, { allowedImports: [{ module: "env", name: "now" }] })).to.equal(undefined);
    const error = thrown(MeterError, () => meter(module));
    expect(error.message).to.equal(
      'The module imports "env" "now". A guest gets no clock, network, files or randomness; compile it without this import.',
    );
  });

  it("an export that could pass for the meter's", () => {
    const named = (name: string): Uint8Array => assemble(`(module (func (export "${name}")))`);
    expect(refusal(named("datawell:gas"))).to.equal("ReservedName");
    expect(refusal(named("datawell:"))).to.equal("ReservedName");
    expect(refusal(named("datawell"))).to.equal(undefined);
    expect(refusal(named("Datawell:gas"))).to.equal(undefined);
  });

  it("what it has metered itself: nobody pays twice", () => {
    expect(refusal(meter(assemble('(module (func (export "f")))')))).to.equal("ReservedName");
  });

  it("modules that validation refuses", () => {
    expect(refusal(oneFunction({ results: [I32], body: [] }))).to.equal("Invalid");
    expect(refusal(oneFunction({ body: [0x20, 0, 0x1a] }))).to.equal("Invalid"); // no such local
    expect(refusal(oneFunction({ body: [0x0c, 9] }))).to.equal("Invalid"); // no such label
    expect(refusal(file(section(3, 1, 0)))).to.equal("Invalid"); // no such type
  });

  it("to let a guest name the meter's globals, functions and locals", () => {
    const forged = [
      [0x42, 0, 0x24, 0], // global.set of the gas, which will be number 0
      [0x41, 0, 0x24, 1], // of the stack
      [0x23, 0, 0x1a], // global.get
      [0x10, 1], // a call of what the meter adds behind
      [0x42, 0, 0x21, 0], // local.set of the gas, which will be local 0
    ];
    for (const body of forged) expect(refusal(oneFunction({ body }))).to.equal("Invalid");
    const exported = file(section(7, 1, 1, 0x67, 3, 0)); // global 0 as "g"
    expect(refusal(exported)).to.equal("Invalid");
  });

  it("what is larger than a limit, and takes what just fits", () => {
    const { slots, nesting, branches, memoryPages, parameters, tableEntries } = LIMITS_V1;
    const deep = (depth: number) => oneFunction({ body: [...fill(depth, 0x02, 0x40), ...fill(depth, 0x0b)] });
    const wide = (targets: number) => oneFunction({ body: [0x41, 0, 0x0e, ...leb(targets), ...fill(targets + 1, 0)] });
    const pair: readonly (readonly [Uint8Array, Uint8Array])[] = [
      [oneFunction({ body: [], locals: [[slots, F64]] }), oneFunction({ body: [], locals: [[slots + 1, F64]] })],
      [deep(nesting - 1), deep(nesting)],
      [wide(branches), wide(branches + 1)],
      [file(section(5, 1, 0, ...leb(memoryPages))), file(section(5, 1, 0, ...leb(memoryPages + 1)))],
      [
        oneFunction({ params: fill(parameters, I32), body: [] }),
        oneFunction({ params: fill(parameters + 1, I32), body: [] }),
      ],
      [
        file(section(4, 1, 0x70, 0, ...leb(tableEntries))),
        file(section(4, 2, 0x70, 0, ...leb(tableEntries), 0x70, 0, 1)),
      ],
    ];
    for (const [fits, tooLarge] of pair) {
      expect(refusal(fits)).to.equal(undefined);
      expect(refusal(tooLarge)).to.equal("TooLarge");
    }
  });

  it("a function with more operands than slots, and takes what just fits", () => {
    const operands = (count: number) => oneFunction({ body: [...fill(count, 0x41, 0), ...fill(count, 0x1a)] });
    expect(refusal(operands(LIMITS_V1.slots))).to.equal(undefined);
    expect(refusal(operands(LIMITS_V1.slots + 1))).to.equal("TooLarge");
  });

  it("a function or a file of too many bytes", () => {
    const nops = (count: number) => oneFunction({ body: fill(count, 0x01) });
    expect(refusal(nops(LIMITS_V1.bodyBytes - 2))).to.equal(undefined);
    expect(refusal(nops(LIMITS_V1.bodyBytes - 1))).to.equal("TooLarge");
    const padded = (bytes: number) => file(longSection(0, fill(bytes - HEADER.length - 5, 0)));
    expect(padded(LIMITS_V1.moduleBytes).length).to.equal(LIMITS_V1.moduleBytes);
    expect(refusal(padded(LIMITS_V1.moduleBytes))).to.equal(undefined);
    expect(refusal(padded(LIMITS_V1.moduleBytes + 1))).to.equal("TooLarge");
  });
});

describe("The meter survives", function () {
  this.timeout(30_000);

  const sample = assemble(`(module (memory (export "m") 1 3) (table 2 funcref) (elem (i32.const 0) $f $f)
    (data (i32.const 8) "rows") (global $g (mut f64) (f64.const 1.5))
    (func $f (export "f") (param i32) (result i32) (local f64)
      (local.set 1 (f64.add (global.get $g) (local.get 1)))
      (block $b (loop $l (br_if $b (i32.eqz (local.get 0)))
        (local.set 0 (i32.sub (local.get 0) (i32.const 1))) (br $l)))
      (i32.trunc_f64_s (local.get 1))))`);

  it("a file cut off at every byte", () => {
    expect(refusal(sample)).to.equal(undefined);
    for (let length = 0; length < sample.length; length++) {
      const code = refusal(sample.subarray(0, length));
      if (code === undefined) expect(WebAssembly.validate(sample.slice(0, length)), String(length)).to.equal(true);
      else expect(["Malformed", "Invalid"], String(length)).to.include(code);
    }
  });

  it("every byte changed to every value: what it takes is valid before and after", () => {
    let taken = 0;
    for (let at = 0; at < sample.length; at++) {
      for (let value = 0; value < 256; value += process.env.TEST_EFFORT === "deep" ? 1 : 5) {
        const changed = sample.slice();
        changed[at] = value;
        if (refusal(changed) !== undefined) continue;
        taken++;
        expect(WebAssembly.validate(changed) && WebAssembly.validate(meter(changed)), `${at}: ${value}`).to.equal(true);
      }
    }
    expect(taken).to.be.greaterThan(100);
  });

  it("numbers that are too long or too wide", () => {
    const count = (...bytes: number[]) => refusal(file(section(1, ...bytes)));
    expect(count(0x80, 0x80, 0x80, 0x80, 0x00)).to.equal(undefined); // a padded 0, as linkers write it
    expect(count(0x80, 0x80, 0x80, 0x80, 0x80, 0x00)).to.equal("Malformed");
    expect(count(0x80, 0x80, 0x80, 0x80, 0x10)).to.equal("Malformed");
    expect(refusal(withInstruction(0x41, ...fill(5, 0x80), 0, 0x1a))).to.equal("Malformed");
    expect(refusal(withInstruction(0x41, ...fill(4, 0x80), 0x70, 0x1a))).to.equal("Invalid"); // unused bits that are set
    expect(refusal(withInstruction(0x42, ...fill(10, 0x80), 0, 0x1a))).to.equal("Malformed");
    expect(refusal(withInstruction(0x42, ...fill(9, 0x80), 0, 0x1a))).to.equal(undefined);
  });

  it("announcements of billions, at once and without the memory for them", () => {
    const billions = leb(0xffff_ffff);
    const started = performance.now();
    for (const id of [1, 2, 3, 4, 5, 6, 7, 9, 10, 11]) {
      expect(["TooLarge", "Malformed"], `section ${id}`).to.include(refusal(file(section(id, ...billions))));
      expect(refusal(file(section(id, ...leb(1_000)))), `section ${id}`).to.be.oneOf(["Malformed", "TooLarge"]);
    }
    const body = (...bytes: number[]) => refusal(file(section(10, 1, ...leb(bytes.length), ...bytes)));
    expect(body(...billions)).to.equal("TooLarge"); // runs of locals
    expect(body(1, ...billions, I32, 0x0b)).to.equal("TooLarge"); // locals of one run
    expect(body(2, ...leb(0xffff_ffff), I32, 1, I32, 0x0b)).to.equal("TooLarge"); // their sum beyond 32 bits
    expect(body(0, 0x0e, ...billions)).to.equal("TooLarge"); // targets
    expect(refusal(file([1, ...billions]))).to.equal("Malformed"); // a section longer than the file
    expect(refusal(file(section(7, 1, ...billions)))).to.equal("TooLarge"); // a name
    expect(performance.now() - started).to.be.lessThan(2_000);
  });

  it("no file at all, noise, and another version", () => {
    expect(refusal(new Uint8Array())).to.equal("Malformed");
    expect(refusal(Uint8Array.from([...HEADER.slice(0, 4), 2, 0, 0, 0]))).to.equal("Malformed");
    expect(refusal(Uint8Array.from([...HEADER.slice(0, 4), 0x0d, 0, 1, 0]))).to.equal("Malformed"); // a component
    expect(refusal(Uint8Array.from(HEADER))).to.equal(undefined); // the empty module
    expect(refusal(file(section(1, 0), section(1, 0)))).to.equal("Malformed");
    expect(refusal(file(section(3, 0), section(1, 0)))).to.equal("Invalid"); // out of order
    expect(refusal(file(section(1, 0, 0)))).to.equal("Malformed"); // a byte too many
    expect(refusal(file(section(7, 1, 1, 0xff, 3, 0)))).to.equal("Malformed"); // a name that is no UTF-8
  });

  it("bytes that their owner changes afterwards", () => {
    const mine = sample.slice();
    const metered = meter(mine);
    const copy = metered.slice();
    mine.fill(0);
    expect(metered).to.deep.equal(copy);
  });
});
