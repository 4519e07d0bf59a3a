import type { Standing } from "./readStanding.ts";

const WHOLE = 10n ** 18n; // one Data Token in wei

/** Data Token wei in ALITA wei at today's price, rounded down: what it is worth before selling moves the price. */
export const worth = (data: bigint, price: bigint): bigint => (data * price) / WHOLE;

/** What a standing is worth in ALITA wei: tokens, liquidity, stake, and what can be claimed. */
export function valueOf({ held, price, position, account, claims, rewardInBase }: Standing): bigint {
  const rewards = account.staked + account.unbonding + claims.reward + sum(claims.coming.map(({ reward }) => reward));
  return (
    worth(held.data, price) +
    (position === undefined ? 0n : position.base + worth(position.data, price)) +
    (rewardInBase ? rewards : worth(rewards, price)) +
    claims.revenue +
    claims.votes
  );
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);
