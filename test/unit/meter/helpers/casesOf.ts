import { decodeGuest } from "#sdk/meter/module/decodeGuest.ts";
import type { Call, Case } from "./runCases.ts";

const NAMES: Readonly<Record<number, string>> = { 0x7f: "i32", 0x7e: "i64", 0x7d: "f32", 0x7c: "f64" };

const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  i32: ["0", "-1", "65535", "2147483647"],
  i64: ["-1", "9223372036854775807", "3", "0"],
  f32: ["0.5", "-0", "NaN", "-1.5"],
  f64: ["-0", "1e300", "-7.25", "NaN"],
};

/** A case for every exported function of a module, called twice with operands of its types. */
export function casesOf(raw: Uint8Array): Omit<Case, "wasm" | "gas">[] {
  const { exports, functions, types, imports } = decodeGuest(raw);
  const wanted = imports.map(({ module, name }) => ({ module, name }));
  return exports
    .filter(({ kind }) => kind === "function")
    .map(({ name, index }, position) => {
      const params = (types[functions[index]!]!.params ?? []).map((type) => NAMES[type]!);
      const call = (round: number): Call => ({
        name,
        types: params,
        args: params.map((type, i) => OPERANDS[type]![(position + i + round) % 4]!),
      });
      return { imports: wanted, calls: [call(0), call(1)] };
    });
}
