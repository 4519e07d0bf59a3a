import { hexlify, randomBytes } from "ethers";
import { now } from "#sdk/chain/now.ts";
import { reader } from "../../chain/site.ts";
import type { Term } from "../launch/TERMS.ts";
import { numberIn } from "./NumberField.tsx";

/** What a proposal says beside its subject, as it is typed. */
export interface Ballot {
  readonly budget: string;
  readonly days: string;
}

export const FIRST_BALLOT: Ballot = { budget: "0", days: "7" };

const DAY = 86_400n;

/** The bounds are those of Proposals.sol. */
export const BALLOT_TERMS = {
  budget: {
    label: "Reward for voters",
    words: "All who vote share it by their weight, yes and no alike. If nobody votes, it can be taken back",
    unit: "base",
    initial: "10",
    least: 0n,
    most: 2n ** 96n - 1n,
  },
  days: {
    label: "Open for",
    words: "Until then it can be voted on and carried out. At most 30 days",
    unit: "days",
    initial: "7",
    least: 1n,
    most: 30n * DAY,
  },
} as const satisfies Readonly<Record<keyof Ballot, Term>>;

/** What a ballot takes of the maker; undefined while it is not typed properly. */
export const budgetIn = ({ budget }: Ballot): bigint | undefined => numberIn(BALLOT_TERMS.budget, budget);

export const isComplete = (ballot: Ballot): boolean =>
  budgetIn(ballot) !== undefined && numberIn(BALLOT_TERMS.days, ballot.days) !== undefined;

/** The ballot as proposals carry it, from now on. */
export async function ballotFrom(ballot: Ballot) {
  const expiry = (await now(reader())) + (numberIn(BALLOT_TERMS.days, ballot.days) ?? 0n);
  return { voteBudget: budgetIn(ballot) ?? 0n, expiry, salt: hexlify(randomBytes(32)) };
}
