import { Facts } from "../../../ui/Facts.tsx";
import { Money } from "../../../ui/Money.tsx";

export interface RewardFactsProps {
  readonly reward: bigint | undefined; // reward-token wei; undefined: not known yet
  readonly most: bigint; // reward-token wei
  readonly symbol: string;
  readonly isSure: boolean; // attesters signed what it follows from
  /** Of an update. */
  readonly update: { readonly staked: bigint | undefined } | undefined;
}

/** What a contribution is going to be credited, and what it takes. */
export const RewardFacts = ({ reward, most, symbol, isSure, update }: RewardFactsProps) => (
  <Facts
    of={[
      [
        <strong>{isSure ? "Reward" : "Expected reward"}</strong>,
        <strong>
          <Money wei={reward} of={symbol} />
        </strong>,
      ],
      [update ? "Most for an update" : "Most for one provider", <Money wei={most} of={symbol} />],
      update && ["Stake needed", <Money wei={reward} of={symbol} />],
      update && ["Your stake", <Money wei={update.staked} of={symbol} />],
    ]}
  />
);
