import { money } from "../../ui/money.ts";

/** What came of a proposal, in words. */
export const tellBallot =
  (then: string) =>
  ({ ballot: { needed } }: { readonly ballot: { readonly needed: bigint } }): string =>
    needed === 0n ? `Passed by your own weight: ${then}` : `Open for votes: ${money(needed)} yes votes are missing`;
