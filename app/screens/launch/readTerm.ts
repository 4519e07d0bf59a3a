import { toDecimal } from "#sdk/format/decimal.ts";
import { adviceOn, readAmount } from "../../ui/amountOf.ts";
import type { Term, Unit } from "./TERMS.ts";

const ONE = 10n ** 18n; // how readAmount counts

/** What one typed unit is on chain: wei, basis points, seconds, a count. */
const SCALE: Readonly<Record<Unit, bigint>> = {
  data: ONE,
  base: ONE,
  reward: ONE,
  epsilon: ONE,
  percent: 100n,
  days: 86_400n,
  count: 1n,
};

/** A number, or why there is none. */
export type Reading = { readonly value: bigint } | { readonly fault: string };

/** Reads what was typed for a term. */
export function readTerm(text: string, { unit, least, most, initial }: Term): Reading {
  let typed: bigint;
  try {
    typed = readAmount(text);
  } catch {
    return { fault: adviceOn(text, `Write a number, such as ${initial}`) };
  }
  const scaled = typed * SCALE[unit];
  if (scaled % ONE !== 0n && unit !== "days") return { fault: "Write fewer digits behind the point" };
  const value = scaled / ONE; // a part of a second is nobody's concern
  if (value < least) return { fault: `At least ${shown(least, unit)} is needed` };
  if (value > most) return { fault: `At most ${shown(most, unit)} is possible` };
  return { value };
}

const PLAIN = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6 });

/** A number of the chain as it would be typed. */
function shown(value: bigint, unit: Unit): string {
  if (SCALE[unit] === ONE) return PLAIN.format(toDecimal(value) as `${number}`);
  if (unit === "days" && value < SCALE.days) return `${value} s`;
  return PLAIN.format(Number(value) / Number(SCALE[unit]));
}
