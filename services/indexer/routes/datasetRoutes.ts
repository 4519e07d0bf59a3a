import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { datasetCardSchema, datasetSchema, eventSchema } from "#sdk/indexer/schemas/index.ts";
import { findDataset } from "../queries/findDataset.ts";
import { activityOfDataset } from "../queries/listActivity.ts";
import { listDatasets, SORTS } from "../queries/listDatasets.ts";
import { showDataset } from "../queries/showDataset.ts";
import { addGet } from "./addGet.ts";
import type { Answer } from "./Answer.ts";
import { address, page, pageOf, truth, words } from "./parameters.ts";

const sorts = Object.keys(SORTS) as (keyof typeof SORTS)[];

/** The catalogue, and a dataset's page. */
export function datasetRoutes(app: OpenAPIHono, answer: Answer): void {
  addGet(app, answer, {
    path: "/datasets",
    summary: "Datasets: searched, sorted, page by page",
    query: {
      search: words.optional().openapi({ description: "Words in name, symbol or token address" }),
      sort: z.enum(sorts).default("created"),
      order: z.enum(["asc", "desc"]).optional(),
      maker: address.optional(),
      listed: truth.optional(),
      ...page,
    },
    body: pageOf(datasetCardSchema),
    ask: listDatasets,
  });
  addGet(app, answer, {
    path: "/datasets/{token}",
    summary: "All of a dataset: terms, market, pool, privacy budget",
    params: { token: address },
    body: { dataset: datasetSchema },
    ask: async (reading, { token }) => ({ dataset: await showDataset(reading, token) }),
  });
  addGet(app, answer, {
    path: "/datasets/{token}/activity",
    summary: "What happened in a dataset, newest first",
    params: { token: address },
    query: page,
    body: pageOf(eventSchema),
    ask: async (reading, { token, ...part }) => {
      await findDataset(reading, token);
      return activityOfDataset(reading, token, part);
    },
  });
}
