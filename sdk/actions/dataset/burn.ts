import type { DataTokenAbi } from "../../abis.ts";
import type { EventArgs } from "../../chain/abi.ts";
import { act } from "../../chain/act.ts";
import { tokenAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { Sent } from "../../chain/sent.ts";

/**
 * Destroys Data Token wei of the user's.
 * @throws DatawellError ERC20InsufficientBalance
 */
export const burn = (
  client: Datawell,
  { token, amount }: { readonly token: string; readonly amount: bigint },
): Promise<Sent<EventArgs<typeof DataTokenAbi, "Transfer">>> =>
  act(client, tokenAt(token), { call: "burn", args: [amount], event: "Transfer" });
