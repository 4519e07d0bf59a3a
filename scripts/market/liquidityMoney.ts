import { eighteen, type Money } from "../output/Money.ts";
import type { Named } from "../tasks/datasetOf.ts";

/** How a pair's liquidity is counted. */
export const liquidityMoney = ({ symbol }: Named): Money => eighteen(`${symbol} liquidity`);
