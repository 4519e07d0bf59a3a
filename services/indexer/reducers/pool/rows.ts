import { mustGet } from "../../state/must.ts";
import type { Row } from "../../state/Table.ts";
import { accounts } from "../../tables/accounts.ts";
import { datasets } from "../../tables/datasets.ts";
import type { Context } from "../Reducer.ts";

export type DatasetRow = Row<typeof datasets>;
export type AccountRow = Row<typeof accounts>;

/** The dataset whose pool speaks. */
export const datasetOf = ({ state, token }: Context): Promise<DatasetRow> => mustGet(state, datasets, [token]);

const NOBODY = {
  rewarded: 0n,
  earned: 0n,
  forfeited: 0n,
  claimed: 0n,
  staked: 0n,
  room: 0n,
  unbonding: 0n,
  unbondedAt: 0,
  slashed: 0n,
  lockedUntil: 0,
  contributions: 0,
  devices: 0,
  revenueIndex: 0n,
  revenueOwed: 0n,
  revenueClaimed: 0n,
  computeBase: 0n,
  computeData: 0n,
} as const;

/** A provider's account in a pool, empty if it is new. */
export async function accountOf({ state }: Context, pool: string, account: string): Promise<AccountRow> {
  return (await state.get(accounts, [pool, account])) ?? { pool, account, ...NOBODY };
}
