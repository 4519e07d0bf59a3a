import { useState } from "preact/hooks";
import { unstake } from "#sdk/actions/pool/unstake.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { run } from "../../intents/run.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { TabProps } from "../dataset/tabs.ts";

export interface LowerStakeProps extends TabProps {
  readonly staked: bigint; // reward-token wei
  readonly isLocked: boolean; // by a vote
  readonly isUnbonding: boolean; // something already
}

/** Takes stake out of votes and revenue; it comes back when its clock has run. */
export function LowerStake({ dataset, staked, isLocked, isUnbonding }: LowerStakeProps) {
  const [text, setText] = useState("");
  const symbol = rewardSymbol(dataset);
  const amount = amountOf(text);
  const clock = formatDuration(dataset.terms.unbonding);

  function missing(): string | undefined {
    if (amount === undefined) return "Enter an amount to unstake";
    if (amount > staked) return "More than you staked";
    return isLocked ? "Locked by a vote" : undefined;
  }

  async function act(): Promise<void> {
    const { pool } = dataset;
    const title = `Unstake ${text} ${symbol}`;
    const done = await run({ title, act: (client) => unstake(client, { pool, amount: amount ?? 0n }) });
    if (done !== undefined) setText("");
  }

  return (
    <>
      <AmountField label="Unstake" symbol={symbol} text={text} onText={setText} balance={staked} holds="Staked" />
      <p class="hint">
        What you unstake can be taken after {clock}; until then it earns nothing and can still be slashed.{" "}
        {isUnbonding ? "Unstaking more now starts these " : "Unstaking again before that starts the "}
        {clock} anew for all of it.
      </p>
      <NextStep label="Start unbonding" missing={missing()} act={act} />
    </>
  );
}
