import { z } from "zod";

/** The shapes of a node's answers, as the JSON-RPC specification has them; anything else is not believed. */

const quantity = z
  .string()
  .regex(/^0x(?:0|[1-9a-f][0-9a-f]{0,12})$/)
  .transform(Number);
const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/)
  .transform((text) => text.toLowerCase());
const bytes = z.string().regex(/^0x(?:[0-9a-fA-F]{2})*$/);
const account = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((text) => text.toLowerCase());

export const chainIdAnswer = z
  .string()
  .regex(/^0x[0-9a-f]{1,16}$/)
  .transform(BigInt);

export const headerAnswer = z
  .object({ number: quantity, hash, parentHash: hash, timestamp: quantity })
  .nullable()
  .transform((header) => header ?? undefined);

export const logsAnswer = z.array(
  z
    .object({
      address: account,
      topics: z.array(hash).max(4),
      data: bytes,
      blockNumber: quantity,
      blockHash: hash,
      logIndex: quantity,
      transactionHash: hash,
      removed: z.literal(false).optional(),
    })
    .transform(({ address, topics, data, blockNumber, blockHash, logIndex: index, transactionHash }) => ({
      address,
      topics,
      data,
      blockNumber,
      blockHash,
      index,
      transactionHash,
    })),
);
