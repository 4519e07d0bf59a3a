import { useState } from "preact/hooks";
import type { Quote } from "#sdk/actions/market/TradeParams.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { percent } from "../../ui/money.ts";

export interface TradeDetailsProps {
  readonly quote: Quote;
  readonly paying: string; // symbol
  readonly getting: string; // symbol
  readonly makerFeeShare: bigint; // bps of the fee
}

const WAD = 10n ** 18n;

/** All that a trade does, before it is signed. */
export function TradeDetails({ quote, paying, getting, makerFeeShare }: TradeDetailsProps) {
  const [isInverse, invert] = useState(false);
  const { amountIn, amountOut, maxIn, minOut, fee, priceImpactBps } = quote;
  const [above, below] = isInverse ? [amountIn, amountOut] : [amountOut, amountIn];
  const [one, other] = isInverse ? [getting, paying] : [paying, getting];
  return (
    <Facts
      of={[
        [
          "Rate",
          <button type="button" class="small" title="Turn the rate around" onClick={() => invert(!isInverse)}>
            1 {one} = <Money wei={(above * WAD) / below} of={other} />
          </button>,
        ],
        maxIn > amountIn && ["Spend at most", <Money wei={maxIn} of={paying} />],
        minOut < amountOut && ["Receive at least", <Money wei={minOut} of={getting} />],
        ["Price impact", percent(priceImpactBps)],
        ["Fee (0.3 %)", <Money wei={fee} of={paying} />],
        ["of it to the maker", percent(makerFeeShare)],
        ["Route", `${paying} → ${getting}, one pair`],
      ]}
    />
  );
}
