import { z } from "@hono/zod-openapi";

/** Path parameter: the EIP-712 hash of a contribution. */
export const idParam = z.object({ id: z.string().regex(/^0x[0-9a-f]{64}$/, "is not 32 bytes of lower-case hex") });
