import type { Proposed } from "#sdk/actions/pool/proposals.ts";
import { money } from "../../ui/money.ts";

export interface YesVotesProps {
  readonly one: Pick<Proposed, "asked" | "needed">;
  readonly symbol: string; // of what is staked
}

/** How far the yes votes have come towards the 60 % line, which the maker's own weight has brought nearer. */
export function YesVotes({ one: { asked, needed }, symbol }: YesVotesProps) {
  const given = asked - needed;
  return (
    <div class="votes-yes">
      <meter
        min={0}
        max={1_000}
        value={Number((given * 1_000n) / asked)}
        aria-label="Yes votes of those needed beside the maker's weight"
      />
      <p class="hint">
        {needed === 0n
          ? `Enough yes votes: ${money(asked)} ${symbol} were needed.`
          : `${money(given)} of the ${money(asked)} ${symbol} of yes votes that it needs; ${money(needed)} are missing.`}
      </p>
    </div>
  );
}
