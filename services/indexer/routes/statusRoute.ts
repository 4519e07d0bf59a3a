import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Queries } from "../../shared/database/index.ts";
import { readTip } from "../state/tip.ts";
import { addGet } from "./addGet.ts";
import type { Answer } from "./Answer.ts";

/** Of which deployment this is the index, and how large it is. */
export function statusRoute(app: OpenAPIHono, answer: Answer): void {
  addGet(app, answer, {
    path: "/status",
    summary: "Which deployment is indexed, and how far",
    body: { chainId: z.string(), factory: z.string(), datasets: z.number().int(), events: z.number().int() },
    ask: async ({ queries }) => {
      const tip = await readTip(queries);
      const datasets = await count(queries, "indexer_datasets");
      const events = await count(queries, "indexer_events");
      return { chainId: tip?.chainId ?? "", factory: tip?.factory ?? "", datasets, events };
    },
  });
}

async function count(queries: Queries, table: string): Promise<number> {
  const [found] = await queries.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
  return Number(found?.n ?? 0);
}
