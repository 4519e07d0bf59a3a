import { expect } from "chai";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { body } from "./helpers/script.ts";

/** All that a script finds, beside the language's own syntax. */
const GLOBALS = `AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Error EvalError
  Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array InternalError Iterator JSON Map
  Math NaN Number Object Promise RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError
  Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURI decodeURIComponent encodeURI
  encodeURIComponent escape globalThis isFinite isNaN parseFloat parseInt undefined unescape`.split(/\s+/);

describe("The language of scripts", function () {
  this.timeout(60_000);

  let sandbox: Sandbox;
  before(() => {
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  /** What a script says of itself, as text. */
  async function say(expression: string): Promise<string> {
    const code = `const text = String(${expression}); return [text.length, ...[...text].map((c) => c.codePointAt(0))]`;
    const first = await sandbox.runBatch({ program: body(`${code}.slice(0, 1)`), rows: [], gas: 10n ** 9n });
    const length = Number(first.output[0]);
    expect(first.failure, expression).to.equal(undefined);
    const whole = await sandbox.runBatch({ program: body(code, length + 1), rows: [], gas: 10n ** 9n });
    return whole.output
      .slice(1)
      .map((point) => String.fromCodePoint(Number(point)))
      .join("");
  }

  const refusal = (code: string) =>
    say(`(() => { try { ${code}; return "allowed" } catch (e) { return e.message } })()`);

  it("has these globals and no others: no clock, no network, no files, no locale, no Proxy", async () => {
    const found = (await say('Object.getOwnPropertyNames(globalThis).join(" ")')).split(" ");
    expect(found.toSorted()).to.deep.equal(GLOBALS);
  });

  it("refuses chance", async () => {
    expect(await refusal("Math.random()")).to.equal("Math.random does not exist in a Datawell program");
  });

  it("makes no code from text, by whatever road", async () => {
    const makers = [
      "Function('return 1')()",
      "new Function('return 1')()",
      "(() => {}).constructor('return 1')()",
      "(function* () {}).constructor('yield 1')()",
      "(async () => {}).constructor('return 1')()",
      "(async function* () {}).constructor('yield 1')()",
      "Reflect.construct((() => {}).constructor, ['return 1'])",
      "class A {}; A.constructor('return 1')",
    ];
    for (const maker of makers) {
      expect(await refusal(maker), maker).to.equal("Making functions from text does not exist in a Datawell program");
    }
    expect(await refusal("eval('1')")).to.contain("eval");
    expect(await say("(() => {}) instanceof Function")).to.equal("true");
  });

  it("never goes on after a wait", async () => {
    const code = `let n = 0; Promise.resolve().then(() => { n = 1 }); (async () => { await 0; n = 2 })(); return [n]`;
    expect((await sandbox.runBatch({ program: body(code), rows: [], gas: 10n ** 9n })).output).to.deep.equal([0n]);
    expect(await refusal("import('node:fs')")).to.equal("allowed"); // a promise that nobody fulfils
  });

  it("nests some hundred calls, and ends a program that goes on", async () => {
    const deep = (depth: number) => body(`const f = (n) => (n === 0 ? 0 : 1 + f(n - 1)); return [f(${depth})]`);
    const run = (depth: number) => sandbox.runBatch({ program: deep(depth), rows: [], gas: 10n ** 9n });
    expect((await run(400)).output).to.deep.equal([400n]);
    expect(await run(100_000)).to.deep.include({ ok: false, failure: "Trap" });
  });

  it("computes the same functions on every machine", async () => {
    // To the last bit, as one C library has them: not left to whatever a browser or a processor does.
    expect(await say("[Math.exp(1), Math.sin(1e6), Math.pow(0.1, 0.1), Math.tanh(0.5), Math.cbrt(2)].join()")).to.equal(
      "2.718281828459045,-0.34999350217129294,0.7943282347242815,0.46211715726000974,1.2599210498948732",
    );
    expect(await say("['b', 'ä', 'a', 'Z'].sort((a, b) => a.localeCompare(b)).join('')")).to.equal("Zabä");
    expect(await say("(1234.5).toLocaleString() + 'İ'.toLowerCase().length")).to.equal("1234.52");
  });
});
