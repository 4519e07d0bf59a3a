import type { Row } from "../state/Table.ts";
import type { accounts } from "../tables/accounts.ts";
import type { contributions } from "../tables/contributions.ts";
import type { DatasetRow } from "./findDataset.ts";

const Q64 = 2n ** 64n;

type ContributionRow = Row<typeof contributions>;

/** Reward-token wei of re-allocations that a contribution is due and that nobody has settled, before any cap. */
export const reallocated = (dataset: DatasetRow, row: ContributionRow): bigint =>
  dataset.staking || row.revokedAt !== 0 ? 0n : ((dataset.reallocationIndex - row.reallocationIndex) * row.units) / Q64;

/** What is left of a contribution's reward, re-allocations within the provider's cap included, as the pool tells it. */
export function rewardOf(
  dataset: DatasetRow,
  { rewarded }: Pick<Row<typeof accounts>, "rewarded">,
  row: ContributionRow,
): bigint {
  const room = dataset.maxIncentive - rewarded;
  const share = reallocated(dataset, row);
  return row.reward + (share < room ? share : room);
}

/** The moment from which a contribution's reward can be taken. */
export const claimableAt = ({ challengeWindow }: DatasetRow, { submittedAt }: ContributionRow): number =>
  submittedAt + challengeWindow + 1;
