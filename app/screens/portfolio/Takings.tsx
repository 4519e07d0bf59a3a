import { release } from "#sdk/actions/dataset/release.ts";
import { collectMakerFee } from "#sdk/actions/market/collectMakerFee.ts";
import { withdrawMakerRevenue } from "#sdk/actions/pool/withdrawMakerRevenue.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { useNow } from "../../chain/useNow.ts";
import { run } from "../../intents/run.ts";
import { Both } from "../../ui/Both.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import type { Made } from "./data/readMade.ts";

export interface TakingsProps {
  readonly dataset: Dataset & { readonly symbol: string };
  readonly made: Made;
  readonly isOwn: boolean;
}

/** What a dataset owes its maker, to be taken. */
export function Takings({ dataset: { token, pair, pool, symbol }, made, isOwn }: TakingsProps) {
  const { revenue, fee, lockedUntil, lockedData, lockedLiquidity, listed, price } = made;
  const now = useNow();
  const isLocked = lockedData + lockedLiquidity > 0n;
  return (
    <>
      <Facts
        of={[
          ["Licence", listed ? <Money wei={price} of="ALITA" /> : "not on sale"],
          ["Licence revenue to take", <Money wei={revenue} of="ALITA" />],
          ["Swap fees to take", <Both {...fee} symbol={symbol} />],
          isLocked && ["Locked, with the liquidity", <Money wei={lockedData} of={symbol} />],
          isLocked && ["Locked until", `${dayAndTime(lockedUntil)} (${fromNow(lockedUntil, now)})`],
        ]}
      />
      {isOwn && revenue > 0n && (
        <NextStep
          label={`Take ${money(revenue)} ALITA of revenue`}
          act={() =>
            run({
              title: `Take the revenue of ${symbol}`,
              act: (client) => withdrawMakerRevenue(client, { pool }),
              tell: ({ amount }) => `Received ${money(amount)} ALITA`,
            })
          }
        />
      )}
      {isOwn && fee.base > 0n && (
        <NextStep
          label="Take the swap fees as liquidity"
          act={() =>
            run({
              title: `Take the swap fees of ${symbol}`,
              act: (client) => collectMakerFee(client, { pair }),
              tell: ({ liquidity }) => `Received ${money(liquidity)} liquidity tokens`,
            })
          }
        />
      )}
      {isOwn && isLocked && now > lockedUntil && (
        <NextStep
          label="Take what was locked"
          act={() =>
            run({
              title: `Take what was locked of ${symbol}`,
              act: (client) => release(client, { token }),
              tell: ({ data }) => `Received ${money(data)} ${symbol} and the liquidity`,
            })
          }
        />
      )}
    </>
  );
}
