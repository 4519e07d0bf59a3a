import { release } from "#sdk/actions/dataset/release.ts";
import { collectMakerFee } from "#sdk/actions/market/collectMakerFee.ts";
import { withdrawMakerRevenue } from "#sdk/actions/pool/withdrawMakerRevenue.ts";
import { head } from "../../chain/head.ts";
import { run } from "../../intents/run.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import { DatasetLink } from "./DatasetLink.tsx";
import type { Standing } from "./data/readStanding.ts";
import { Section } from "./Section.tsx";
import type { OwnSectionProps } from "./SectionProps.ts";

/** Datasets that the account launched, and what they owe it. */
export function MadeDatasets({ standings, isOwn }: OwnSectionProps) {
  const made = standings.filter((one) => one.made !== undefined);
  if (made.length === 0) return null;
  return (
    <Section title="Datasets launched">
      <ul class="cards">
        {made.map((standing) => (
          <Made key={standing.token} standing={standing} isOwn={isOwn} />
        ))}
      </ul>
    </Section>
  );
}

interface MadeProps {
  readonly standing: Standing;
  readonly isOwn: boolean;
}

function Made({ standing, isOwn }: MadeProps) {
  const { token, pair, pool, symbol, name, made } = standing;
  if (made === undefined) return null;
  const { revenue, fee, lockedUntil, lockedData, lockedLiquidity, listed, price } = made;
  const now = BigInt(head.value?.timestamp ?? 0);
  const isLocked = lockedData + lockedLiquidity > 0n;
  return (
    <li class="card form">
      <h3>
        <DatasetLink token={token} symbol={symbol} name={name} />
      </h3>
      <Facts
        of={[
          ["Licence", listed ? <Money wei={price} of="ALITA" /> : "not on sale"],
          ["Licence revenue to take", <Money wei={revenue} of="ALITA" />],
          ["Swap fees to take", <Money wei={fee.base} of="ALITA" />],
          fee.data > 0n && ["and", <Money wei={fee.data} of={symbol} />],
          isLocked && ["Locked", <Money wei={lockedData} of={symbol} />],
          isLocked && ["and liquidity, until", `${dayAndTime(lockedUntil)} (${fromNow(lockedUntil, now)})`],
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
    </li>
  );
}
