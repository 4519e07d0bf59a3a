import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  candleSchema,
  liquidityChangeSchema,
  positionSchema,
  pricePointSchema,
  tradeSchema,
} from "#sdk/indexer/schemas/index.ts";
import { findDataset } from "../queries/findDataset.ts";
import { listCandles, RESOLUTION } from "../queries/listCandles.ts";
import { listLiquidityChanges } from "../queries/listLiquidityChanges.ts";
import { listPositions } from "../queries/listPositions.ts";
import { listPrices } from "../queries/listPrices.ts";
import { listTrades } from "../queries/listTrades.ts";
import { addGet } from "./addGet.ts";
import type { Answer } from "./Answer.ts";
import { address, page, pageOf, seconds } from "./parameters.ts";

const params = { token: address };
const resolutions = Object.keys(RESOLUTION) as (keyof typeof RESOLUTION)[];

/** Prices, trades and liquidity of a dataset. */
export function marketRoutes(app: OpenAPIHono, answer: Answer): void {
  addGet(app, answer, {
    path: "/datasets/{token}/candles",
    summary: "Open, high, low, close and volume, oldest first",
    params,
    query: {
      resolution: z.enum(resolutions).default("1h"),
      from: seconds.default(0),
      to: seconds.optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(500),
    },
    body: { items: z.array(candleSchema) },
    ask: async (reading, { to, ...given }) => ({
      items: await listCandles(reading, { ...given, to: to ?? reading.now }),
    }),
  });
  addGet(app, answer, {
    path: "/datasets/{token}/prices",
    summary: "Price and reserves after each change, newest first",
    params,
    query: page,
    body: pageOf(pricePointSchema),
    ask: (reading, { token, ...part }) => listPrices(reading, token, part),
  });
  addGet(app, answer, {
    path: "/datasets/{token}/trades",
    summary: "Trades, newest first",
    params,
    query: page,
    body: pageOf(tradeSchema),
    ask: (reading, { token, ...part }) => listTrades(reading, token, part),
  });
  addGet(app, answer, {
    path: "/datasets/{token}/liquidity",
    summary: "Liquidity added and removed, newest first",
    params,
    query: page,
    body: pageOf(liquidityChangeSchema),
    ask: async (reading, { token, ...part }) => {
      await findDataset(reading, token);
      return listLiquidityChanges(reading, { where: "token = ?", params: [token], ...part });
    },
  });
  addGet(app, answer, {
    path: "/datasets/{token}/positions",
    summary: "Who provides liquidity, and what it would give now",
    params,
    query: page,
    body: pageOf(positionSchema),
    ask: async (reading, { token, ...part }) => {
      await findDataset(reading, token);
      return listPositions(reading, { by: "token", value: token, ...part });
    },
  });
}
