import type { ComponentChildren } from "preact";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { factsFromChain } from "../../data/catalogue/factsFromChain.ts";
import { sparingly } from "../../data/sparingly.ts";
import { percent, priceOfOne } from "../../ui/money.ts";
import { Money, Unknown } from "../../ui/Money.tsx";
import { Unread } from "../../ui/Unread.tsx";
import { count } from "./numbers.ts";

export interface GlanceProps {
  readonly dataset: Shown | undefined;
}

const AGE = 5_000; // milliseconds

/** What one wants to know of a dataset first. */
export function Glance({ dataset }: GlanceProps) {
  const key = dataset && `glance ${dataset.token}`;
  const live = useLive(key, async () => {
    if (dataset === undefined) return undefined;
    const all = await sparingly(reader(), `glance ${dataset.token}`, AGE, () => factsFromChain(reader(), [dataset]));
    return all.get(dataset.token);
  });
  const { data: facts } = live;
  const quality = facts?.quality === undefined ? "none yet" : percent(facts.quality);
  const all: readonly (readonly [string, ComponentChildren])[] = [
    ["Price", <Money wei={dataset && priceOfOne(dataset.market.spotX128)} of="ALITA" />],
    ["24 h volume", <Money wei={facts?.volume} of="ALITA" />],
    ["Liquidity", <Money wei={dataset?.market.reserveBase} of="ALITA" />],
    ["Quality", facts === undefined ? <Unknown /> : quality],
    ["Providers", facts === undefined ? <Unknown /> : count(facts.providers)],
    ["Rows", facts === undefined ? <Unknown /> : count(facts.rows)],
  ];
  return (
    <>
      <dl class="ds-glance">
        {all.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Unread of={live} />
    </>
  );
}
