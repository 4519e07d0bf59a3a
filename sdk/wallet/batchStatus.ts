import type { Requesting } from "./Requesting.ts";

/** A log as a wallet tells it. */
export interface BatchLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

/** Where a batch stands: its transaction as soon as that is in a block. */
export interface BatchStatus {
  readonly stage: "pending" | "done" | "reverted" | "dropped";
  readonly hash?: string;
  readonly logs?: readonly BatchLog[];
}

interface Told {
  readonly status: number;
  readonly receipts?: readonly { readonly transactionHash: string; readonly logs?: readonly BatchLog[] }[];
}

const UNKNOWN_BATCH = 5730;

/** What a wallet says of a batch (EIP-5792). One that it does not know any more will not be sent by it either. */
export async function batchStatus(wallet: Requesting, id: string): Promise<BatchStatus> {
  const told = (await wallet.request({ method: "wallet_getCallsStatus", params: [id] }).catch((error: unknown) => {
    if ((error as { readonly code?: unknown } | null)?.code === UNKNOWN_BATCH) return { status: 400 };
    throw error;
  })) as Told;
  const receipt = told.receipts?.at(-1);
  return {
    stage: stageOf(told.status),
    ...(receipt && { hash: receipt.transactionHash }),
    ...(receipt?.logs && { logs: receipt.logs }),
  };
}

/** 1xx waits, 2xx is in a block, 4xx never will be, 5xx and 6xx (in part, which an atomic batch cannot) were refused. */
function stageOf(status: number): BatchStatus["stage"] {
  if (status < 200) return "pending";
  if (status < 300) return "done";
  return status < 500 ? "dropped" : "reverted";
}
