import { useState } from "preact/hooks";
import { claim } from "#sdk/actions/pool/claim.ts";
import { run } from "../../../intents/run.ts";
import { money } from "../../../ui/money.ts";
import { NextStep } from "../../../ui/NextStep.tsx";

export interface ClaimsProps {
  readonly pool: string;
  readonly symbol: string; // of the reward token
  readonly contentTags: readonly string[]; // whose rewards can be taken
  readonly amount: bigint; // reward-token wei of all of them
  readonly canStake: boolean;
}

/** Takes all rewards that can be taken, into the wallet or straight to stake. */
export function Claims({ pool, symbol, contentTags, amount, canStake }: ClaimsProps) {
  const [isStaking, stake] = useState(false);
  const toStake = canStake && isStaking ? amount : 0n;
  const words = `Claim ${money(amount)} ${symbol}${toStake > 0n ? " and stake it" : ""}`;
  return (
    <div class="form">
      {canStake && (
        <label class="way contribute-way">
          <input type="checkbox" checked={isStaking} onChange={(event) => stake(event.currentTarget.checked)} />
          <span>
            Straight to stake <span class="hint">more weight in votes, and part of the licence revenue</span>
          </span>
        </label>
      )}
      <NextStep
        label={words}
        act={() =>
          run({
            title: words,
            act: (client) => claim(client, { pool, contentTags, toStake }),
            tell: ({ paid, staked }) =>
              staked > 0n ? `Staked ${money(staked)} ${symbol}` : `Received ${money(paid)} ${symbol}`,
          })
        }
      />
    </div>
  );
}
