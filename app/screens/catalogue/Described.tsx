import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import type { Card } from "../../data/catalogue/page.ts";
import { store } from "../../data/services.ts";
import { sparingly } from "../../data/sparingly.ts";
import { Cards } from "./Cards.tsx";

export interface DescribedProps {
  readonly search: string;
  readonly shown: readonly Card[]; // are not shown twice
}

const AGE = 30_000; // milliseconds

/** Datasets whose keywords, fields or description have the words. */
export function Described({ search, shown }: DescribedProps) {
  const at = store();
  const { data, error } = useLive(at && `described ${search}`, () =>
    sparingly(reader(), `described ${search}`, AGE, ask),
  );
  if (at === undefined) {
    return (
      <p class="hint">Keywords and fields are searched where a deployment has a metadata store; this one has none.</p>
    );
  }
  if (error !== undefined)
    return <p class="hint">The metadata store does not answer: keywords and fields are not searched.</p>;
  const others = data?.filter(({ token }) => !shown.some((card) => card.token === token));
  if (others?.length === 0) return null;
  return (
    <section class="cat-described" aria-labelledby="described-title">
      <p id="described-title" class="cat-subtitle">
        Found in keywords, fields and descriptions
      </p>
      <Cards cards={others} />
    </section>
  );

  /** Documents are read by code that a first look at the catalogue does not need. */
  async function ask(): Promise<readonly Card[]> {
    const { describedBy } = await import("../../data/catalogue/describedBy.ts");
    return at === undefined ? [] : describedBy(reader(), at, search);
  }
}
