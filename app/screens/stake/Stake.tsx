import { useState } from "preact/hooks";
import { account as accountOf } from "#sdk/actions/pool/account.ts";
import { claimRevenue } from "#sdk/actions/pool/claimRevenue.ts";
import { stake } from "#sdk/actions/pool/stake.ts";
import { unstake } from "#sdk/actions/pool/unstake.ts";
import { withdraw } from "#sdk/actions/pool/withdraw.ts";
import { head } from "../../chain/head.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { ShareBar } from "../../ui/charts/ShareBar.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import { address } from "../../wallet/account.ts";
import type { TabProps } from "../dataset/tabs.ts";

/** Stake of a dataset's providers: who has which part, and the own one to raise, lower and take. */
export function Stake({ dataset }: TabProps) {
  const { ownerStake, totalStaked, rewardToken } = dataset.status;
  const symbol = rewardToken === dataset.token ? dataset.symbol : "ALITA";
  if (!dataset.terms.staking)
    return <p>This dataset has no staking: its maker decides alone, and earns the revenue.</p>;
  return (
    <section class="card form" aria-labelledby="stake-title">
      <h2 id="stake-title">Stake</h2>
      <ShareBar
        title="Weight in votes and in licence revenue"
        shares={[
          { name: "Maker", value: ownerStake },
          { name: "Providers", value: totalStaked },
        ]}
        format={(value) => `${money(value)} ${symbol}`}
        marks={[50, 60]}
      />
      {address.value === undefined ? (
        <p>Connect a wallet to see your own stake.</p>
      ) : (
        <Own dataset={dataset} symbol={symbol} who={address.value} />
      )}
    </section>
  );
}

interface OwnProps extends TabProps {
  readonly symbol: string;
  readonly who: string;
}

function Own({ dataset, symbol, who }: OwnProps) {
  const { pool } = dataset;
  const [more, setMore] = useState("");
  const [less, setLess] = useState("");
  const { data: own } = useLive(`account ${pool} ${who}`, () => accountOf(reader(), { pool, who }));
  const now = BigInt(head.value?.timestamp ?? 0);
  if (own === undefined) return <Facts of={[["Staked", <Money wei={undefined} />]]} />;
  const [raise, lower] = [amountOf(more), amountOf(less)];
  const isLocked = own.lockedUntil > now;

  return (
    <>
      <Facts
        of={[
          ["Staked", <Money wei={own.staked} of={symbol} />],
          ["Earned and not staked", <Money wei={own.room} of={symbol} />],
          own.unbonding > 0n && ["Unbonding", <Money wei={own.unbonding} of={symbol} />],
          own.unbonding > 0n && ["to be taken", `${dayAndTime(own.unbondedAt)} (${fromNow(own.unbondedAt, now)})`],
          isLocked && ["Locked by a vote until", dayAndTime(own.lockedUntil)],
          ["Licence revenue", <Money wei={own.revenue} of="ALITA" />],
        ]}
      />
      <AmountField label="Stake more" symbol={symbol} text={more} onText={setMore} balance={own.room} />
      <NextStep
        label="Stake"
        missing={
          raise === undefined ? "Enter an amount to stake" : raise > own.room ? "More than you earned here" : undefined
        }
        act={() =>
          run({ title: `Stake ${more} ${symbol}`, act: (client) => stake(client, { pool, amount: raise ?? 0n }) })
        }
      />
      <AmountField label="Unstake" symbol={symbol} text={less} onText={setLess} balance={own.staked} />
      <NextStep
        label="Start unbonding"
        missing={missingToLower()}
        act={() =>
          run({ title: `Unstake ${less} ${symbol}`, act: (client) => unstake(client, { pool, amount: lower ?? 0n }) })
        }
      />
      {own.unbonding > 0n && (
        <NextStep
          label="Take unbonded stake"
          missing={own.unbondedAt > now ? `Unbonding: ${fromNow(own.unbondedAt, now)}` : undefined}
          act={() => run({ title: "Take unbonded stake", act: (client) => withdraw(client, { pool }) })}
        />
      )}
      {own.revenue > 0n && (
        <NextStep
          label={`Take ${money(own.revenue)} ALITA of revenue`}
          act={() => run({ title: "Take licence revenue", act: (client) => claimRevenue(client, { pool }) })}
        />
      )}
    </>
  );

  function missingToLower(): string | undefined {
    if (lower === undefined) return "Enter an amount to unstake";
    if (own !== undefined && lower > own.staked) return "More than you staked";
    return isLocked ? "Locked by a vote" : undefined;
  }
}
