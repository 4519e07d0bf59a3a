import { z } from "zod";
import { askJson } from "../http/askJson.ts";
import type { HttpOptions } from "../http/exchange.ts";
import { COORDINATOR } from "../rounds/coordinatorPeer.ts";
import { address } from "../rounds/wire.ts";

/** GET / : which coordinator this is. */
export const coordinatorInfoSchema = z.object({
  service: z.literal("coordinator"),
  chainId: z.string().regex(/^\d{1,20}$/),
  account: address, // that jobs name as their coordinator
});

export type CoordinatorInfo = z.infer<typeof coordinatorInfoSchema>;

/**
 * Which account runs the coordinator behind an address, by its own word: a job that names another is none that it takes.
 * @throws CoordinatorError
 */
export const coordinatorInfo = (url: string, options?: HttpOptions): Promise<CoordinatorInfo> =>
  askJson(COORDINATOR, `${url.replace(/\/+$/, "")}/`, coordinatorInfoSchema, options);
