import { href } from "../../route.ts";
import { DatasetLink } from "./DatasetLink.tsx";
import type { Standing } from "./data/readStanding.ts";
import { Section } from "./Section.tsx";
import type { OwnSectionProps } from "./SectionProps.ts";
import { Takings } from "./Takings.tsx";

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
  const { token, symbol, name, made } = standing;
  if (made === undefined) return null;
  return (
    <li class="card form">
      <h3>
        <DatasetLink token={token} symbol={symbol} name={name} />
      </h3>
      <Takings dataset={standing} made={made} isOwn={isOwn} />
      {isOwn && <a href={href(["dataset", token, "manage"])}>Manage {symbol}: price, offers, terms, reward</a>}
    </li>
  );
}
