import type { TransactionReceipt } from "ethers";
import type { Datawell } from "../chain/datawell.ts";
import { sendTogether } from "../chain/sendTogether.ts";
import { transact } from "../chain/transact.ts";
import { approvals } from "./approvals.ts";
import { type Taking, withPermits } from "./withPermits.ts";

/** A call that takes tokens of the user's. */
export interface TakingCall {
  readonly to: string; // the contract, which is who takes them
  readonly takings: readonly Taking[];
  readonly call: string; // calldata
  readonly value?: bigint | undefined; // ether wei
}

/**
 * Sends a call that takes tokens, in one transaction: approvals and call as one batch where the wallet has atomic ones,
 * else with permits in front, for which the contract must have `multicall` and `selfPermit`.
 * @throws DatawellError NoSigner, WrongChain, Rejected, InsufficientFunds, Replaced, or the contract's error
 */
export async function transactTaking(client: Datawell, taking: TakingCall): Promise<TransactionReceipt> {
  const { to, takings, call, value } = taking;
  return (
    (await batched(client, taking)) ??
    transact(client, { to, calls: await withPermits(client, to, takings, call), ...(value !== undefined && { value }) })
  );
}

/** The same as a batch; undefined where the wallet has none, or where nothing has to be approved. */
export async function batched(
  client: Datawell,
  { to, takings, call, value = 0n }: TakingCall,
): Promise<TransactionReceipt | undefined> {
  if (client.batch === undefined) return undefined;
  const first = await approvals(client, to, takings);
  if (first.length === 0) return undefined;
  return sendTogether(client, [...first, { to, data: call, value }]);
}
