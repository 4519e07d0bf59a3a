import { expect } from "chai";
import { INSTRUCTIONS } from "#sdk/meter/instructions/INSTRUCTIONS.ts";
import { meter } from "#sdk/meter/index.ts";
import { assemble } from "./helpers/assemble.ts";
import { F32, F64, I32, I64, oneFunction } from "./helpers/binary.ts";
import { run } from "./helpers/run.ts";
import { typesOf } from "./helpers/operands.ts";
import { type Case, type Engine, runCases } from "./helpers/runCases.ts";
import { V8_SHELLS, otherShells, runInShell } from "./helpers/shells.ts";
import { toHex } from "./helpers/toHex.ts";

const CANONICAL = { f32: 0x7fc00000, f64: 0x7ff8000000000000n };
/** NaNs with a sign and other bits, quiet and signalling. */
const ODD = { f32: [0xffc00001, 0x7fa00000], f64: [0xfff8000000000001n, 0x7ff4000000000000n] };

const valueOf = (text: string, type = "i64"): unknown => {
  const module =
    assemble(`(module (memory 1) (global $g (mut f64) (f64.const 0)) (func $pass (param f64) (result f64) (local.get 0))
    (func (export "f") (result ${type}) ${text}))`);
  const outcome = run(module);
  return outcome.kind === "returned" ? BigInt.asUintN(64, BigInt(outcome.value as bigint)) : outcome.kind;
};

const ZERO_BY_ZERO = "(f64.div (f64.const 0) (f64.const 0))";

/** i32.reinterpret_f32 or i64.reinterpret_f64 of an instruction's result, its operands being given by their bits. */
function bitsOf(opcode: number, type: "f32" | "f64", operandType: string, takes: number): Uint8Array {
  const [integer, toFloat] = operandType === "f32" ? [I32, 0xbe] : [I64, 0xbf];
  const params = Array<number>(takes).fill(integer);
  const operands = params.flatMap((_, i) => [0x20, i, toFloat]);
  const [result, toInteger] = type === "f32" ? [I32, 0xbc] : [I64, 0xbd];
  return oneFunction({ params, results: [result], body: [...operands, opcode, toInteger] });
}

/** Every instruction that may choose a NaN's bits, on NaNs of every kind. */
function nanCases(): { readonly name: string; readonly case: Case; readonly canonical: string }[] {
  return [...INSTRUCTIONS].flatMap(([opcode, { name, nan, takes }]) => {
    if (nan !== "f32" && nan !== "f64") return [];
    const operand = typesOf(name).operand as "f32" | "f64";
    const wasm = toHex(meter(bitsOf(opcode, nan, operand, takes)));
    const canonical = String(nan === "f32" ? CANONICAL.f32 : BigInt.asIntN(64, CANONICAL.f64));
    const types = Array<string>(takes).fill(operand === "f32" ? "i32" : "i64");
    return ODD[operand].map((bits) => {
      const calls = [{ name: "f", types, args: types.map(() => String(bits)) }];
      return { name, canonical, case: { imports: [], wasm, gas: "1000", calls } };
    });
  });
}

describe("NaNs of a metered module", function () {
  this.timeout(30_000);
  const cases = nanCases();

  it("have one form, from whatever instruction and operands they come", () => {
    expect(new Set(cases.map(({ name }) => name)).size).to.equal(24);
    const reports = runCases(
      WebAssembly as unknown as Engine,
      cases.map((one) => one.case),
    );
    for (const [i, { name, canonical }] of cases.entries())
      expect(reports[i]!.endings[0]!.value, name).to.equal(canonical);
  });

  for (const shell of [...V8_SHELLS, ...otherShells()]) {
    it(`have the same form on ${shell.name}`, () => {
      const reports = runInShell(
        shell,
        cases.map((one) => one.case),
      );
      expect(reports.map(({ endings }) => endings[0]!.value)).to.deep.equal(cases.map(({ canonical }) => canonical));
    });
  }

  const WAYS: Readonly<Record<string, string>> = {
    "reading the bits": `(i64.reinterpret_f64 ${ZERO_BY_ZERO})`,
    memory: `(f64.store (i32.const 8) ${ZERO_BY_ZERO}) (i64.load (i32.const 8))`,
    "a variable": `(local $x f64) (local.set $x ${ZERO_BY_ZERO}) (i64.reinterpret_f64 (local.get $x))`,
    "a variable that others are set to": `(local $x f64) (local $y f64) (local.set $x ${ZERO_BY_ZERO})
      (local.set $y (local.get $x)) (i64.reinterpret_f64 (local.tee $x (local.get $y)))`,
    "a global": `(global.set $g ${ZERO_BY_ZERO}) (i64.reinterpret_f64 (global.get $g))`,
    "a call": `(i64.reinterpret_f64 (call $pass ${ZERO_BY_ZERO}))`,
    "a block": `(i64.reinterpret_f64 (block (result f64) ${ZERO_BY_ZERO}))`,
    "a branch": `(i64.reinterpret_f64 (block $b (result f64) (br $b ${ZERO_BY_ZERO})))`,
    "a branch not taken": `(i64.reinterpret_f64 (block $b (result f64) (br_if $b ${ZERO_BY_ZERO} (i32.const 0))))`,
    "an arm": `(i64.reinterpret_f64 (if (result f64) (i32.const 1) (then ${ZERO_BY_ZERO}) (else (f64.const 1))))`,
    select: `(i64.reinterpret_f64 (select ${ZERO_BY_ZERO} (f64.const 1) (i32.const 1)))`,
    "more arithmetic": `(i64.reinterpret_f64 (f64.add (f64.sqrt ${ZERO_BY_ZERO}) (f64.const 1)))`,
    "an accumulator": `(local $x f64) (local $n i32) (loop $l (local.set $x (f64.add (local.get $x) ${ZERO_BY_ZERO}))
      (br_if $l (i32.lt_s (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 9)))) (i64.reinterpret_f64 (local.get $x))`,
    "a narrower type and back": `(i64.reinterpret_f64 (f64.promote_f32 (f32.demote_f64 ${ZERO_BY_ZERO})))`,
  };

  for (const [way, text] of Object.entries(WAYS)) {
    it(`are canonical through ${way}`, () => {
      expect(valueOf(text)).to.equal(CANONICAL.f64);
    });
  }

  it("show no sign of the engine's to copysign, abs and neg", () => {
    const sign = (text: string) => valueOf(`(i64.reinterpret_f64 ${text})`);
    expect(sign(`(f64.copysign (f64.const 1) ${ZERO_BY_ZERO})`)).to.equal(0x3ff0000000000000n);
    expect(sign(`(f64.neg ${ZERO_BY_ZERO})`)).to.equal(0xfff8000000000000n);
    expect(sign(`(f64.abs (f64.neg ${ZERO_BY_ZERO}))`)).to.equal(CANONICAL.f64);
  });

  it("keep their bits where they are only moved, by themselves and beside others", () => {
    const odd = ODD.f64[0]!;
    const given = `(f64.reinterpret_i64 (i64.const ${odd}))`;
    expect(
      valueOf(
        `(f64.store (i32.const 0) ${given}) (f64.store (i32.const 8) (f64.load (i32.const 0))) (i64.load (i32.const 8))`,
      ),
    ).to.equal(odd);
    expect(valueOf(`(local $x f64) (local.set $x ${given}) (i64.reinterpret_f64 (local.get $x))`)).to.equal(odd);
    expect(valueOf(`(i64.reinterpret_f64 (call $pass ${given}))`)).to.equal(odd);
    const either = (first: number) => `(local $x f64) (local $y f64)
      (if (i32.const ${first}) (then (local.set $x ${given})) (else (local.set $x ${ZERO_BY_ZERO})))
      (local.set $y (local.get $x)) (i64.reinterpret_f64 (local.get $y))`;
    expect(valueOf(either(1))).to.equal(odd);
    expect(valueOf(either(0))).to.equal(CANONICAL.f64);
    expect(valueOf(`(i64.reinterpret_f64 (f64.const nan:0x123))`)).to.equal(0x7ff0000000000123n);
    expect(
      valueOf(`(local $x f64) (local.set $x (f64.const nan:0x123)) (i64.reinterpret_f64 (local.get $x))`),
    ).to.equal(0x7ff0000000000123n);
  });

  it("in parameters keep the bits that the caller gave", () => {
    const params = [F64, F32];
    const body = [0x20, 0, 0xbd, 0x20, 1, 0xbc]; // both, reinterpreted
    const text = oneFunction({ params, results: [I64, I32], body });
    const outcome = run(text, [1.5, 2.5]);
    expect(outcome.kind === "returned" && outcome.value).to.deep.equal([0x3ff8000000000000n, 0x40200000]);
  });
});
