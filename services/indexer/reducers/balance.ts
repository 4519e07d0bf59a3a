import { ZeroAddress } from "ethers";
import { Discontinuity } from "../state/Discontinuity.ts";
import { balances } from "../tables/balances.ts";
import type { Context } from "./Reducer.ts";

/** A movement of a token that the index counts. */
export interface Movement {
  readonly asset: string;
  readonly from: string;
  readonly to: string;
  readonly value: bigint;
}

/** Books a transfer; the zero address, where tokens come from and go to, has no balance here. */
export async function move({ state, token }: Context, { asset, from, to, value }: Movement): Promise<void> {
  await add(from, -value);
  await add(to, value);

  async function add(account: string, change: bigint): Promise<void> {
    if (account === ZeroAddress) return;
    const amount = ((await state.get(balances, [asset, account]))?.amount ?? 0n) + change;
    if (amount < 0n) throw new Discontinuity(`${account} spent ${asset} that it never got`);
    state.put(balances, { asset, account, token, amount });
  }
}
