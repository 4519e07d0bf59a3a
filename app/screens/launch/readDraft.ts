import { ZeroAddress } from "ethers";
import { attesterSet } from "#sdk/actions/attester/attesterSet.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import { sqrtDown } from "#sdk/math/sqrtDown.ts";
import type { DatasetParams } from "#sdk/types/Dataset.ts";
import type { Draft } from "./Draft.ts";
import { readTerm } from "./readTerm.ts";
import { type TermName, TERMS } from "./TERMS.ts";
import { textFaults } from "./textFaults.ts";

/** What is wrong, by the name of what was typed. */
export type Faults = Readonly<Record<string, string>>;

export type Numbers = Readonly<Partial<Record<TermName, bigint>>>;

/** All of a launch but the digest of its document, which is made last. */
export type LaunchTerms = Omit<DatasetParams, "metadata">;

export interface ReadDraft {
  readonly faults: Faults;
  /** Those numbers that can be read, for the preview. */
  readonly numbers: Numbers;
  /** There once nothing is wrong. */
  readonly terms?: LaunchTerms;
}

const LOCKED_FOREVER = 1_000n; // liquidity that a market's first deposit leaves behind

/**
 * Reads a draft: what is wrong with it, and what would be sent.
 * @param now unix seconds
 */
export function readDraft(draft: Draft, now: bigint): ReadDraft {
  const faults: Record<string, string> = { ...textFaults(draft) };
  const numbers: Partial<Record<TermName, bigint>> = {};
  for (const name of Object.keys(TERMS) as TermName[]) {
    const reading = readTerm(draft.terms[name], TERMS[name]);
    if ("value" in reading) numbers[name] = reading.value;
    else faults[name] = reading.fault;
  }
  Object.assign(faults, { ...togetherFaults(numbers, draft.rewardInBase), ...faults });
  const hash = hashOf(draft, faults);
  if (Object.keys(faults).length > 0 || hash === undefined) return { faults, numbers };
  return { faults, numbers, terms: termsOf(draft, numbers as Record<TermName, bigint>, { now, hash }) };
}

/** What each number allows and all of them do not. A number that is missing is no fault here. */
function togetherFaults(numbers: Numbers, rewardInBase: boolean): Faults {
  const { supply, liquidityData = 0n, liquidityBase, allocation = 0n, maxIncentive } = numbers;
  const { challengeWindow, unbonding, epsilonPerJob, epsilonPerPeriod } = numbers;
  const needed = liquidityData + (rewardInBase ? 0n : allocation);
  const root = liquidityBase === undefined ? undefined : sqrtDown(liquidityData * liquidityBase);
  const found: readonly (readonly [TermName, string, boolean])[] = [
    ["supply", "Market and rewards need more Data Tokens than that", supply !== undefined && supply < needed],
    ["liquidityBase", "Too little to make a market of", root !== undefined && root <= LOCKED_FOREVER],
    ["maxIncentive", "More than all that is set aside", maxIncentive !== undefined && maxIncentive > allocation],
    ["unbonding", "Shorter than the challenge window", lower(unbonding, challengeWindow)],
    ["epsilonPerPeriod", "Less than a single job may take", lower(epsilonPerPeriod, epsilonPerJob)],
  ];
  return Object.fromEntries(found.filter(([, , isWrong]) => isWrong).map(([name, fault]) => [name, fault]));
}

const lower = (a: bigint | undefined, b: bigint | undefined): boolean => a !== undefined && b !== undefined && a < b;

/** How many attesters must agree: what was typed, else more than half. */
export const thresholdOf = ({ attesters, threshold }: Pick<Draft, "attesters" | "threshold">): string =>
  threshold.trim() === "" ? String(Math.floor(attesters.length / 2) + 1) : threshold.trim();

/** The attesters as a pool knows them; undefined, and a fault: there is no such set. */
function hashOf(draft: Draft, faults: Record<string, string>): string | undefined {
  const threshold = thresholdOf(draft);
  if (draft.attesters.length === 0) faults.attesters = "Choose at least one attester";
  else if (!/^\d{1,3}$/.test(threshold)) faults.threshold = "Write how many must agree";
  else {
    try {
      return attesterSet(draft.attesters, BigInt(threshold)).hash;
    } catch (error) {
      faults.threshold = decodeError(error).message;
    }
  }
  return undefined;
}

interface Rest {
  readonly now: bigint; // unix seconds
  readonly hash: string; // of the attesters
}

function termsOf(draft: Draft, numbers: Record<TermName, bigint>, { now, hash }: Rest): LaunchTerms {
  const { supply, liquidityData, liquidityBase, lock, makerFeeShare, ...pooled } = numbers;
  const { rewardInBase, staking, listed } = draft;
  const [gate, arbiter] = [draft.gate, draft.arbiter].map((text) => text.trim() || ZeroAddress) as [string, string];
  return {
    name: draft.name.trim(),
    symbol: draft.symbol.trim(),
    supply,
    liquidityData,
    liquidityBase,
    makerFeeShare,
    lockedUntil: now + lock,
    pool: { ...pooled, rewardInBase, staking, listed, gate, arbiter, attesterSet: hash },
  };
}
