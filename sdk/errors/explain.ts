import { formatAmount } from "../format/formatAmount.ts";
import { formatBps } from "../format/formatBps.ts";
import { formatDuration } from "../format/formatDuration.ts";
import { formatTime } from "../format/formatTime.ts";
import { JOB_PHASES } from "../types/Job.ts";
import type { Explanation } from "./Explanation.ts";
import { EXPLANATIONS } from "./explanations.ts";

/** How `{value|format}` in an explanation is shown. */
const FORMATS: Readonly<Record<string, (value: bigint) => string>> = {
  amount: formatAmount,
  bps: formatBps,
  time: formatTime,
  duration: formatDuration,
  phase: (value) => JOB_PHASES[Number(value)] ?? String(value),
};

const PLACE = /\{(\w+)(?:\|(\w+))?\}/g;

/**
 * What is known of an error: under its name, or under `Name(value,value)` where contracts give one name to errors with
 * different values.
 */
export const explanationOf = (name: string, values: readonly string[]): Explanation | undefined =>
  EXPLANATIONS[`${name}(${values.join(",")})`] ?? EXPLANATIONS[name];

/** The sentence and the remedy for an error, its values filled in. */
export function explain(
  name: string,
  values: Readonly<Record<string, unknown>>,
): { readonly message: string; readonly remedy: string } {
  const unknown = [`The contract refused with ${name}`, "See the contract's documentation"] as const;
  const [message, remedy] = explanationOf(name, Object.keys(values)) ?? unknown;
  return { message: fill(message, values), remedy: fill(remedy, values) };
}

const fill = (template: string, values: Readonly<Record<string, unknown>>): string =>
  template.replace(PLACE, (_, key: string, format?: string) => show(values[key], format));

function show(value: unknown, format?: string): string {
  const formatter = format === undefined ? undefined : FORMATS[format];
  return formatter !== undefined && typeof value === "bigint" ? formatter(value) : String(value);
}
