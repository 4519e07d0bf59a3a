import { parseUnits } from "ethers";
import type { Money } from "../output/Money.ts";
import { badInput } from "./badInput.ts";

const DECIMAL = /^\d+(?:\.(\d+))?$/;

/** Reads "12.5" as token wei, exactly or not at all. */
export function amount(text: string, option: string, { symbol, decimals }: Money): bigint {
  const match = DECIMAL.exec(text);
  if (match === null) {
    throw badInput(`--${option} is "${text}", which is not an amount`, `Write an amount of ${symbol} such as 12.5`);
  }
  const places = match[1]?.length ?? 0;
  if (places > decimals) {
    throw badInput(`--${option} ${text} has ${places} decimals, ${symbol} has ${decimals}`, "Leave out the last ones");
  }
  return parseUnits(text, decimals);
}
