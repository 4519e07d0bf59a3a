import { z } from "zod";
import { bytes32, count, time } from "./values.ts";

/** How far the index had come when it answered. */
export const atSchema = z.object({
  block: count,
  hash: bytes32,
  time, // of that block
  head: count, // newest block that the node told of
  lagBlocks: count, // from `block` to `head`
  lagSeconds: count, // from the block's time to the indexer's clock
});

/** Where on the chain something happened. */
export const placeSchema = z.object({ block: count, logIndex: count, time });
