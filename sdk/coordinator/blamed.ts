import { z } from "zod";
import { address, bytes32, MAX_SIZE, position } from "../rounds/wire.ts";

/** GET /jobs/:jobId/blamed : devices that lied, which the bill leaves out, or are suspected of it, which are paid. */
export const blamedSchema = z.strictObject({
  jobId: bytes32,
  blamed: z
    .array(
      z.strictObject({
        index: position,
        contribution: bytes32,
        provider: address,
        why: z.string().max(500),
      }),
    )
    .max(MAX_SIZE),
});

export type BlamedAnswer = z.infer<typeof blamedSchema>;
