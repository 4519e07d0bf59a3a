import { z } from "zod";
import { placeSchema } from "./places.ts";
import { address, amount, bps, bytes32, count, time } from "./values.ts";

/* What a dataset's pages about its market answer. */

export const candleSchema = z.object({
  start: time,
  open: amount,
  high: amount,
  low: amount,
  close: amount,
  volumeBase: amount,
  volumeData: amount,
  buys: count,
  sells: count,
});

export const pricePointSchema = placeSchema.extend({ price: amount, reserveData: amount, reserveBase: amount });

export const tradeSchema = placeSchema.extend({
  side: z.enum(["buy", "sell"]),
  sender: address,
  account: address,
  dataAmount: amount,
  baseAmount: amount,
  price: amount, // afterwards
  transactionHash: bytes32,
});

export const liquidityChangeSchema = placeSchema.extend({
  token: address,
  change: z.enum(["add", "remove", "fee"]),
  account: address,
  dataAmount: amount,
  baseAmount: amount,
  liquidity: amount,
  transactionHash: bytes32,
});

export const positionSchema = z.object({
  token: address,
  pair: address,
  symbol: z.string(),
  account: address,
  liquidity: amount,
  share: bps, // of all liquidity, rounded down
  dataAmount: amount, // what it would give now, rounded down
  baseAmount: amount,
});
