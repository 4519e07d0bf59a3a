import { useState } from "preact/hooks";
import { useNetworkCost } from "../../chain/useNetworkCost.ts";
import { Facts, type FactsProps } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { percent } from "../../ui/money.ts";
import { HIGH_IMPACT } from "./HIGH_IMPACT.ts";
import type { Offer } from "./Offer.ts";
import { SWAP_GAS } from "./SWAP_GAS.ts";

export interface TradeDetailsProps {
  readonly quote: Offer;
  readonly paying: string; // symbol
  readonly getting: string; // symbol
  readonly hops: 1 | 2; // pairs on its way
  readonly more: FactsProps["of"]; // what depends on its way
}

const WAD = 10n ** 18n;

/** All that a trade does, before it is signed. */
export function TradeDetails({ quote, paying, getting, hops, more }: TradeDetailsProps) {
  const [isInverse, invert] = useState(false);
  const networkCost = useNetworkCost(SWAP_GAS[hops]);
  const { amountIn, amountOut, maxIn, minOut, priceImpactBps } = quote;
  const [above, below] = isInverse ? [amountIn, amountOut] : [amountOut, amountIn];
  const [one, other] = isInverse ? [getting, paying] : [paying, getting];
  return (
    <Facts
      of={[
        [
          "Rate",
          <button type="button" class="small" title="Turn the rate around" onClick={() => invert(!isInverse)}>
            1 {one} = <Money wei={(above * WAD) / below} of={other} /> <span aria-hidden="true">⇄</span>
          </button>,
        ],
        maxIn > amountIn && ["Spend at most", <Money wei={maxIn} of={paying} at="most" />],
        minOut < amountOut && ["Receive at least", <Money wei={minOut} of={getting} at="least" />],
        [
          "Price impact",
          <span class={priceImpactBps >= HIGH_IMPACT ? "fault" : undefined}>{percent(priceImpactBps)}</span>,
        ],
        ...more,
        networkCost !== undefined && ["Network cost, about", <Money wei={networkCost} of="ETH" at="most" />],
      ]}
    />
  );
}
