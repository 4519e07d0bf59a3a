import { badInput } from "./badInput.ts";

/** Reads a whole number. */
export function count(text: string, option: string): bigint {
  if (!/^\d{1,78}$/.test(text)) throw badInput(`--${option} is "${text}", which is not a whole number`, "Write digits");
  return BigInt(text);
}
