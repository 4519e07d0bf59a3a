import { z } from "zod";
import { placeSchema } from "./places.ts";
import { address, amount, bytes32, time } from "./values.ts";

/* What /accounts, /attesters and every page of activity answer. */

export const holdingSchema = z.object({ token: address, symbol: z.string(), name: z.string(), amount, price: amount });

export const attesterSchema = z.object({
  attester: address,
  bond: amount,
  active: z.boolean(),
  withdrawableAt: time.nullable(),
  barred: z.boolean(),
  registeredAt: time,
});

export const eventSchema = placeSchema.extend({
  contract: z.string(),
  address,
  name: z.string(),
  token: address.nullable(),
  args: z.record(z.string(), z.unknown()), // integers as decimal strings
  transactionHash: bytes32,
});
