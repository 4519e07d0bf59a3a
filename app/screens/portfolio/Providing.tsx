import { useNow } from "../../chain/useNow.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { NextStep } from "../../ui/NextStep.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import { account as connected } from "../../wallet/account.ts";
import { claimEverywhere, claimIn, rewardOf } from "./claimIn.ts";
import { claimLabel } from "./claimLabel.ts";
import { DatasetLink } from "./DatasetLink.tsx";
import { isOwed } from "./data/readClaims.ts";
import type { Standing } from "./data/readStanding.ts";
import { sum } from "./data/valueOf.ts";
import { Section } from "./Section.tsx";
import type { OwnSectionProps } from "./SectionProps.ts";

/** Stakes and rewards, pool by pool. */
export function Providing({ standings, isOwn }: OwnSectionProps) {
  const active = standings.filter(isActive);
  const owing = active.filter(({ claims }) => isOwed(claims));
  if (active.length === 0) return null;
  return (
    <Section title="Rewards and stakes">
      {isOwn && owing.length > 1 && (
        <NextStep
          label={`Claim from all ${owing.length} datasets${connected.value?.batch ? "" : ": a transaction each"}`}
          act={() => claimEverywhere(owing)}
        />
      )}
      <ul class="cards">
        {active.map((standing) => (
          <InPool key={standing.pool} standing={standing} isOwn={isOwn} />
        ))}
      </ul>
    </Section>
  );
}

const isActive = ({ account, claims }: Standing): boolean =>
  account.rewarded > 0n || account.staked + account.unbonding > 0n || isOwed(claims) || claims.coming.length > 0;

interface InPoolProps {
  readonly standing: Standing;
  readonly isOwn: boolean;
}

function InPool({ standing, isOwn }: InPoolProps) {
  const { token, symbol, account, claims } = standing;
  const reward = rewardOf(standing);
  const now = useNow();
  const next = claims.coming.map(({ claimableAt }) => claimableAt).toSorted((a, b) => (a < b ? -1 : 1))[0];
  const isUnbonding = account.unbonding > 0n && claims.unbonded === 0n;
  return (
    <li class="card form">
      <h3>
        <DatasetLink token={token} symbol={symbol} tab="stake" />
      </h3>
      <Facts
        of={[
          ["Rewards to claim", <Money wei={claims.reward} of={reward} />],
          next !== undefined && [
            "Rewards still open to challenge",
            <Money wei={sum(claims.coming.map((one) => one.reward))} of={reward} />,
          ],
          next !== undefined && ["the first ends", `${dayAndTime(next)} (${fromNow(next, now)})`],
          ["Staked", <Money wei={account.staked} of={reward} />],
          account.lockedUntil > now && ["Locked by a vote until", dayAndTime(account.lockedUntil)],
          account.unbonding > 0n && ["Unbonding", <Money wei={account.unbonding} of={reward} />],
          isUnbonding && ["to be taken", `${dayAndTime(account.unbondedAt)} (${fromNow(account.unbondedAt, now)})`],
          claims.revenue > 0n && ["Licence revenue", <Money wei={claims.revenue} of="ALITA" />],
          claims.votes > 0n && ["For votes", <Money wei={claims.votes} of="ALITA" />],
        ]}
      />
      {isOwn && isOwed(claims) && (
        <NextStep label={`Claim all: ${claimLabel(claims, reward)}`} act={() => claimIn(standing)} />
      )}
    </li>
  );
}
