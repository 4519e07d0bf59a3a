import { expect } from "chai";
import { type Instruction, INSTRUCTIONS } from "#sdk/meter/instructions/INSTRUCTIONS.ts";
import { PRICE_TABLE_V1, meter } from "#sdk/meter/index.ts";
import { assemble } from "./helpers/assemble.ts";
import { oneFunction, section } from "./helpers/binary.ts";
import { byteOf, EDGES, typesOf } from "./helpers/operands.ts";
import { run } from "./helpers/run.ts";
import { type Case, type Engine, runCases } from "./helpers/runCases.ts";
import { V8_SHELLS, otherShells, runInShell } from "./helpers/shells.ts";
import { toHex } from "./helpers/toHex.ts";
import { withoutGas } from "./helpers/withoutGas.ts";

const GAS = 1_000_000_000n;
const V8 = WebAssembly as unknown as Engine;

/** Gas of an instruction and of what puts its operands on the stack. */
const priceOf = (...names: readonly string[]): bigint =>
  names.reduce((sum, name) => sum + BigInt(PRICE_TABLE_V1[name]!), 0n);

const opcodeBytes = (opcode: number): number[] => (opcode > 0xff ? [0xfc, opcode & 0xff] : [opcode]);

const isPlain = ({ name, immediate, gives }: Instruction): boolean =>
  immediate === "none" && gives === 1 && name !== "select";

/** A function that applies one instruction to its parameters. */
function plainModule(opcode: number, { name, takes }: Instruction): Uint8Array {
  const { operand, result } = typesOf(name);
  const params = Array<number>(takes).fill(byteOf(operand));
  const body = [...params.flatMap((_, i) => [0x20, i]), ...opcodeBytes(opcode)];
  return oneFunction({ params, results: [byteOf(result)], body });
}

function callsOf({ name, takes }: Instruction) {
  const { operand } = typesOf(name);
  const edges = EDGES[operand]!;
  const pairs = takes === 1 ? edges.map((a) => [a]) : edges.flatMap((a) => edges.map((b) => [a, b]));
  return pairs.map((args) => ({ name: "f", args, types: args.map(() => operand) }));
}

/** Each call of each plain instruction, on an instance of its own: a trap ends one. */
function plainCases(): { readonly instruction: Instruction; readonly raw: Case; readonly metered: Case }[] {
  return [...INSTRUCTIONS].flatMap(([opcode, instruction]) => {
    if (!isPlain(instruction)) return [];
    const module = plainModule(opcode, instruction);
    const [raw, metered] = [toHex(module), toHex(meter(module))];
    return callsOf(instruction).map((call) => {
      const one = { imports: [], calls: [call] };
      return { instruction, raw: { ...one, wasm: raw }, metered: { ...one, wasm: metered, gas: String(GAS) } };
    });
  });
}

describe("Metered instructions", function () {
  this.timeout(60_000);
  const cases = plainCases();
  const here = runCases(
    V8,
    cases.map(({ metered }) => metered),
  );

  it("give what they give unmetered, traps included", () => {
    expect(new Set(cases.map(({ instruction }) => instruction)).size).to.equal(136);
    const raw = runCases(
      V8,
      cases.map((one) => one.raw),
    );
    expect(here.map(withoutGas)).to.deep.equal(raw.map(withoutGas));
  });

  it("cost their price and that of their operands", () => {
    for (const [i, { instruction, metered }] of cases.entries()) {
      const [ending] = here[i]!.endings;
      const gets = Array<string>(instruction.takes).fill("local.get");
      const left = ending!.kind === "returned" ? GAS - priceOf(...gets, instruction.name) : GAS;
      expect(ending!.gas, `${instruction.name} ${metered.calls[0]!.args.join(" ")}`).to.equal(String(left));
    }
  });

  for (const shell of [...V8_SHELLS, ...otherShells()]) {
    it(`end alike and cost alike on ${shell.name}`, () => {
      const there = runInShell(
        shell,
        cases.map(({ metered }) => metered),
      );
      expect(there).to.deep.equal(here);
    });
  }

  it("load and store every width, at the last byte of memory and not behind it", () => {
    const memory = section(5, 1, 0, 1);
    const access = [...INSTRUCTIONS].filter(([, { immediate }]) => immediate === "access");
    expect(access.length).to.equal(23);
    for (const [opcode, { name, takes }] of access) {
      const type = name.slice(0, 3);
      const width = BigInt(/\d+(?=_|$)/.exec(name.slice(3))?.[0] ?? type.slice(1)) / 8n;
      const isLoad = takes === 1;
      const value = isLoad ? [] : [0x20, 1];
      const module = oneFunction({
        params: isLoad ? [0x7f] : [0x7f, byteOf(type)],
        results: isLoad ? [byteOf(type)] : [],
        body: [0x20, 0, ...value, opcode, 0, 0],
        between: memory,
      });
      const operand = type === "i64" ? 5n : 5;
      const call = (at: bigint) => run(module, isLoad ? [Number(at)] : [Number(at), operand]);
      expect(call(65_536n - width).kind, name).to.equal("returned");
      expect(call(65_537n - width).kind, name).to.equal("trapped");
    }
  });

  it("are all in the price table, none at a negative price", () => {
    expect(Object.keys(PRICE_TABLE_V1).length).to.equal(INSTRUCTIONS.size);
    for (const price of Object.values(PRICE_TABLE_V1)) expect(price).to.be.within(0, 20);
    expect(Object.isFrozen(PRICE_TABLE_V1)).to.equal(true);
  });
});

/** Gas of a body by the names of what it executes. */
const spent = (text: string): bigint => priceOf(...text.split(/\s+/).filter((name) => name !== ""));

const exported = (head: string, body: string): Uint8Array => assemble(`(module (func (export "f") ${head} ${body}))`);

describe("Metered control", () => {
  const gasUsed = (module: Uint8Array, ...args: number[]): { value: unknown; gas: bigint } => {
    const outcome = run(module, args, GAS);
    if (outcome.kind !== "returned") throw new Error(outcome.kind);
    return { value: outcome.value, gas: GAS - outcome.gasLeft };
  };

  it("pays for the arm that is taken and not for the other", () => {
    const arms = "(if (result i32) (local.get 0) (then (i32.const 1)) (else (i32.mul (i32.const 3) (i32.const 2))))";
    const module = exported("(param i32) (result i32)", arms);
    expect(gasUsed(module, 1)).to.deep.equal({ value: 1, gas: spent("local.get if i32.const else end end") });
    expect(gasUsed(module, 0)).to.deep.equal({ value: 6, gas: spent("local.get if i32.const i32.const i32.mul end") });
  });

  it("pays for a loop on every turn", () => {
    const loop = "(loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))";
    const module = exported("(param i32)", loop);
    const turn = spent("loop local.get i32.const i32.sub local.tee br_if");
    for (const turns of [1, 2, 1000]) expect(gasUsed(module, turns).gas).to.equal(turn * BigInt(turns));
  });

  it("pays what stands before a branch that is taken, and more only if it is not", () => {
    const body = "(block $b (br_if $b (local.get 0)) (drop (i32.const 1)))";
    const module = exported("(param i32)", body);
    expect(gasUsed(module, 1).gas).to.equal(spent("local.get br_if"));
    expect(gasUsed(module, 0).gas).to.equal(spent("local.get br_if i32.const drop"));
  });

  it("follows br_table to every target, the default too", () => {
    const blocks = "(block $c (block $b (block $a (br_table $a $b $c (local.get 0))) (return (i32.const 10)))";
    const module = exported("(param i32) (result i32)", `${blocks} (return (i32.const 20))) (i32.const 30)`);
    expect([0, 1, 2, 9].map((i) => gasUsed(module, i).value)).to.deep.equal([10, 20, 30, 30]);
    expect(gasUsed(module, 0).gas).to.equal(spent("local.get br_table i32.const return"));
    expect(gasUsed(module, 9).gas).to.equal(spent("local.get br_table i32.const"));
  });

  it("charges nothing for what is never reached, and leaves it out", () => {
    const dead = "(drop (i32.div_u (i32.const 1) (i32.const 0))) (loop $l (br $l)) (unreachable)";
    const [with_, without] = [`(return (i32.const 4)) ${dead}`, "(return (i32.const 4))"];
    const [long, short] = [with_, without].map((body) => exported("(result i32)", body));
    expect(gasUsed(long!)).to.deep.equal({ value: 4, gas: spent("i32.const return") });
    expect(meter(long!)).to.deep.equal(meter(short!));
  });

  it("passes several values through blocks, loops, calls and returns", () => {
    const module = assemble(`(module
      (func $swap (param i32 i64) (result i64 i32) (local.get 1) (local.get 0))
      (func (export "f") (param i32) (result i64 i32)
        (local $n i32) (local $x i64) (local $y i32)
        (local.set $n (i32.const 3))
        (local.set $x (i64.const 5))
        (loop $l
          (call $swap (local.get 0) (local.get $x))
          (local.set 0)
          (local.set $x)
          (local.set $x (i64.add (local.get $x) (i64.const 1)))
          (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
        (local.get $x) (local.get 0)))`);
    expect(gasUsed(module, 7).value).to.deep.equal([8n, 7]);
  });

  it("pays for calls, direct and through a table, and for the locals of who is called", () => {
    const callee = "(func $g (param i32) (result i32) (local i32 i64 f64) (local.get 0))";
    const caller = (call: string): Uint8Array =>
      assemble(`(module (type $t (func (param i32) (result i32))) (table 1 1 funcref) (elem (i32.const 0) $g) ${callee}
        (func (export "f") (param i32) (result i32) ${call}))`);
    const instantiation = 2n; // one entry in the table, and it is filled
    const locals = 3n;
    const direct = gasUsed(caller("(call $g (local.get 0))"), 9);
    expect(direct).to.deep.equal({ value: 9, gas: instantiation + locals + spent("local.get call local.get") });
    const indirect = gasUsed(caller("(call_indirect (type $t) (local.get 0) (i32.const 0))"), 9);
    const cost = spent("local.get i32.const call_indirect local.get");
    expect(indirect).to.deep.equal({ value: 9, gas: instantiation + locals + cost });
  });

  it("keeps globals, and selects", () => {
    const module = assemble(`(module (global $g (mut i32) (i32.const 40)) (func (export "f") (param i32) (result i32)
      (global.set $g (i32.add (global.get $g) (i32.const 2)))
      (select (global.get $g) (i32.const 1) (local.get 0))))`);
    const cost = spent("global.get i32.const i32.add global.set global.get i32.const local.get select");
    expect(gasUsed(module, 1)).to.deep.equal({ value: 42, gas: cost });
    expect(gasUsed(module, 0)).to.deep.equal({ value: 1, gas: cost });
  });
});
