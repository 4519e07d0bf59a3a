import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { random } from "../../../../bench/similarity/random.ts";
import type { WasmOpt } from "./wasmOpt.ts";

const FEATURES = ["mvp-features", "enable-sign-ext", "enable-nontrapping-float-to-int", "enable-bulk-memory"];
const NEWER = ["enable-multivalue", "enable-mutable-globals"];

export interface RandomModule {
  readonly seed: number;
  /** Turns every NaN into 0, so that a module that is not metered has but one result too. */
  readonly withoutNan: boolean;
}

/** A valid module made of random bytes, the same for the same seed. */
export function randomModule(wasmOpt: WasmOpt, { seed, withoutNan }: RandomModule): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "meter-"));
  const [input, output] = [join(folder, "in.bin"), join(folder, "out.wasm")];
  try {
    writeFileSync(input, bytesOf(seed));
    const passes = [...FEATURES, ...NEWER, ...(withoutNan ? ["denan"] : [])].map((name) => `--${name}`);
    wasmOpt([input, "-ttf", "-q", ...passes, "-o", output]);
    return new Uint8Array(readFileSync(output));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function bytesOf(seed: number): Uint8Array {
  const next = random(seed);
  return Uint8Array.from({ length: 500 + 250 * (seed % 16) }, () => Math.floor(next() * 256));
}
