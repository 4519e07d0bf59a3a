import type { Signer } from "ethers";
import type { SendBatch } from "#sdk/chain/Batch.ts";
import { canBatch } from "#sdk/wallet/canBatch.ts";
import { mineBatch } from "#sdk/wallet/mineBatch.ts";
import { sendCalls } from "#sdk/wallet/sendCalls.ts";
import { paceOf } from "../chain/deployment.ts";
import { site } from "../chain/site.ts";
import { change } from "../intents/steps.ts";
import type { WalletChoice } from "./discovered.ts";

/** How a wallet sends an account's calls as one for an intent, which is told of each step; undefined where it cannot. */
export async function batchBy(
  { id: walletId, provider: wallet }: WalletChoice,
  account: string,
  { provider }: Signer,
): Promise<((intent: number) => SendBatch) | undefined> {
  const { deployment } = site();
  const chainId = BigInt(deployment.chainId);
  if (provider === null || !(await canBatch(wallet, { account, chainId }))) return undefined;
  return (intent) => async (calls) => {
    change(intent, { stage: "confirming" });
    const id = await sendCalls(wallet, { account, chainId, calls });
    change(intent, { stage: "pending", batch: { id, walletId } });
    return mineBatch({ wallet, provider, id, pace: paceOf(deployment) });
  };
}
