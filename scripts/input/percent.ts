import { badInput } from "./badInput.ts";

const PERCENT = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/;

/** Reads "12.5" or "12.5%" as basis points. */
export function percent(text: string, option: string): bigint {
  const [, whole, fraction = ""] = PERCENT.exec(text) ?? [];
  const bps = BigInt(whole ?? 0) * 100n + BigInt(fraction.padEnd(2, "0"));
  if (whole === undefined || bps > 10_000n) {
    throw badInput(`--${option} is "${text}", which is no percentage`, "Write 0 to 100 with at most 2 decimals");
  }
  return bps;
}
