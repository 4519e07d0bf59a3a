import { expect } from "chai";
import { WebAssembly as Polywasm } from "polywasm";
import { meter } from "#sdk/meter/index.ts";
import { casesOf } from "./helpers/casesOf.ts";
import { randomModule } from "./helpers/randomModule.ts";
import { refusal } from "./helpers/refusal.ts";
import { type Case, type Engine, type Report, runCases } from "./helpers/runCases.ts";
import { type Shell, V8_SHELLS, otherShells, runInShell } from "./helpers/shells.ts";
import { toHex } from "./helpers/toHex.ts";
import { type WasmOpt, loadWasmOpt } from "./helpers/wasmOpt.ts";
import { withoutGas } from "./helpers/withoutGas.ts";

const MODULES = process.env.TEST_EFFORT === "deep" ? 1_500 : 120;
const GAS = "1000000000000";
const V8 = WebAssembly as unknown as Engine;

interface Sample {
  readonly withoutNan: boolean;
  readonly raw: readonly Case[];
  readonly metered: readonly Case[];
}

/** One random module: raw and metered, with a case for each of its exported functions; undefined if there is none or it is refused. */
function sampleOf(wasmOpt: WasmOpt, seed: number): Sample | undefined {
  const withoutNan = seed % 3 > 0;
  const module = randomModule(wasmOpt, { seed, withoutNan });
  if (refusal(module) === "StartFunction") return undefined;
  const cases = casesOf(module);
  if (cases.length === 0) return undefined;
  const [raw, metered] = [toHex(module), toHex(meter(module, { allowedImports: cases[0]!.imports }))];
  const caseOf = (one: (typeof cases)[number], wasm: string, gas?: string): Case => ({ ...one, wasm, gas });
  return {
    withoutNan,
    raw: cases.map((one) => caseOf(one, raw)),
    metered: cases.map((one) => caseOf(one, metered, GAS)),
  };
}

const returns = ({ endings }: Report): boolean => endings.every(({ kind }) => kind === "returned");

describe("Random modules, metered", function () {
  this.timeout(600_000);
  const samples: Sample[] = [];
  let here: readonly Report[] = [];
  const metered = (): Case[] => samples.flatMap((sample) => sample.metered);

  before(async () => {
    const wasmOpt = await loadWasmOpt();
    for (let seed = 1; samples.length < MODULES; seed++) {
      const sample = sampleOf(wasmOpt, seed);
      if (sample !== undefined) samples.push(sample);
    }
    here = runCases(V8, metered());
  });

  it("return, trap, log and leave memory and globals as they do raw", () => {
    // Where there are NaNs, a raw module has several right results.
    const comparable = samples.filter(({ withoutNan }) => withoutNan);
    const raw = runCases(
      V8,
      comparable.flatMap((sample) => sample.raw),
    );
    const paying = runCases(
      V8,
      comparable.flatMap((sample) => sample.metered),
    );
    expect(paying.map(withoutGas)).to.deep.equal(raw.map(withoutGas));
  });

  it("end in every way but for want of gas or of the machine", () => {
    const kinds = here.flatMap(({ endings }) => endings.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === "returned").length).to.be.greaterThan(MODULES);
    expect(kinds.filter((kind) => kind === "trapped").length).to.be.greaterThan(MODULES / 4);
    expect(kinds).to.not.include("outOfGas").and.not.include("hostFailed");
  });

  it("take the same gas and give the same results on polywasm, which has no WebAssembly below it", () => {
    // It knows no traps and no bits of a NaN, so what needs one of them is left out.
    const cases = samples.flatMap((sample) => sample.metered.map((one) => ({ one, withoutNan: sample.withoutNan })));
    const comparable = cases.flatMap(({ one, withoutNan }, i) => (withoutNan && returns(here[i]!) ? [{ one, i }] : []));
    const there = runCases(
      Polywasm as unknown as Engine,
      comparable.map(({ one }) => one),
    );
    expect(comparable.length).to.be.greaterThan(MODULES);
    expect(there).to.deep.equal(comparable.map(({ i }) => here[i]));
  });

  it("take just the gas they take: the whole of it suffices, one less does not", () => {
    const [enough, short] = [0n, 1n].map((less) =>
      metered()
        .slice(0, 300)
        .flatMap((one, i) => {
          const spent = BigInt(GAS) - BigInt(here[i]!.endings.at(-1)!.gas!);
          return returns(here[i]!) && spent > 0n ? [{ ...one, gas: String(spent - less) }] : [];
        }),
    );
    expect(runCases(V8, enough!).every((report) => returns(report) && report.endings.at(-1)!.gas === "0")).to.equal(
      true,
    );
    const last = runCases(V8, short!).map(({ endings }) => endings.find(({ kind }) => kind !== "returned")?.kind);
    expect(new Set(last)).to.deep.equal(new Set(["outOfGas"]));
  });

  const on = (shell: Shell) => {
    it(`end alike and take the same gas on ${shell.name}`, () => {
      expect(runInShell(shell, metered())).to.deep.equal(here);
    });
  };
  for (const shell of V8_SHELLS) on(shell);

  const others = otherShells();
  for (const shell of others) on(shell);
  const missing = ["JavaScriptCore", "SpiderMonkey"].filter((name) => others.every((other) => other.name !== name));
  for (const name of missing) {
    it(`end alike and take the same gas on ${name}`, function () {
      console.log(
        `      ${name} is not on this machine: apt-get install libjavascriptcoregtk-4.0-bin libmozjs-102-dev`,
      );
      this.skip();
    });
  }
});
