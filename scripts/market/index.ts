import { type Command, command } from "../tasks/Command.ts";
import { flag, optional, required, standard } from "../tasks/option.ts";

const dataset = required("Dataset: symbol, name or address of its token");
const slippage = standard("0.5", "How far the price may move until the trade is refused, in %");
const spend = (token: string) => optional(`Exact amount of ${token} that goes in, such as 12.5`);
const receive = (token: string) => optional(`Exact amount of ${token} that comes out, such as 12.5`);

/** `hardhat market ...`: trade Data Tokens and provide liquidity. */
export const market: readonly Command[] = [
  command({
    id: ["market", "quote"],
    does: "Show a market, and what a trade in it would give",
    example: "market quote --dataset WTHR --spend 100",
    options: {
      dataset,
      spend: spend("ALITA (or of Data Token with --sell)"),
      receive: receive("Data Token (or of ALITA with --sell)"),
      sell: flag("Sell Data Token instead of buying it"),
      slippage,
    },
    load: () => import("./quote.ts"),
  }),
  command({
    id: ["market", "buy"],
    does: "Buy Data Token with ALITA; give --spend or --receive",
    example: "market buy --dataset WTHR --spend 100",
    options: { dataset, spend: spend("ALITA"), receive: receive("Data Token"), slippage },
    load: () => import("./buy.ts"),
  }),
  command({
    id: ["market", "sell"],
    does: "Sell Data Token for ALITA; give --spend or --receive",
    example: "market sell --dataset WTHR --spend 12.5",
    options: { dataset, spend: spend("Data Token"), receive: receive("ALITA"), slippage },
    load: () => import("./sell.ts"),
  }),
  command({
    id: ["market", "exchange"],
    does: "Exchange one Data Token for another through ALITA; give --spend or --receive",
    example: "market exchange --dataset WTHR --into PNGN --spend 12.5",
    options: {
      dataset: required("Dataset whose token is given: symbol, name or address of its token"),
      into: required("Dataset whose token is wanted, named likewise"),
      spend: spend("the given token"),
      receive: receive("the wanted token"),
      slippage,
    },
    load: () => import("./exchange.ts"),
  }),
  command({
    id: ["market", "add"],
    does: "Add liquidity at the market's ratio, within both amounts",
    example: "market add --dataset WTHR --data 100 --base 50",
    options: {
      dataset,
      data: required("Data Token at most, such as 100"),
      base: required("ALITA at most, such as 50"),
      slippage,
    },
    load: () => import("./add.ts"),
  }),
  command({
    id: ["market", "remove"],
    does: "Burn liquidity for its part of both reserves",
    example: "market remove --dataset WTHR --liquidity all",
    options: { dataset, liquidity: required("Liquidity tokens such as 12.5, or all"), slippage },
    load: () => import("./remove.ts"),
  }),
  command({
    id: ["market", "zap"],
    does: "Add liquidity with one token: a part of it is swapped first",
    example: "market zap --dataset WTHR --amount 100 --pay base",
    options: {
      dataset,
      amount: required("Amount of the token that is brought, such as 100"),
      pay: standard("base", "Which token is brought: base (ALITA) or data (the Data Token)"),
      slippage,
    },
    load: () => import("./zap.ts"),
  }),
  command({
    id: ["market", "fees"],
    does: "Show the fee that accrued to the maker, or mint it to the maker with --collect",
    example: "market fees --dataset WTHR --collect",
    options: { dataset, collect: flag("Mint the fee to the maker as liquidity; anyone may") },
    load: () => import("./fees.ts"),
  }),
];
