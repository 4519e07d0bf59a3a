import { Facts } from "../../../ui/Facts.tsx";
import { Unknown } from "../../../ui/Money.tsx";
import { percent } from "../../../ui/money.ts";
import { dayAndTime } from "../../../ui/time.ts";
import { type Closest, LANES } from "../closest.ts";
import type { Attested } from "../engine/Engine.ts";

export interface AttestedFactsProps {
  readonly attested: Attested;
  readonly closest: Closest | "none" | undefined; // undefined: not known yet
  readonly lanes: bigint | undefined; // of 64 that prove a copy; undefined: nobody is slashed here
}

/** What the attesters signed, and whether anybody could take the contribution for a copy. */
export function AttestedFacts({ attested, closest, lanes }: AttestedFactsProps) {
  const { assessment, signatures, set, contribution } = attested;
  return (
    <>
      <Facts
        of={[
          ["Signed by", `${signatures.length} of ${set.attesters.length} attesters`],
          ["Attested quality", percent(assessment.quality)],
          contribution.parent !== ZERO && ["Attested novelty", percent(assessment.novelty)],
          ["Good until", dayAndTime(assessment.deadline)],
          ["Most similar contribution", likeness()],
          lanes !== undefined && ["A copy from", `${lanes} of ${LANES} on`],
        ]}
      />
      <p class="hint">
        Numbers of lanes of the similarity sketch that agree: contents that have nothing in common agree in about 4 of{" "}
        {LANES}.
      </p>
    </>
  );

  function likeness() {
    if (closest === undefined) return <Unknown />;
    if (closest === "none") return "there is no other yet";
    return closest.lanes === LANES ? "the very same" : `${closest.lanes} of ${LANES}`;
  }
}

const ZERO = `0x${"0".repeat(64)}`;
