import { getAddress } from "ethers";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { money, percent } from "../../../ui/money.ts";
import { dayAndTime } from "../../../ui/time.ts";
import type { Happening } from "../data/Concerns.ts";

export interface Told {
  readonly who: string; // whose activity it is
  readonly symbol: string; // of the dataset
  /** Whether the Data Token comes first in its pair. */
  readonly isDataFirst: boolean;
  readonly reward: string; // symbol of the pool's reward token
}

type Values = Readonly<Record<string, unknown>>;
type Say = (values: Values, told: Told) => string;

const number = (value: unknown): bigint => {
  try {
    return BigInt(value as string | bigint);
  } catch {
    return 0n; // an indexer's mistake shall not hide the rest
  }
};

const isWho = (value: unknown, { who }: Told): boolean => {
  try {
    return getAddress(String(value)) === who;
  } catch {
    return false;
  }
};

/** Both amounts of a pair's event, by role. */
function amounts({ amount0, amount1 }: Values, { isDataFirst, symbol }: Told): string {
  const [data, base] = isDataFirst ? [amount0, amount1] : [amount1, amount0];
  return `${money(number(data))} ${symbol} and ${money(number(base))} ALITA`;
}

function swapped(values: Values, { isDataFirst, symbol }: Told): string {
  const own = isDataFirst ? 0 : 1;
  const of = (side: number, way: "In" | "Out"): bigint => number(values[`amount${side}${way}`]);
  const [dataOut, baseIn, dataIn, baseOut] = [of(own, "Out"), of(1 - own, "In"), of(own, "In"), of(1 - own, "Out")];
  return dataOut > 0n
    ? `Bought ${money(dataOut)} ${symbol} for ${money(baseIn)} ALITA`
    : `Sold ${money(dataIn)} ${symbol} for ${money(baseOut)} ALITA`;
}

const moved =
  (what: (told: Told) => string): Say =>
  ({ from, value }, told) =>
    `${isWho(from, told) ? "Sent" : "Received"} ${money(number(value))} ${what(told)}`;

function claimed({ paid, staked }: Values, { reward }: Told): string {
  const [taken, kept] = [number(paid), number(staked)];
  if (kept === 0n) return `Claimed ${money(taken)} ${reward}`;
  return `Claimed ${money(taken + kept)} ${reward}, of it ${money(kept)} as stake`;
}

const SAID: Readonly<Record<string, Say>> = {
  "DatasetFactory.CreateDataset": () => "Launched the dataset",
  "DatasetFactory.Release": ({ data }, { symbol }) =>
    `Took ${money(number(data))} ${symbol} and liquidity out of the lock`,
  "DataToken.Transfer": moved(({ symbol }) => symbol),
  "Pair.Transfer": moved(() => "liquidity tokens"),
  "Pair.Swap": swapped,
  "Pair.Mint": (values, told) => `Added ${amounts(values, told)} to the market`,
  "Pair.Burn": (values, told) => `Took ${amounts(values, told)} out of the market`,
  "DataPool.Contribute": ({ quality, reward }, told) =>
    `Contributed data of ${percent(number(quality))} quality for ${money(number(reward))} ${told.reward}`,
  "DataPool.Revoke": () => "Revoked a contribution",
  "DataPool.Claim": claimed,
  "DataPool.Stake": ({ amount }, told) => `Staked ${money(number(amount))} ${told.reward}`,
  "DataPool.Unstake": ({ amount }, told) => `Began to unstake ${money(number(amount))} ${told.reward}`,
  "DataPool.Withdraw": ({ amount }, told) => `Took ${money(number(amount))} ${told.reward} of unbonded stake`,
  "DataPool.SlashDuplicate": ({ offender }, told) =>
    isWho(offender, told) ? "Lost stake for a proven copy" : "Had a copy slashed",
  "DataPool.Buy": ({ licensee, paid, licensedUntil }, told) =>
    isWho(licensee, told)
      ? `Licensed until ${dayAndTime(number(licensedUntil))} for ${money(number(paid))} ALITA`
      : `Bought somebody a licence for ${money(number(paid))} ALITA`,
  "DataPool.ClaimRevenue": ({ amount }) => `Took ${money(number(amount))} ALITA of licence revenue`,
  "DataPool.WithdrawMakerRevenue": ({ amount }) => `Took ${money(number(amount))} ALITA of the maker's revenue`,
  "DataPool.ProposePrice": ({ proposal }) => offered(proposal as Values),
  "DataPool.Vote": ({ support, weight }, told) =>
    `Voted ${support === true || support === "true" ? "yes" : "no"} with ${money(number(weight))} ${told.reward}`,
  "DataPool.Accept": () => "Accepted an offer",
  "DataPool.Reject": () => "Rejected an offer",
  "DataPool.ClaimVoteReward": ({ amount }) => `Took ${money(number(amount))} ALITA for a vote`,
  "DataPool.ReclaimVoteBudget": ({ amount }) => `Took back ${money(number(amount))} ALITA that no vote earned`,
  "ComputeBilling.OpenJob": ({ basePaid }) => `Ordered a compute job for ${money(number(basePaid))} ALITA`,
  "ComputeBilling.ClaimFee": ({ amount }) => `Took ${money(number(amount))} ALITA for coordinating a job`,
  "ComputeBilling.Claim": () => "Was paid for compute",
  "ComputeBilling.Refund": () => "Got back what a compute job did not use",
};

function offered({ price, duration }: Values): string {
  return `Was offered a licence of ${formatDuration(number(duration))} for ${money(number(price))} ALITA`;
}

/** What happened, in a sentence. */
export function inWords({ contract, name, args }: Happening, told: Told): string {
  return SAID[`${contract}.${name}`]?.(args, told) ?? `${name} (${contract})`;
}
