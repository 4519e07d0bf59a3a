import { useState } from "preact/hooks";
import { site } from "../../chain/site.ts";
import { dayAndTime } from "../../ui/time.ts";
import { DatasetLink } from "./DatasetLink.tsx";
import type { Happening } from "./data/Concerns.ts";
import type { Standing } from "./data/readStanding.ts";
import { Section } from "./Section.tsx";
import type { SectionProps } from "./SectionProps.ts";
import { inWords } from "./words/inWords.ts";

export interface ActivityProps extends SectionProps {
  readonly who: string;
  readonly activity: readonly Happening[];
}

const FIRST = 10;

/** What the account did and what happened to it, newest first. */
export function Activity({ who, activity, standings }: ActivityProps) {
  const [isLong, setLong] = useState(false);
  const byToken = new Map(standings.map((one) => [one.token, one]));
  const shown = isLong ? activity : activity.slice(0, FIRST);
  return (
    <Section title="Activity">
      {activity.length === 0 && (
        <p>
          Nothing yet. <a href="#/">Look at the datasets</a> or <a href="#/launch">launch your own</a>.
        </p>
      )}
      <ol class="portfolio-activity">
        {shown.map((one) => (
          <Happened key={`${one.block} ${one.logIndex}`} who={who} one={one} standing={byToken.get(one.token ?? "")} />
        ))}
      </ol>
      {activity.length > shown.length && (
        <button type="button" onClick={() => setLong(true)}>
          Show {activity.length - shown.length} more
        </button>
      )}
    </Section>
  );
}

interface HappenedProps {
  readonly who: string;
  readonly one: Happening;
  readonly standing: Standing | undefined;
}

function Happened({ who, one, standing }: HappenedProps) {
  const { alita } = site().reader;
  const symbol = standing?.symbol ?? "Data Tokens";
  const isDataFirst = one.token !== undefined && BigInt(one.token) < BigInt(alita.address);
  const reward = standing?.rewardInBase ? "ALITA" : symbol;
  return (
    <li class="portfolio-row">
      <span>{inWords(one, { who, symbol, isDataFirst, reward })}</span>
      <span class="hint">
        {standing && <DatasetLink token={standing.token} symbol={standing.symbol} />}
        <time dateTime={new Date(one.time * 1_000).toISOString()}>{dayAndTime(BigInt(one.time))}</time>
      </span>
    </li>
  );
}
