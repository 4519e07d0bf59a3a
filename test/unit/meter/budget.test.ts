import { expect } from "chai";
import { AMOUNT_PRICES_V1, LIMITS_V1, PRICE_TABLE_V1, instantiateMetered, meter } from "#sdk/meter/index.ts";
import { assemble } from "./helpers/assemble.ts";
import { gasOf, PLENTY, run } from "./helpers/run.ts";

const { page: PAGE } = AMOUNT_PRICES_V1;
const FUNCTION = '(func (export "f")';

/** Programs that end, with an argument; between them they charge in every way there is. */
const PROGRAMS: Readonly<Record<string, string>> = {
  nothing: `(module ${FUNCTION} (param i32)))`,
  "a straight line": `(module ${FUNCTION} (param i32) (result i32) (i32.mul (local.get 0) (i32.const 3))))`,
  "a last stretch behind a branch": `(module ${FUNCTION} (param i32) (result i32)
    (if (local.get 0) (then (return (i32.div_u (i32.const 9) (i32.const 3))))) (i32.const 1)))`,
  "a loop": `(module ${FUNCTION} (param i32)
    (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`,
  recursion: `(module (func $f (export "f") (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.add (call $f (i32.sub (local.get 0) (i32.const 1))) (i32.const 1))) (else (i32.const 0)))))`,
  "calls through a table": `(module (type $t (func (result i32))) (table 1 funcref) (elem (i32.const 0) $g)
    (func $g (result i32) (local i64) (i32.const 7))
    ${FUNCTION} (param i32) (result i32) (call_indirect (type $t) (i32.const 0))))`,
  "memory that grows": `(module (memory 1 9) ${FUNCTION} (param i32) (result i32) (memory.grow (local.get 0))))`,
  "memory that is filled": `(module (memory 1) ${FUNCTION} (param i32)
    (memory.fill (i32.const 0) (i32.const 1) (i32.mul (local.get 0) (i32.const 100)))))`,
  "memory that is copied": `(module (memory 1) (data (i32.const 0) "0123456789abcdef") ${FUNCTION} (param i32)
    (memory.copy (i32.const 99) (i32.const 0) (i32.mul (local.get 0) (i32.const 100)))))`,
  "a segment that is copied": `(module (memory 1) (data $d "0123456789abcdef") ${FUNCTION} (param i32)
    (memory.init $d (i32.const 0) (i32.const 0) (i32.const 16)) (data.drop $d)))`,
  "table entries": `(module (table 9 funcref) (elem $e func $g $g) (func $g) ${FUNCTION} (param i32)
    (table.init $e (i32.const 0) (i32.const 0) (i32.const 2)) (elem.drop $e)
    (table.copy (i32.const 4) (i32.const 0) (i32.const 4))))`,
};

describe("A budget of gas", () => {
  for (const [name, text] of Object.entries(PROGRAMS)) {
    it(`suffices to the unit, and not one below it: ${name}`, () => {
      const module = assemble(text);
      const cost = gasOf(module, [5]);
      expect(run(module, [5], cost)).to.include({ kind: "returned", gasLeft: 0n });
      if (cost > 0n) expect(run(module, [5], cost - 1n)).to.deep.equal({ kind: "outOfGas" });
    });
  }

  it("ends what would never end: loops, empty loops, branching recursion, growth", () => {
    const endless = [
      "(loop $l (br $l))",
      "(loop $a (loop $b (br $a)))",
      "(block $b (loop $l (br_table $l $l (i32.const 0))))",
      "(call $f) (call $f)",
      "(loop $l (drop (memory.grow (i32.const 64))) (br $l))",
      "(loop $l (memory.fill (i32.const 0) (i32.const 0) (i32.const 65536)) (br $l))",
      "(loop $l (call_indirect (type $t) (i32.const 0)) (br $l))",
    ];
    for (const body of endless) {
      const guard =
        "(func $g (param i32) (if (local.get 0) (then (call $g (i32.sub (local.get 0) (i32.const 1))) (call $g (i32.sub (local.get 0) (i32.const 1))))))";
      const text = body.includes("$f")
        ? `(module ${guard} ${FUNCTION} (call $g (i32.const 60))))`
        : `(module (type $t (func)) (memory 1) (table 1 funcref) (elem (i32.const 0) $e) (func $e) ${FUNCTION} ${body}))`;
      expect(run(assemble(text), [], 20_000_000n).kind, body).to.equal("outOfGas");
    }
  });

  it("is checked before a memory grows and not behind it", () => {
    const module = assemble(
      `(module (memory (export "m") 0 2048) ${FUNCTION} (result i32) (memory.grow (i32.const 2048))))`,
    );
    const instance = instantiateMetered(meter(module), { gas: gasOf(module) - 1n });
    expect(instance.call("f").kind).to.equal("outOfGas");
    expect((instance.exports.m as WebAssembly.Memory).buffer.byteLength).to.equal(0);
  });

  it("pays for making the instance: pages, table entries, and what is copied", () => {
    const empty = `${FUNCTION})`;
    const cost = (text: string): bigint => gasOf(assemble(`(module ${text} ${empty})`));
    expect(cost("")).to.equal(0n);
    expect(cost("(memory 3)")).to.equal(3n * BigInt(PAGE));
    expect(cost("(table 10 funcref)")).to.equal(10n);
    expect(cost("(table 10 funcref) (elem (i32.const 0) $g $g) (func $g)")).to.equal(12n);
    expect(cost('(memory 1) (data (i32.const 0) "0123456")')).to.equal(BigInt(PAGE));
    expect(cost('(memory 1) (data (i32.const 0) "01234567")')).to.equal(BigInt(PAGE) + 1n);
    expect(cost('(memory 1) (data $later "01234567")')).to.equal(BigInt(PAGE));
    expect(run(assemble(`(module (memory 1) ${empty})`), [], BigInt(PAGE)).kind).to.equal("returned");
    expect(run(assemble(`(module (memory 1) ${empty})`), [], BigInt(PAGE) - 1n).kind).to.equal("outOfGas");
  });

  it("pays for pages by their number, but not for growing beyond the limit", () => {
    const grow = (pages: number): [unknown, bigint] => {
      const module = assemble(
        `(module (memory 1 4) ${FUNCTION} (param i32) (result i32) (memory.grow (local.get 0))))`,
      );
      const outcome = run(module, [pages]);
      if (outcome.kind !== "returned") throw new Error(outcome.kind);
      const fixed = BigInt(PAGE + PRICE_TABLE_V1["local.get"]! + PRICE_TABLE_V1["memory.grow"]!);
      return [outcome.value, PLENTY - outcome.gasLeft - fixed];
    };
    expect(grow(0)).to.deep.equal([1, 0n]);
    expect(grow(1)).to.deep.equal([1, BigInt(PAGE)]);
    expect(grow(3)).to.deep.equal([1, 3n * BigInt(PAGE)]);
    expect(grow(4)).to.deep.equal([-1, 0n]);
    expect(grow(-1)).to.deep.equal([-1, 0n]);
  });

  it("pays for bytes by eights and table entries by one, even if they then turn out to be out of bounds", () => {
    const fill = (bytes: number, gas: bigint) =>
      run(
        assemble(`(module (memory 1) ${FUNCTION} (param i32)
        (memory.fill (i32.const 0) (i32.const 1) (local.get 0))))`),
        [bytes],
        gas,
      );
    const fixed = BigInt(PAGE) + 23n; // three operands and the instruction
    expect(fill(7, fixed)).to.include({ kind: "returned", gasLeft: 0n });
    expect(fill(8, fixed)).to.include({ kind: "outOfGas" });
    expect(fill(65_536, fixed + 8_192n)).to.include({ kind: "returned", gasLeft: 0n });
    expect(fill(65_537, fixed + 8_192n).kind).to.equal("trapped");
    expect(fill(-1, fixed + 536_870_911n).kind).to.equal("trapped"); // 2^32 - 1 bytes
    expect(fill(-1, fixed + 536_870_910n).kind).to.equal("outOfGas");
  });

  it("can be topped up and read between calls, and charged by the host", () => {
    const module = assemble(`(module (import "host" "work" (func $work)) ${FUNCTION} (call $work)))`);
    const charge = 1_000n;
    const instance = instantiateMetered(meter(module, { allowedImports: [{ module: "host", name: "work" }] }), {
      gas: 3_000n,
      imports: { host: { work: () => instance.setGas(instance.gasLeft() - charge) } },
    });
    const call = BigInt(PRICE_TABLE_V1.call!);
    expect(instance.call("f")).to.include({ kind: "returned", gasLeft: 2_000n - call });
    expect(instance.call("f").kind).to.equal("returned");
    expect(instance.call("f")).to.deep.equal({ kind: "outOfGas" });
    instance.setGas(charge + call);
    expect(instance.call("f")).to.include({ kind: "returned", gasLeft: 0n });
  });

  it("leaves a host's own error alone", () => {
    const module = assemble(`(module (import "host" "work" (func $work)) ${FUNCTION} (call $work)))`);
    const options = { allowedImports: [{ module: "host", name: "work" }] };
    const fail = () => {
      throw new TypeError("the host's own");
    };
    expect(() => run(module, [], 100n, { ...options, imports: { host: { work: fail } } })).to.throw(TypeError);
  });

  it("meters the host that comes back into the guest", () => {
    const module = assemble(`(module (import "host" "again" (func $again (param i32)))
      (func (export "f") (param i32) (if (local.get 0) (then (call $again (i32.sub (local.get 0) (i32.const 1)))))))`);
    const play = (gas: bigint) => {
      const instance = instantiateMetered(meter(module, { allowedImports: [{ module: "host", name: "again" }] }), {
        gas,
        imports: { host: { again: (n: number) => (instance.exports.f as (n: number) => void)(n) } },
      });
      return instance.call("f", 5);
    };
    const left = play(10_000n);
    if (left.kind !== "returned") throw new Error(left.kind);
    const cost = 10_000n - left.gasLeft;
    expect(cost).to.equal(5n * 13n + 2n);
    expect(play(cost).kind).to.equal("returned");
    expect(play(cost - 1n).kind).to.equal("outOfGas");
  });
});

describe("Gas left at a trap", () => {
  const body = (before: string, after: string) =>
    assemble(`(module (memory 1) (func $g) (func (export "f") ${before} ${after}))`);
  const start = 100_000n - BigInt(PAGE);
  const left = (module: Uint8Array): bigint => {
    const outcome = run(module, [], 100_000n);
    if (outcome.kind !== "trapped") throw new Error(outcome.kind);
    return outcome.gasLeft;
  };
  const TRAPS = [
    "(unreachable)",
    "(drop (i32.div_s (i32.const 1) (i32.const 0)))",
    "(drop (i32.div_s (i32.const 0x80000000) (i32.const -1)))",
    "(drop (i64.rem_u (i64.const 1) (i64.const 0)))",
    "(drop (i32.trunc_f64_s (f64.const nan)))",
    "(drop (i64.trunc_f32_u (f32.const 1e30)))",
    "(drop (i32.load (i32.const 65533)))",
    "(i64.store (i32.const -1) (i64.const 0))",
  ];

  it("is what was left at the last call or entry, whatever the trap", () => {
    for (const trap of TRAPS) {
      expect(left(body("", trap)), trap).to.equal(start);
      const call = "(block $b (br_if $b (i32.const 0)) (call $g))";
      const own = gasOf(body(call, "")) - BigInt(PAGE);
      expect(left(body(call, trap)), trap).to.equal(start - own);
    }
  });

  it("includes the rest of the stretch in which the last call was, which is paid beforehand", () => {
    const rest = "(drop (i32.div_s (i32.const 1) (i32.const 0)))";
    const paid = ["call", "i32.const", "i32.const", "i32.div_s", "drop"].reduce(
      (sum, n) => sum + PRICE_TABLE_V1[n]!,
      0,
    );
    expect(left(body("(call $g)", rest))).to.equal(start - BigInt(paid));
  });

  it("of a bulk instruction is what was left before it", () => {
    const trap = "(memory.fill (i32.const 65530) (i32.const 0) (i32.const 7))";
    expect(left(body("", trap))).to.equal(start);
  });

  it("through a table: nothing there, another type, beyond its end", () => {
    for (const index of [0, 1, 2]) {
      const module =
        assemble(`(module (type $t (func (result i32))) (table 2 2 funcref) (elem (i32.const 1) $g) (func $g)
        (func (export "f") (drop (call_indirect (type $t) (i32.const ${index})))))`);
      const outcome = run(module, [], 1_000n);
      const paid = BigInt(2 + 1 + PRICE_TABLE_V1["i32.const"]! + PRICE_TABLE_V1.call_indirect! + PRICE_TABLE_V1.drop!);
      expect(outcome, String(index)).to.include({ kind: "trapped", gasLeft: 1_000n - paid });
    }
  });
});

describe("The depth of calls", () => {
  const frame = (slots: number): number => LIMITS_V1.frameBytes + LIMITS_V1.slotBytes * slots;

  it("is bounded by the bytes of static frames, at the last that fits", () => {
    const module = assemble(`(module (func $f (export "f") (param i32)
      (if (local.get 0) (then (call $f (i32.sub (local.get 0) (i32.const 1)))))))`);
    const deepest = Math.floor(LIMITS_V1.stackBytes / frame(1 + 2)); // a parameter, and two operands
    expect(run(module, [deepest - 1]).kind).to.equal("returned");
    expect(run(module, [deepest]).kind).to.equal("stackExhausted");
  });

  it("counts locals and operands", () => {
    const operands = "(i64.const 1) ".repeat(40);
    const module = assemble(`(module (func $f (export "f") (param i32) (local i64 f64)
      (if (local.get 0) (then ${operands} (call $f (i32.sub (local.get 0) (i32.const 1))) ${"(drop) ".repeat(40)}))))`);
    const deepest = Math.floor(LIMITS_V1.stackBytes / frame(3 + 42));
    expect(run(module, [deepest - 1]).kind).to.equal("returned");
    expect(run(module, [deepest]).kind).to.equal("stackExhausted");
  });

  it("is given back on every way out of a function", () => {
    const module = assemble(`(module (func $nobody)
      (func $ways (param i32) (result i32)
        (call $nobody)
        (if (i32.eq (local.get 0) (i32.const 1)) (then (return (i32.const 10))))
        (block $inner (result i32)
          (br_table 1 $inner 1 (i32.const 20) (i32.sub (local.get 0) (i32.const 2)))))
      (func (export "f") (param i32) (result i32) (local $sum i32)
        (loop $l
          (local.set $sum (i32.add (local.get $sum) (call $ways (i32.and (local.get 0) (i32.const 7)))))
          (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
        (local.get $sum)))`);
    expect(run(module, [80_000])).to.include({ kind: "returned", value: 10_000 * (7 * 20 + 10) });
  });

  it("does not count functions that call nobody", () => {
    const module = assemble(`(module (func $leaf (param i32) (result i32) (local.get 0))
      (func (export "f") (param i32) (loop $l (drop (call $leaf (local.get 0)))
        (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`);
    expect(run(module, [100_000]).kind).to.equal("returned");
  });

  it("stops mutual and indirect recursion as well", () => {
    const mutual = assemble('(module (func $f (export "f") (call $g)) (func $g (call $f)))');
    const indirect = assemble(`(module (type $t (func)) (table 1 funcref) (elem (i32.const 0) $f)
      (func $f (export "f") (call_indirect (type $t) (i32.const 0))))`);
    expect(run(mutual).kind).to.equal("stackExhausted");
    expect(run(indirect).kind).to.equal("stackExhausted");
  });
});

describe("Memory", () => {
  it("ends at the limit of the version, or below it at the module's own", () => {
    const grow = (limits: string, pages: number): unknown => {
      const text = `(memory ${limits}) (func (export "f") (result i32) (memory.grow (i32.const ${pages})))`;
      const outcome = run(assemble(`(module ${text})`));
      return outcome.kind === "returned" ? outcome.value : outcome.kind;
    };
    expect(grow("0", LIMITS_V1.memoryPages)).to.equal(0);
    expect(grow("0", LIMITS_V1.memoryPages + 1)).to.equal(-1);
    expect(grow("1 65536", LIMITS_V1.memoryPages - 1)).to.equal(1);
    expect(grow("1 65536", LIMITS_V1.memoryPages)).to.equal(-1);
    expect(grow("1 3", 2)).to.equal(1);
    expect(grow("1 3", 3)).to.equal(-1);
  });

  it("tells a machine that has not got it from a program that may not have it", () => {
    const module = assemble(
      '(module (import "host" "m" (memory 1 8)) (func (export "f") (result i32) (memory.grow (i32.const 4))))',
    );
    const options = { allowedImports: [{ module: "host", name: "m" }] };
    const grown = (maximum: number) =>
      run(module, [], PLENTY, {
        ...options,
        imports: { host: { m: new WebAssembly.Memory({ initial: 1, maximum }) } },
      });
    expect(grown(5)).to.include({ kind: "returned", value: 1 });
    expect(grown(4).kind).to.equal("hostFailed"); // it promised 8 and has 4
  });

  it("of a host is no larger than the limit of the version", () => {
    const module = assemble('(module (import "host" "m" (memory 1)))');
    const metered = meter(module, { allowedImports: [{ module: "host", name: "m" }] });
    const give = (maximum: number) =>
      instantiateMetered(metered, {
        gas: 0n,
        imports: { host: { m: new WebAssembly.Memory({ initial: 1, maximum }) } },
      });
    expect(() => give(LIMITS_V1.memoryPages)).to.not.throw();
    expect(() => give(LIMITS_V1.memoryPages + 1)).to.throw(WebAssembly.LinkError);
  });
});
