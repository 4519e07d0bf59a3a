import { entity } from "../state/Table.ts";

/** Prices of a span of time in which somebody traded, ALITA wei for a whole Data Token, after each trade. */
export const candles = entity(
  "candles",
  {
    token: "text",
    resolution: "integer", // seconds
    start: "integer",
    open: "amount", // before the first trade
    high: "amount",
    low: "amount",
    close: "amount",
    volumeBase: "amount", // ALITA wei
    volumeData: "amount", // Data Token wei
    volumeRank: "real",
    buys: "integer",
    sells: "integer",
  },
  { key: ["token", "resolution", "start"], indexes: [["resolution", "start"]] },
);
