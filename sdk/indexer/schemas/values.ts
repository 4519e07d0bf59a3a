import { z } from "zod";

/* What entries of the indexer's answers are made of. */

export const amount = z.string().regex(/^\d+$/); // token wei unless a comment says otherwise
export const address = z.string();
export const bytes32 = z.string();
export const time = z.number().int(); // unix seconds
export const count = z.number().int();
export const bps = z.number().int();
