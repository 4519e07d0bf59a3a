import { account, type Acts, alita, dataTokens, date, liquidity, raw, token, tokens } from "../Field.ts";
import { MULTICALL, PERMITS, SIGNATURE, TOKEN } from "./shared.ts";

const REMOVE = {
  tokenA: token("Token"),
  tokenB: token("Other token"),
  liquidity: liquidity("Give back"),
  amountAMin: tokens("Receive at least", "tokenA"),
  amountBMin: tokens("And at least", "tokenB"),
  to: account("Receiver"),
  deadline: date("Good until"),
};

export const ROUTER: Acts = {
  ...MULTICALL,
  addLiquidity: {
    intent: "Add liquidity",
    fields: {
      tokenA: token("Token"),
      tokenB: token("Other token"),
      amountADesired: tokens("Give at most", "tokenA"),
      amountBDesired: tokens("And at most", "tokenB"),
      amountAMin: tokens("Give at least", "tokenA"),
      amountBMin: tokens("And at least", "tokenB"),
      to: account("Receiver of the liquidity tokens"),
      deadline: date("Good until"),
    },
  },
  removeLiquidity: { intent: "Remove liquidity", fields: REMOVE },
  removeLiquidityWithPermit: {
    intent: "Remove liquidity",
    fields: { ...REMOVE, approveMax: raw("Allow it for all liquidity tokens"), ...SIGNATURE },
  },
  swapExactTokensForTokens: {
    intent: "Swap",
    fields: {
      amountIn: tokens("Pay", "path.[0]"),
      amountOutMin: tokens("Receive at least", "path.[-1]"),
      "path.[]": token("Through"),
      to: account("Receiver"),
      deadline: date("Good until"),
    },
  },
  swapTokensForExactTokens: {
    intent: "Swap",
    fields: {
      amountInMax: tokens("Pay at most", "path.[0]"),
      amountOut: tokens("Receive", "path.[-1]"),
      "path.[]": token("Through"),
      to: account("Receiver"),
      deadline: date("Good until"),
    },
  },
  zapIn: {
    intent: "Add liquidity of one token",
    fields: {
      tokenIn: token("Token"),
      tokenOther: token("Other token"),
      amountIn: tokens("Give", "tokenIn"),
      minOut: tokens("Trade for at least", "tokenOther"),
      minLiquidity: liquidity("Receive at least"),
      to: account("Receiver of the liquidity tokens"),
      deadline: date("Good until"),
    },
  },
};

export const PAIR: Acts = {
  ...MULTICALL,
  ...TOKEN,
  ...PERMITS,
  addLiquidity: {
    intent: "Add liquidity",
    fields: {
      dataDesired: dataTokens("Give at most"),
      baseDesired: alita("And at most"),
      dataMin: dataTokens("Give at least"),
      baseMin: alita("And at least"),
      to: account("Receiver of the liquidity tokens"),
      deadline: date("Good until"),
    },
  },
  removeLiquidity: {
    intent: "Remove liquidity",
    fields: {
      liquidity: tokens("Give back", "@.to"),
      dataMin: dataTokens("Receive at least"),
      baseMin: alita("And at least"),
      to: account("Receiver"),
      deadline: date("Good until"),
    },
  },
  swapExactIn: {
    intent: "Swap",
    fields: {
      tokenIn: token("Token"),
      amountIn: tokens("Pay", "tokenIn"),
      minOut: raw("Receive at least, in the other token's smallest units"),
      to: account("Receiver"),
      deadline: date("Good until"),
    },
  },
  swapExactOut: {
    intent: "Swap",
    fields: {
      tokenOut: token("Token"),
      amountOut: tokens("Receive", "tokenOut"),
      maxIn: raw("Pay at most, in the other token's smallest units"),
      to: account("Receiver"),
      deadline: date("Good until"),
    },
  },
  collectMakerFee: { intent: "Collect the maker's part of the fees", fields: {} },
};
