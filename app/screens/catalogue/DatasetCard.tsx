import type { CardFacts } from "../../data/catalogue/CardFacts.ts";
import type { Card } from "../../data/catalogue/page.ts";
import type { Imitation } from "../../data/words/imitations.ts";
import { safeText } from "../../data/words/safeText.ts";
import { href } from "../../route.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { Money, Unknown } from "../../ui/Money.tsx";
import { percent } from "../../ui/money.ts";
import { LooksLike } from "./LooksLike.tsx";

export interface DatasetCardProps {
  readonly card: Card;
  readonly facts: CardFacts | undefined; // undefined: on their way
  readonly imitation: Imitation | undefined;
}

const COUNT = new Intl.NumberFormat();

/** A dataset among others. */
export function DatasetCard({ card, facts, imitation }: DatasetCardProps) {
  const { token, name, symbol } = card;
  return (
    <li class="card cat-card">
      <div class="cat-head">
        <Identicon of={token} size={40} />
        <div>
          <h2>
            <a href={href(["dataset", token])}>{safeText(name)}</a>
          </h2>
          <p class="hint">{safeText(symbol)}</p>
        </div>
      </div>
      <LooksLike name={name} symbol={symbol} imitation={imitation} />
      <Facts
        of={[
          ["Price", <Money wei={facts?.price} of="ALITA" />],
          ["Quality", facts === undefined ? <Unknown /> : quality(facts.quality)],
          ["Providers", facts === undefined ? <Unknown /> : COUNT.format(facts.providers)],
          ["Rows", facts === undefined ? <Unknown /> : COUNT.format(facts.rows)],
          ["24 h volume", <Money wei={facts?.volume} of="ALITA" />],
        ]}
      />
    </li>
  );
}

const quality = (bps: bigint | undefined): string => (bps === undefined ? "none yet" : percent(bps));

/** Takes the room of a card that is on its way. */
export const EmptyCard = () => (
  <li class="card cat-card" aria-hidden="true">
    <div class="cat-head">
      <span class="skeleton cat-picture" />
      <div>
        <p class="cat-title">
          <span class="skeleton">Name of a dataset</span>
        </p>
        <p class="hint">
          <span class="skeleton">SYMB</span>
        </p>
      </div>
    </div>
    <Facts
      of={["Price", "Quality", "Providers", "Rows", "24 h volume"].map(
        (name) => [name, <span class="skeleton">000.00</span>] as const,
      )}
    />
  </li>
);
