import { Both } from "../../ui/Both.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { percent } from "../../ui/money.ts";
import { DatasetLink } from "./DatasetLink.tsx";
import type { Standing } from "./data/readStanding.ts";
import { worth } from "./data/valueOf.ts";
import { Section } from "./Section.tsx";
import type { SectionProps } from "./SectionProps.ts";

/** Liquidity, and how it did. */
export function LiquidityHeld({ standings }: SectionProps) {
  const held = standings.filter(({ position }) => position !== undefined);
  if (held.length === 0) return null;
  return (
    <Section title="Liquidity">
      <ul class="cards">
        {held.map((standing) => (
          <Held key={standing.pair} standing={standing} />
        ))}
      </ul>
    </Section>
  );
}

function Held({ standing: { token, symbol, position, price } }: { readonly standing: Standing }) {
  if (position === undefined) return null;
  const { data, base, shareBps, outcome } = position;
  return (
    <li class="card">
      <h3>
        <DatasetLink token={token} symbol={symbol} tab="liquidity" />
      </h3>
      <Facts
        of={[
          ["Worth", <Money wei={base + worth(data, price)} of="ALITA" />],
          ["Gives now", <Both base={base} data={data} symbol={symbol} />],
          ["Share of the market", shareBps === 0n ? `below ${percent(1n)}` : percent(shareBps)],
          ["Since the deposit, against holding", outcome ? signed(outcome.totalBps) : "not known"],
          outcome && ["of it by divergence", signed(outcome.divergenceBps)],
        ]}
      />
    </li>
  );
}

/** Basis points with their sign, for gains and losses. */
const signed = (bps: bigint): string => (bps > 0n ? `+${percent(bps)}` : percent(bps));
