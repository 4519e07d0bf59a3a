import { Trade } from "../trade/Trade.tsx";
import type { TabProps } from "./tabs.ts";

/** The market of a dataset. */
export const TradeTab = ({ dataset }: TabProps) => (
  <Trade dataset={dataset} makerFeeShare={dataset.market.makerFeeShare} />
);
