import { z } from "zod";
import type { Datawell } from "../chain/datawell.ts";
import { domainOf } from "../signing/domainOf.ts";
import { fields } from "../signing/fields.ts";
import type { TypedData } from "../signing/TypedData.ts";
import { bytes32, rowCount, uint64, walletSignature } from "./wire.ts";

export const receiptSchema = z.strictObject({
  jobId: bytes32,
  contribution: bytes32, // contentTag
  contentRoot: bytes32, // of the records computed on, as on chain
  rows: rowCount,
  units: uint64, // the bill: rows * gasPerRow in units, rounded up
  outputHash: bytes32, // of the masked vector handed in
});

/** What a provider says of its work: the ground of its pay. It is its word; nobody runs the task again. */
export type Receipt = z.infer<typeof receiptSchema>;

export const signedReceiptSchema = z.strictObject({ receipt: receiptSchema, signature: walletSignature });

export type SignedReceipt = z.infer<typeof signedReceiptSchema>;

/** EIP-712 "Receipt" of ComputeBilling's domain. */
export const RECEIPT_TYPES = {
  Receipt: fields("bytes32 jobId,bytes32 contribution,bytes32 contentRoot,uint32 rows,uint64 units,bytes32 outputHash"),
};

/** What a provider signs about its work. */
export const receiptMessage = (client: Datawell, receipt: Receipt): TypedData => ({
  domain: domainOf(client, client.billing.address),
  types: RECEIPT_TYPES,
  message: { ...receipt },
});
