import { account as accountOf } from "#sdk/actions/pool/account.ts";
import { claimRevenue } from "#sdk/actions/pool/claimRevenue.ts";
import { withdraw } from "#sdk/actions/pool/withdraw.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { useNow } from "../../chain/useNow.ts";
import { run } from "../../intents/run.ts";
import { href } from "../../route.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Fault } from "../../ui/Fault.tsx";
import { Money } from "../../ui/Money.tsx";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { LowerStake } from "./LowerStake.tsx";
import { RaiseStake } from "./RaiseStake.tsx";

export interface OwnStakeProps extends TabProps {
  readonly who: string;
}

/** The connected account's stake: how it stands, and what can be done with it. */
export function OwnStake({ dataset, who }: OwnStakeProps) {
  const { pool } = dataset;
  const symbol = rewardSymbol(dataset);
  const { data: own, error, retry } = useLive(`account ${pool} ${who}`, () => accountOf(reader(), { pool, who }));
  const now = useNow();
  if (own === undefined) {
    return error ? <Fault of={error} retry={retry} /> : <Facts of={[["Staked", <Money wei={undefined} />]]} />;
  }
  const { staked, room, unbonding, unbondedAt, lockedUntil, revenue } = own;
  if (staked + room + unbonding + revenue === 0n) return <Nothing {...dataset} />;
  const isLocked = lockedUntil >= now; // the chain wants a later moment, here and below
  return (
    <>
      <Facts
        of={[
          ["Staked", <Money wei={staked} of={symbol} />],
          ["Earned and not staked", <Money wei={room} of={symbol} />],
          unbonding > 0n && ["Unbonding", <Money wei={unbonding} of={symbol} />],
          unbonding > 0n && ["to be taken", `${dayAndTime(unbondedAt)} (${fromNow(unbondedAt, now)})`],
          isLocked && ["Locked by a vote until", dayAndTime(lockedUntil)],
          ["Licence revenue", <Money wei={revenue} of="ALITA" />],
        ]}
      />
      <RaiseStake dataset={dataset} room={room} />
      <LowerStake {...{ dataset, staked, isLocked }} isUnbonding={unbonding > 0n} />
      {unbonding > 0n && (
        <NextStep
          label="Take unbonded stake"
          missing={unbondedAt >= now ? `Unbonding: ${fromNow(unbondedAt, now)}` : undefined}
          act={() => run({ title: "Take unbonded stake", act: (client) => withdraw(client, { pool }) })}
        />
      )}
      {revenue > 0n && (
        <NextStep
          label={`Take ${money(revenue)} ALITA of revenue`}
          act={() => run({ title: "Take licence revenue", act: (client) => claimRevenue(client, { pool }) })}
        />
      )}
    </>
  );
}

const Nothing = ({ token }: Pick<Shown, "token">) => (
  <p>
    Stake is for providers: what you earn by contributing here can be staked.{" "}
    <a href={href(["dataset", token, "contribute"])}>Contribute</a>
  </p>
);
