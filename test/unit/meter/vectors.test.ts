import { readFileSync } from "node:fs";
import { expect } from "chai";
import { METER_VERSION, meter } from "#sdk/meter/index.ts";
import { type Vectors, vectorsOf } from "../../fixtures/meter/vectorsOf.ts";
import { type Case, type Ending, type Engine, runCases } from "./helpers/runCases.ts";
import { type Shell, V8_SHELLS, otherShells, runInShell } from "./helpers/shells.ts";
import { toHex } from "./helpers/toHex.ts";

const FILE = new URL("../../fixtures/meter/vectors.json", import.meta.url);

describe("The meter's test vectors", function () {
  this.timeout(30_000);
  const { version, vectors } = JSON.parse(readFileSync(FILE, "utf8")) as Vectors;

  const cases: Case[] = vectors.flatMap(({ wasm, entry, types, calls }) => {
    const metered = toHex(meter(Uint8Array.from(Buffer.from(wasm, "base64"))));
    return calls.map(({ args, gas }) => ({ imports: [], wasm: metered, gas, calls: [{ name: entry, args, types }] }));
  });

  const expected = vectors.flatMap(({ calls }) => calls);

  const compare = (endings: readonly Ending[]): void => {
    for (const [i, { ends, result, gasLeft }] of expected.entries()) {
      const { kind, value, gas } = endings[i]!;
      expect({ kind, value: value === "undefined" ? undefined : value }).to.deep.equal({ kind: ends, value: result });
      if (gasLeft !== undefined) expect(gas).to.equal(gasLeft);
    }
  };

  it("are of this version, and what the programs beside them give", () => {
    expect(version).to.equal(METER_VERSION);
    expect(vectorsOf()).to.deep.equal({ version, vectors });
  });

  it("end in all four ways", () => {
    const ends = new Set(expected.map((one) => one.ends));
    expect(ends).to.deep.equal(new Set(["returned", "trapped", "outOfGas", "stackExhausted"]));
  });

  it("hold in this process", () => {
    compare(runCases(WebAssembly as unknown as Engine, cases).map(({ endings }) => endings[0]!));
  });

  const on = (shell: Shell) => {
    it(`hold on ${shell.name}`, () => {
      compare(runInShell(shell, cases).map(({ endings }) => endings[0]!));
    });
  };
  for (const shell of [...V8_SHELLS, ...otherShells()]) on(shell);
});
