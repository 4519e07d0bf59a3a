import { isAddress } from "ethers";
import type { Field } from "#sdk/data/table.ts";
import type { PoolParams } from "#sdk/types/Dataset.ts";
import { adviceOn, readAmount } from "../../../ui/amountOf.ts";
import type { Policy } from "../dataset/usePolicy.ts";
import type { Choice } from "../engine/build.ts";
import { paramsOf } from "../programs/paramsOf.ts";
import { proposedBound } from "../programs/proposedBound.ts";
import { readyMade } from "../programs/READY_MADE.ts";
import { startingTexts } from "../programs/startingTexts.ts";
import type { Draft, OwnDraft } from "./Draft.ts";

/** What an order must fit. */
export interface OrderContext {
  readonly fields: readonly Field[]; // declared; none: nobody tells
  readonly terms: Pick<PoolParams, "minCohort" | "epsilonPerJob">;
  readonly policy: Policy;
}

/** An order that could be prepared. */
export interface Order {
  readonly choice: Choice;
  readonly bound: bigint;
  readonly gasPerRow: bigint | undefined; // undefined: what the program usually takes
  readonly epsilon: bigint; // wad
  readonly minCohort: bigint;
  readonly seconds: bigint; // until the deadline
  readonly coordinatorFee: bigint; // ALITA wei
}

export interface OrderFault {
  readonly fault: string; // what is missing, for a button
}

const MOST_BOUND = 2n ** 53n;
const MOST_GAS = 10n ** 12n;
const MOST_HOURS = 30n * 24n; // what the contract takes
const MOST_LENGTH = 65_536n;

/** Reads an order as it was typed, with what is proposed where nothing was; or the first thing that is missing. */
export function readDraft(draft: Draft, context: OrderContext): Order | OrderFault {
  const choice = choiceOf(draft, context);
  if ("fault" in choice) return choice;
  const { terms, policy } = context;
  const bound = wholeOr(draft.bound, boundOf(choice, draft, policy.devices.most), MOST_BOUND);
  if (bound === undefined) return { fault: `Bound: enter a whole number from 1 to ${MOST_BOUND}` };
  const gasPerRow = wholeOr(draft.gasPerRow, 0n, MOST_GAS);
  if (gasPerRow === undefined) return { fault: `Gas for each row: enter a whole number from 1 to ${MOST_GAS}` };
  const minCohort = wholeOr(draft.cohort, terms.minCohort, 2n ** 32n - 1n);
  if (minCohort === undefined || minCohort < terms.minCohort) {
    return { fault: `Fewest providers: at least ${terms.minCohort}` };
  }
  if (minCohort > BigInt(policy.devices.count)) return { fault: `Only ${policy.devices.count} devices could answer` };
  const epsilon = epsilonOf(draft, context);
  if (typeof epsilon === "object") return epsilon;
  const hours = wholeOr(draft.hours, 0n, MOST_HOURS);
  if (!hours) return { fault: `Hours: enter a whole number from 1 to ${MOST_HOURS}` };
  const coordinatorFee = amountOr(draft.fee);
  if (coordinatorFee === undefined) return { fault: `Coordinator's fee: ${adviceOn(draft.fee, "enter an amount")}` };
  return {
    choice,
    bound,
    gasPerRow: gasPerRow === 0n ? undefined : gasPerRow,
    epsilon,
    minCohort,
    seconds: hours * 3_600n,
    coordinatorFee,
  };
}

/** The bound that is proposed. */
export function boundOf(choice: Choice, { largest }: Pick<Draft, "largest">, rows: bigint): bigint {
  if (choice.word === "own") return rows * 100n > 0n ? rows * 100n : 100n;
  const size = Math.abs(Number(largest));
  return proposedBound({ ...choice, rows, largest: Number.isFinite(size) ? size : 1 });
}

/** The epsilon (wad) that is proposed: what the pool allows for a job, as far as its budget goes. */
export const proposedEpsilon = ({ terms, policy }: Pick<OrderContext, "terms" | "policy">): bigint =>
  policy.left < terms.epsilonPerJob ? policy.left : terms.epsilonPerJob;

/** What the dataset's form shows for a program. */
export function textsOf({ texts, word }: Draft, fields: readonly Field[]) {
  if (word === "own") return {};
  return { ...startingTexts(readyMade(word)?.params ?? [], fields), ...texts[word] };
}

function choiceOf(draft: Draft, { fields }: OrderContext): Choice | OrderFault {
  if (draft.word === "own") return ownChoice(draft.own);
  const params = paramsOf(readyMade(draft.word)?.params ?? [], textsOf(draft, fields));
  return "fault" in params ? { fault: params.fault } : { word: draft.word, values: params.values };
}

function ownChoice({ source, params, fields, length }: OwnDraft): Choice | OrderFault {
  if (source.trim() === "") return { fault: "Paste or drop a program" };
  if (!/\bexport\b[^;]*\bmap\b/.test(source)) return { fault: "The program must export a function map" };
  const size = wholeOr(length, 0n, MOST_LENGTH);
  if (!size) return { fault: `Numbers in the answer: from 1 to ${MOST_LENGTH}` };
  const names = fields.split(",").map((name) => name.trim());
  try {
    const value: unknown = JSON.parse(params);
    return {
      word: "own",
      source,
      params: value as (Choice & { word: "own" })["params"],
      fields: names.filter((name) => name !== ""),
      length: Number(size),
    };
  } catch {
    return { fault: "Parameters: enter JSON, such as null" };
  }
}

function epsilonOf({ epsilon: text }: Draft, context: OrderContext): bigint | OrderFault {
  const { terms, policy } = context;
  const epsilon = text === undefined ? proposedEpsilon(context) : amountOr(text);
  if (epsilon === undefined) return { fault: `Epsilon: ${adviceOn(text ?? "", "enter a number")}` };
  if (terms.epsilonPerJob === 0n) return epsilon === 0n ? 0n : { fault: "Epsilon: 0 in this dataset" };
  if (policy.left === 0n) return { fault: "The privacy budget of this period is spent" };
  if (epsilon === 0n) return { fault: "Epsilon: enter a number above zero" };
  if (epsilon > terms.epsilonPerJob) return { fault: "Epsilon: more than the dataset allows for a job" };
  return epsilon > policy.left ? { fault: "Epsilon: more than the budget has left" } : epsilon;
}

/** A whole number from 1 to `most` that was typed, or what is proposed if nothing was; undefined: it is none. */
function wholeOr(text: string | undefined, proposed: bigint, most: bigint): bigint | undefined {
  if (text === undefined) return proposed;
  if (!/^\d{1,30}$/.test(text.trim())) return undefined;
  const value = BigInt(text.trim());
  return value >= 1n && value <= most ? value : undefined;
}

function amountOr(text: string): bigint | undefined {
  try {
    return readAmount(text);
  } catch {
    return undefined;
  }
}

/** Whether somebody's account could be a coordinator's. */
export const isAccount = (text: string | undefined): text is string => isAddress(text);
