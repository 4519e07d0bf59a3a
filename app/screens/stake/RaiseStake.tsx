import { useState } from "preact/hooks";
import { stake } from "#sdk/actions/pool/stake.ts";
import { min } from "#sdk/math/min.ts";
import { run } from "../../intents/run.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { useHeld } from "../liquidity/useHeld.ts";

export interface RaiseStakeProps extends TabProps {
  readonly room: bigint; // reward-token wei that were earned and are not staked
}

/** Stakes more: never more than was earned here, nor than the wallet has. */
export function RaiseStake({ dataset, room }: RaiseStakeProps) {
  const [text, setText] = useState("");
  const held = useHeld(dataset);
  const symbol = rewardSymbol(dataset);
  const purse = dataset.status.rewardToken === dataset.token ? held?.data : held?.base;
  const amount = amountOf(text);

  function missing(): string | undefined {
    if (amount === undefined) return "Enter an amount to stake";
    if (amount > room) return "More than you earned here";
    return purse !== undefined && amount > purse ? `Not enough ${symbol}` : undefined;
  }

  async function act(): Promise<void> {
    const { pool } = dataset;
    const title = `Stake ${text} ${symbol}`;
    const done = await run({ title, act: (client) => stake(client, { pool, amount: amount ?? 0n }) });
    if (done !== undefined) setText("");
  }

  return (
    <>
      <AmountField
        label="Stake more"
        symbol={symbol}
        text={text}
        onText={setText}
        balance={purse === undefined ? undefined : min(room, purse)}
        holds="You can stake"
      />
      <NextStep label="Stake" missing={missing()} act={act} />
    </>
  );
}
