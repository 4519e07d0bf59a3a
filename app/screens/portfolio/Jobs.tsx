import { href } from "../../route.ts";
import { useNow } from "../../chain/useNow.ts";
import { Money } from "../../ui/Money.tsx";
import { dayAndTime } from "../../ui/time.ts";
import type { OwnJob } from "./data/readPortfolio.ts";
import { Section } from "./Section.tsx";
import type { SectionProps } from "./SectionProps.ts";
import { jobInWords } from "./words/jobInWords.ts";

export interface JobsProps extends SectionProps {
  readonly jobs: readonly OwnJob[];
}

/** Compute jobs that were ordered. */
export function Jobs({ jobs, standings }: JobsProps) {
  const now = useNow();
  if (jobs.length === 0) return null;
  const symbols = new Map(standings.map(({ token, symbol }) => [token, symbol]));
  return (
    <Section title="Compute jobs">
      <ul class="plain">
        {jobs.map(({ jobId, job, basePaid, status }) => (
          <li key={jobId} class="portfolio-row">
            <a href={href(["compute", jobId])}>
              {symbols.get(job.token) ?? "Job"} <code>{jobId.slice(0, 10)}</code>
            </a>
            <span>
              {jobInWords(job, status, now)}{" "}
              <span class="hint">
                <Money wei={basePaid} of="ALITA" />, {dayAndTime(job.openedAt)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
