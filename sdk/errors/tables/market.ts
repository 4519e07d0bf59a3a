import type { Explanations } from "../Explanation.ts";

/** Pair and Router. */
export const marketErrors = {
  AmountTooLarge: ["{amount|amount} is more than a pair can hold", "Use at most {max|amount}"],
  ExcessiveInput: [
    "The price moved: this now costs {need|amount}, above your limit of {max|amount}",
    "Ask for a new quote, or allow more slippage",
  ],
  Expired: ["The deadline {deadline|time} has passed", "Ask for a new quote and confirm sooner"],
  InputNotReceived: [
    "The pair holds {have|amount} of {token} where {need|amount} is due",
    "Send the input first, and use a token without transfer fees",
  ],
  InsufficientAmount: [
    "The price moved: only {have|amount} of {token} would move, below your limit of {need|amount}",
    "Ask for a new quote, or allow more slippage",
  ],
  InsufficientDeposit: [
    "The price moved: the deposit would take only {have|amount} of {token}, below your limit of {need|amount}",
    "Ask for a new quote, or allow more slippage",
  ],
  InsufficientFirstLiquidity: [
    "The first deposit is too small: {have} units of liquidity",
    "Deposit for more than {minimum}",
  ],
  InsufficientLiquidity: [
    "Only {have|amount} is there, {need|amount} is needed",
    "Use a smaller amount, or a new quote",
  ],
  InsufficientLiquidityBurned: ["This liquidity is worth less than the smallest unit", "Remove more"],
  InsufficientLiquidityMinted: ["The deposit is too small for a unit of liquidity", "Deposit more"],
  InsufficientOutput: [
    "The price moved: this now gives {have|amount}, below your limit of {need|amount}",
    "Ask for a new quote, or allow more slippage",
  ],
  InsufficientReserve: ["The pair holds {have|amount} and cannot give {need|amount}", "Ask for less"],
  InsufficientWithdrawal: [
    "The price moved: only {have|amount} of {token} would come out, below your limit of {need|amount}",
    "Ask for a new quote, or allow more slippage",
  ],
  InvalidPath: ["Tokens cannot be traded along {path}", "Use two tokens, or two Data Tokens with ALITA between them"],
  InvalidRecipient: ["{to} cannot receive from this pair", "Send it to an account of your own"],
  OracleTooYoung: [
    "The pair is {age|duration} old and has no average price yet",
    "Wait until it is {needed|duration} old",
  ],
  ProductFell: ["The input does not pay for the output and the fee", "Send more of the input"],
  ReserveOverflow: ["{amount|amount} more do not fit into the pair", "Use at most {room|amount}"],
  UnknownPair: ["There is no pair of {tokenA} and {tokenB}", "Trade a Data Token of this deployment against ALITA"],
  UnknownToken: ["The pair does not trade {token}", "Use its Data Token or ALITA"],
} as const satisfies Explanations;
