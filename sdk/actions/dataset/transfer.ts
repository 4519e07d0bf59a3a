import type { DataTokenAbi } from "../../abis.ts";
import type { EventArgs } from "../../chain/abi.ts";
import { act } from "../../chain/act.ts";
import { tokenAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { Sent } from "../../chain/sent.ts";

export interface TransferParams {
  readonly token: string; // ALITA, a Data Token or a pair's liquidity token
  readonly to: string;
  readonly amount: bigint; // token wei
}

/**
 * Sends tokens of the user's.
 * @throws DatawellError ERC20InsufficientBalance, ERC20InvalidReceiver
 */
export const transfer = (
  client: Datawell,
  { token, to, amount }: TransferParams,
): Promise<Sent<EventArgs<typeof DataTokenAbi, "Transfer">>> =>
  act(client, tokenAt(token), { call: "transfer", args: [to, amount], event: "Transfer" });
