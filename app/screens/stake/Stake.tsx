import { ShareBar } from "../../ui/charts/ShareBar.tsx";
import { money } from "../../ui/money.ts";
import { address } from "../../wallet/account.ts";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { LINES } from "./LINES.ts";
import { OwnStake } from "./OwnStake.tsx";

/** Stake of a dataset's providers: who has which part, and the own one to raise, lower and take. */
export function Stake({ dataset }: TabProps) {
  const { ownerStake, totalStaked } = dataset.status;
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
        format={(value) => `${money(value)} ${rewardSymbol(dataset)}`}
        marks={LINES}
      />
      {address.value === undefined ? (
        <p>Connect a wallet to see your own stake.</p>
      ) : (
        <OwnStake dataset={dataset} who={address.value} />
      )}
    </section>
  );
}
