import { Money } from "../../ui/Money.tsx";
import { percent } from "../../ui/money.ts";
import { TradeDetails } from "../trade/TradeDetails.tsx";
import type { SwapOffer, Way } from "./quoteSwap.ts";
import { BASE } from "./Side.ts";

export interface SwapDetailsProps {
  readonly way: Way;
  readonly quote: SwapOffer;
}

/** All that a swap does, before it is signed. */
export function SwapDetails({ way: { from, to }, quote }: SwapDetailsProps) {
  const { amountIn, amountBase } = quote;
  const isDirect = amountBase === undefined;
  const shares = [from, to].flatMap(({ dataset }) => (dataset === undefined ? [] : percent(dataset.makerFeeShare)));
  return (
    <TradeDetails
      quote={quote}
      paying={from.symbol}
      getting={to.symbol}
      hops={isDirect ? 1 : 2}
      more={[
        [
          "Route",
          isDirect ? `${from.symbol} → ${to.symbol}, one pair` : `${from.symbol} → ${BASE} → ${to.symbol}, two pairs`,
        ],
        !isDirect && ["On the way", <Money wei={amountBase} of={BASE} />],
        [isDirect ? "Fee (0.3 %)" : "Fee of the first pair (0.3 %)", <Money wei={feeOf(amountIn)} of={from.symbol} />],
        !isDirect && ["Fee of the second pair (0.3 %)", <Money wei={feeOf(amountBase)} of={BASE} />],
        [isDirect ? "of it to the maker" : "of them to the makers", shares.join(" and ")],
      ]}
    />
  );
}

/** What a pair takes of an amount that goes in. */
const feeOf = (amountIn: bigint): bigint => (amountIn * 3n) / 1_000n;
