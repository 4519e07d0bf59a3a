import { useNow } from "../../chain/useNow.ts";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import { DatasetLink } from "./DatasetLink.tsx";
import { Section } from "./Section.tsx";
import type { SectionProps } from "./SectionProps.ts";

/** Licences that run or ran, with their ends. */
export function Licences({ standings }: SectionProps) {
  const licensed = standings
    .filter(({ account }) => account.licensedUntil > 0n)
    .toSorted((a, b) => (a.account.licensedUntil < b.account.licensedUntil ? 1 : -1));
  const now = useNow();
  if (licensed.length === 0) return null;
  return (
    <Section title="Licences">
      <ul class="plain">
        {licensed.map(({ token, symbol, name, account: { licensedUntil } }) => (
          <li key={token} class="portfolio-row">
            <DatasetLink token={token} symbol={symbol} name={name} tab="licence" />
            <span>
              {licensedUntil > now ? "runs until" : "ended"} {dayAndTime(licensedUntil)}{" "}
              <span class="hint">({fromNow(licensedUntil, now)})</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
