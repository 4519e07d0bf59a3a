import { badInput } from "./badInput.ts";

const SECONDS = { s: 1n, m: 60n, h: 3_600n, d: 86_400n, "": 1n } as const;
const DURATION = /^(\d{1,12})([smhd]?)$/;

/** Reads "90s", "30m", "12h" or "3d" as seconds. */
export function duration(text: string, option: string): bigint {
  const [, count, unit = ""] = DURATION.exec(text) ?? [];
  if (count === undefined) {
    throw badInput(`--${option} is "${text}", which is not a duration`, "Write a number and s, m, h or d, such as 3d");
  }
  return BigInt(count) * SECONDS[unit as keyof typeof SECONDS];
}
