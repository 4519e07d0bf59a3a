import type { Shown } from "#sdk/actions/dataset/show.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { ShareBar } from "../../ui/charts/ShareBar.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { money } from "../../ui/money.ts";
import { Money } from "../../ui/Money.tsx";
import { LINES } from "../stake/LINES.ts";
import { rewardSymbol } from "./rewardSymbol.ts";

export interface RewardProps {
  readonly dataset: Shown;
}

/** What is left to earn by contributing, and who has which part of the dataset. */
export function Reward({ dataset }: RewardProps) {
  const { terms, status } = dataset;
  const symbol = rewardSymbol(dataset);
  return (
    <section class="card" aria-labelledby="reward-title">
      <h2 id="reward-title">Reward and stake</h2>
      <Facts
        of={[
          ["Reward left", <Money wei={status.escrow} of={symbol} />],
          ["Set aside at launch", <Money wei={terms.allocation} of={symbol} />],
          ["Most for one provider", <Money wei={terms.maxIncentive} of={symbol} />],
          ["Most for an update", <Money wei={terms.updateMax} of={symbol} />],
          ["Vests after", formatDuration(terms.challengeWindow)],
          ["New contributions", status.contributionsOpen ? "welcome" : "closed"],
        ]}
      />
      {terms.staking && (
        <ShareBar
          title="Stake: who decides, and earns from licences"
          shares={[
            { name: "Maker", value: status.ownerStake },
            { name: "Providers", value: status.totalStaked },
          ]}
          format={(value) => `${money(value)} ${symbol}`}
          marks={LINES}
        />
      )}
    </section>
  );
}
