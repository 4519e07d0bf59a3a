import { z } from "@hono/zod-openapi";
import { getAddress, isAddress } from "ethers";

/** What requests carry. Addresses come in any case and leave with their checksum. */

export const address = z
  .string()
  .refine((text) => isAddress(text), "not an address: 0x and 40 hex digits, with a valid checksum if in mixed case")
  .transform((text) => getAddress(text))
  .openapi({ type: "string", example: "0x5FbDB2315678afecb367f032d93F642f64180aa3" });

export const bytes32 = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "not 32 bytes: 0x and 64 hex digits")
  .transform((text) => text.toLowerCase())
  .openapi({ type: "string" });

export const page = {
  limit: z.coerce.number().int().min(1).max(100).default(20).openapi({ description: "Items at most" }),
  cursor: z.string().max(500).optional().openapi({ description: "`next` of the page before" }),
};

export const seconds = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const truth = z
  .enum(["true", "false"])
  .transform((text) => text === "true")
  .openapi({ type: "string", enum: ["true", "false"] });

/** A page of items as an answer's body. */
export const pageOf = <S extends z.ZodType>(item: S) => ({ items: z.array(item), next: z.string().nullable() });

/** Words to look for: no text has the character U+0000, and Postgres knows none. */
export const words = z
  .string()
  .max(200)
  .refine((text) => !text.includes("\0"), "has the character U+0000");
