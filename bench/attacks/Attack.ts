import type { World } from "../gas/World.ts";

/** An attack with money in mind, and the search for its best case. Amounts are ALITA wei. */
export interface Attack {
  readonly name: string;
  /** What somebody might gain by it. */
  readonly question: string;
  /** What the attacker is granted, as much as could be. */
  readonly assumption: string;
  /** Who loses what if it works. */
  readonly loser: string;
  /** The formula of the bound; its value is in the finding. */
  readonly bound: string;
  /** Why the bound holds, and what is left to those who would lose. */
  readonly why: string;
  /** Where it happened, or is described. */
  readonly precedent: string;
  readonly search: (world: World) => Promise<Finding>;
}

/** What a search found. */
export interface Finding {
  /** The parameters that were searched. */
  readonly searched: string;
  readonly tries: readonly Try[];
  /** How many tries were played on the contracts, where nothing came out otherwise than computed. */
  readonly confirmed: number;
  /** Further figures, as sentences. */
  readonly notes?: readonly string[];
}

/** One choice of the attacker. */
export interface Try {
  readonly choice: string;
  readonly profit: bigint; // ALITA wei
  readonly atRisk: bigint; // ALITA wei the others have in it
  readonly bound: bigint; // ALITA wei that the profit must not exceed
}

/** The try with the greatest profit. */
export const bestOf = (tries: readonly Try[]): Try =>
  tries.reduce((best, next) => (next.profit > best.profit ? next : best));

/** The tries whose profit exceeds their bound. */
export const broken = (tries: readonly Try[]): readonly Try[] => tries.filter(({ profit, bound }) => profit > bound);
