import type { ParamTexts } from "../programs/Param.ts";
import type { ReadyWord } from "../programs/ReadyMade.ts";

/** An order as it was typed so far; what is undefined stands as it is proposed. */
export interface Draft {
  readonly word: ReadyWord | "own";
  readonly texts: Readonly<Partial<Record<ReadyWord, ParamTexts>>>; // of each program, so that none is lost
  readonly largest: string; // number to expect in a field
  readonly own: OwnDraft;
  readonly bound?: string;
  readonly gasPerRow?: string;
  readonly epsilon?: string;
  readonly cohort?: string;
  readonly hours: string; // until the deadline
  readonly fee: string; // ALITA, for the coordinator
  readonly coordinatorUrl?: string;
  readonly coordinator?: string; // address
  readonly payWith: "both" | "base";
}

/** A program of the consumer's own, as it was typed. */
export interface OwnDraft {
  readonly source: string;
  readonly params: string; // JSON
  readonly fields: string; // separated by commas; "": all
  readonly length: string;
}

export const EMPTY_DRAFT: Draft = {
  word: "mean",
  texts: {},
  largest: "50",
  own: { source: "", params: "null", fields: "", length: "1" },
  hours: "24",
  fee: "5",
  payWith: "base",
};
