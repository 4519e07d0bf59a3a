import { Money } from "../../ui/Money.tsx";
import { TradeDetails } from "../trade/TradeDetails.tsx";
import type { SwapOffer, Way } from "./quoteSwap.ts";
import { BASE } from "./Side.ts";

export interface SwapDetailsProps {
  readonly way: Way;
  readonly quote: SwapOffer;
}

/** All that a swap does, before it is signed. */
export function SwapDetails({ way: { from, to }, quote }: SwapDetailsProps) {
  const { amountBase } = quote;
  const isDirect = amountBase === undefined;
  return (
    <TradeDetails
      quote={quote}
      paying={from.symbol}
      getting={to.symbol}
      more={[
        [
          "Route",
          isDirect ? `${from.symbol} → ${to.symbol}, one pair` : `${from.symbol} → ${BASE} → ${to.symbol}, two pairs`,
        ],
        !isDirect && ["On the way", <Money wei={amountBase} of={BASE} />],
        ["Fee", isDirect ? "0.3 %" : "0.3 % in each pair"],
      ]}
    />
  );
}
