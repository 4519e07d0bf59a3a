import type { Shown } from "#sdk/actions/dataset/show.ts";
import { useNow } from "../../chain/useNow.ts";
import { Facts } from "../../ui/Facts.tsx";
import { percent, priceOfOne } from "../../ui/money.ts";
import { Money } from "../../ui/Money.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";

export interface LaunchProps {
  readonly dataset: Shown;
}

/** What bounds the maker: how much there is, what is locked, and the price if everybody left at once. */
export function Launch({ dataset }: LaunchProps) {
  const { launch, market, symbol } = dataset;
  const { supply, lockedUntil, lockedData, lockedLiquidity, floorPriceX128, exitFloorPriceX128 } = launch;
  const now = useNow();
  return (
    <section class="card" aria-labelledby="launch-title">
      <h2 id="launch-title">Launch terms</h2>
      <Facts
        of={[
          ["Supply, all there will ever be", <Money wei={supply} of={symbol} />],
          ["Locked of it", <Money wei={lockedData} of={symbol} />],
          [
            "Locked liquidity",
            market.liquidity === 0n ? "none" : percent((lockedLiquidity * 10_000n) / market.liquidity),
          ],
          ["Lock ends", `${dayAndTime(lockedUntil)} (${fromNow(lockedUntil, now)})`],
          ["Price", <Money wei={priceOfOne(market.spotX128)} of="ALITA" />],
          ["If every token were sold", <Money wei={priceOfOne(floorPriceX128)} of="ALITA" />],
          ["Worst exit: and the maker's liquidity gone", <Money wei={priceOfOne(exitFloorPriceX128)} of="ALITA" />],
          ["Maker's part of the swap fee", percent(market.makerFeeShare)],
        ]}
      />
    </section>
  );
}
