import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { factsFromChain } from "../../data/catalogue/factsFromChain.ts";
import type { Card } from "../../data/catalogue/page.ts";
import { useImitations } from "../../data/catalogue/useImitations.ts";
import { sparingly } from "../../data/sparingly.ts";
import { Fault } from "../../ui/Fault.tsx";
import { DatasetCard, EmptyCard } from "./DatasetCard.tsx";

export interface CardsProps {
  readonly cards: readonly Card[] | undefined; // undefined: on their way
}

const AGE = 5_000; // milliseconds that facts of the chain may be old
const AWAITED = 6; // cards of which the room is kept

/** Datasets as cards. The chain is asked for the facts of these alone, and only where they did not come along. */
export function Cards({ cards }: CardsProps) {
  const bare = cards?.filter(({ facts }) => facts === undefined) ?? [];
  const key = bare.length === 0 ? undefined : `facts ${bare.map(({ token }) => token).join()}`;
  const {
    data: facts,
    error,
    retry,
  } = useLive(key, () => sparingly(reader(), key ?? "", AGE, () => factsFromChain(reader(), bare)));
  const imitation = useImitations(cards !== undefined);
  return (
    <>
      <Fault of={error} retry={retry} />
      <ul class="cards" aria-busy={cards === undefined}>
        {cards === undefined
          ? Array.from({ length: AWAITED }, (_, index) => <EmptyCard key={index} />)
          : cards.map((card) => (
              <DatasetCard
                key={card.token}
                card={card}
                facts={card.facts ?? facts?.get(card.token)}
                imitation={imitation?.get(card.token)}
              />
            ))}
      </ul>
    </>
  );
}
