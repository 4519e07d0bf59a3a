import { isAddress, isHexString } from "ethers";
import type { Payout } from "#sdk/math/sumTree.ts";
import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";

const isUnits = (value: unknown): boolean => /^\d+$/.test(String(value));

/** Reads who is paid for how many units, as a list or as the settlement file that holds one; numbered in order. */
export function readPayouts(path: string, option: string): readonly Payout[] {
  const file = readJson(path, option);
  const entries = Array.isArray(file) ? file : file.payouts;
  if (!Array.isArray(entries)) throw badInput(`--${option} names ${path}, which lists no payouts`, "Write a JSON list");
  return entries.map((entry: Readonly<Record<string, unknown>>, index) => {
    const { provider, contribution, units } = entry;
    if (!isAddress(provider) || !isHexString(contribution, 32) || !isUnits(units)) {
      throw badInput(
        `Payout ${index + 1} of ${path} is not { provider, contribution, units }`,
        "Give an address, a content tag and a whole number",
      );
    }
    return { index, provider, contribution, units: BigInt(String(units)) };
  });
}
