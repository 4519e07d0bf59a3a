import { Facts } from "../../../ui/Facts.tsx";
import { Money } from "../../../ui/Money.tsx";
import type { Standing } from "./Standing.ts";

export interface RewardFactsProps {
  readonly reward: bigint | undefined; // reward-token wei; undefined: not known yet
  readonly most: bigint; // reward-token wei
  readonly symbol: string;
  readonly isSure: boolean; // attesters signed what it follows from
  readonly standing: Standing | undefined; // undefined: not known yet
  readonly isUpdate: boolean;
}

/** What a contribution is going to be credited, and what it takes. */
export const RewardFacts = ({ reward, most, symbol, isSure, standing, isUpdate }: RewardFactsProps) => (
  <Facts
    of={[
      [
        <strong>{isSure ? "Reward" : "Expected reward"}</strong>,
        <strong>
          <Money wei={reward} of={symbol} />
        </strong>,
      ],
      [isUpdate ? "Most for an update" : "Most for one provider", <Money wei={most} of={symbol} />],
      !isUpdate && ["of it earned before", <Money wei={standing?.rewarded} of={symbol} />],
      isUpdate && ["Stake needed", <Money wei={reward} of={symbol} />],
      isUpdate && ["Your stake", <Money wei={standing?.staked} of={symbol} />],
    ]}
  />
);
